#!/bin/sh
# Makes .venv from a hash-pinned lock. Usage: pasang.sh runtime|dev
# Does nothing when .venv already answers to the lock, the folder and the Python at hand.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
want=${1:?runtime or dev}

say() { printf '%s\n' "$*" >&2; }

# The first Python on the path that is new enough.
python=
for each in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
    if "$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$each
        break
    fi
done
if [ -z "$python" ]; then
    say "Python 3.11 or newer is needed; install it, or name it: make PYTHON=/path/to/python3 …"
    exit 1
fi

key() { # $1: lock
    { "$python" -VV; pwd -P; cat "$1"; } | cksum
}

is_ready() { # $1: runtime or dev, $2: lock
    [ -x $venv/bin/python ] && [ -f "$venv/.$1" ] && [ "$(cat "$venv/.$1")" = "$(key "$2")" ]
}

install() { # $1: lock
    $venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --require-hashes --no-deps --only-binary :all: --requirement "$1"
}

if [ -L $venv ]; then
    say "$venv is a link, perhaps to another checkout's: remove it first; nothing was changed."
    exit 1
fi

# Two makes at once take turns, where the machine has flock.
if command -v flock >/dev/null 2>&1; then
    mkdir -p build
    exec 9>build/.pasang
    flock 9
fi

if ! is_ready runtime requirements.lock; then
    say "Setting up $venv ($("$python" -V)) …"
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        # Debian and Ubuntu ship ensurepip apart.
        sh .ci/apt.sh python3-venv || {
            say "The module venv is missing: install it (Debian, Ubuntu: apt-get install python3-venv)."
            exit 1
        }
    fi
    "$python" -m venv --clear $venv
    install requirements.lock
    # The project itself, from any working folder and without a build: one path and one command.
    site=$($venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    pwd -P > "$site/katalog-layanan.pth"
    cat > $venv/bin/katalog <<'SH'
#!/bin/sh
exec "$(dirname "$0")/python" -m generator "$@"
SH
    chmod +x $venv/bin/katalog
    key requirements.lock > $venv/.runtime
fi

if [ "$want" = dev ] && ! is_ready dev requirements-dev.lock; then
    say "Adding the development tools to $venv …"
    install requirements-dev.lock
    key requirements-dev.lock > $venv/.dev
fi
