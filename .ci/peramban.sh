#!/bin/sh
# Sees to it that a Chromium is here for the tests; never downloads a browser of its own.
set -eu
cd "$(dirname "$0")/.."

is_here() {
    for each in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$each" >/dev/null 2>&1 && return 0
    done
    return 1
}

is_here || { sh .ci/apt.sh chromium && is_here; } || {
    echo "The tests need Chromium: install it so that the command 'chromium' is found (Debian: apt-get install chromium)." >&2
    exit 1
}
