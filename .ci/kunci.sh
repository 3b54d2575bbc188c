#!/bin/sh
# Writes requirements.lock and requirements-dev.lock from pyproject.toml: exact versions with the
# hashes of every platform's files, and no address of any index. Pass --upgrade to move to newer versions.
set -eu
cd "$(dirname "$0")/.."

tool=build/kunci
if [ ! -x $tool/bin/pip-compile ]; then
    "${PYTHON:-python3}" -m venv --clear $tool
    $tool/bin/python -m pip install -qq --disable-pip-version-check pip-tools==7.6.2
fi

compile() { # $1: the lock; more: options
    lock=$1
    shift
    # No local folder of files and no index of this machine's own settings may leave a trace.
    PIP_FIND_LINKS='' PIP_EXTRA_INDEX_URL='' $tool/bin/pip-compile --quiet --no-config \
        --generate-hashes --allow-unsafe --strip-extras --newline lf \
        --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
        --no-emit-options --output-file "$lock" "$@" pyproject.toml
}

compile requirements.lock --constraint .ci/batas.txt "$@"
compile requirements-dev.lock --constraint .ci/batas.txt --constraint requirements.lock --extra dev "$@"

# pip-compile forgets the markers of an extra: what has no wheel elsewhere is not installed there.
marker=$(sed -n 's/^ *"atheris; \(.*\)".*/\1/p' pyproject.toml)
sed "s/^\(atheris==[^ ;]*\) /\1 ; $marker /" requirements-dev.lock > build/kunci/dev.lock
cat build/kunci/dev.lock > requirements-dev.lock

if grep -nE '://|file:|(^|[ =])/' requirements.lock requirements-dev.lock; then
    echo "A lock names an address or a path of this machine." >&2
    exit 1
fi
