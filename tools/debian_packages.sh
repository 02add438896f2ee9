#!/bin/sh
# Install Debian packages, as root or by sudo where it asks for no password; else say which
# are missing, and fail. Usage: tools/debian_packages.sh PACKAGE...
set -eu

as_root() {
    if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
    else sudo -n env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

if ! command -v apt-get >/dev/null || ! as_root true 2>/dev/null; then
    echo "missing, and not ours to install here: $* (Debian: apt-get install $*)" >&2
    exit 1
fi
echo "Installing from Debian: $*"
as_root apt-get -qq -o DPkg::Lock::Timeout=300 update
as_root apt-get -qq -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends "$@" </dev/null
