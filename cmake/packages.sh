#!/bin/sh
# Sees to it that what demarc is built from is installed: through apt where that is there and may be used, else by saying what is missing.
# Usage: sh cmake/packages.sh [FURTHER-DEBIAN-PACKAGE...]
set -eu
packages="g++ cmake ninja-build pkg-config libyaml-cpp-dev nlohmann-json3-dev libcxxopts-dev libfmt-dev libre2-dev catch2 $*"
command -v dpkg-query >/dev/null 2>&1 || {
  # No Debian: cmake names what it does not find.
  command -v cmake >/dev/null 2>&1 && command -v ninja >/dev/null 2>&1 && exit 0
  echo "demarc needs: a C++20 compiler, CMake 3.25, ninja, yaml-cpp, nlohmann_json 3.10, cxxopts, fmt, re2 and Catch2" >&2
  exit 1
}
missing=""
for package in $packages; do
  dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1; then
  as_root="sudo"
else
  echo "please install:$missing" >&2
  exit 1
fi
echo "installing$missing" >&2
# An index that is a little old is no reason to fail: try without a new one first.
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends $missing >/dev/null 2>&1 || {
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends $missing >/dev/null
}
