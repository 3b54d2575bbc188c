#!/bin/sh
# Installs Debian packages when this user may, without asking. Fails quietly when not.
# Usage: apt.sh PACKAGE…
set -eu
command -v apt-get >/dev/null 2>&1 || exit 1
if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    exit 1
fi
printf 'Installing %s with apt-get …\n' "$*" >&2
try() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}
try "$@" >/dev/null 2>&1 || { $as_root apt-get update -qq >&2 && try "$@" >&2; }
