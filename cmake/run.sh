#!/bin/sh
# Builds the release binary at build/demarc and checks the given templates, plans or folders with it; without any the samples in fixtures/.
# Usage: sh cmake/run.sh [PATH...]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
export CCACHE_BASEDIR="$root"  # other clones find these objects
export CCACHE_SLOPPINESS=pch_defines,time_macros  # or ccache would keep nothing that a precompiled header is used in
sh "$root/cmake/packages.sh"
launcher=$(command -v ccache || true)
cmake -S "$root" -B "$root/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" >"$root/build.log" 2>&1 &&
  cmake --build "$root/build" --target demarc >>"$root/build.log" 2>&1 || { cat "$root/build.log" >&2; exit 1; }
rm -f "$root/build.log"
[ $# -eq 0 ] || exec "$root/build/demarc" check "$@"
# The samples have gaps on purpose: findings (1) are what should be seen.
cd "$root" && "$root/build/demarc" check fixtures || [ $? -eq 1 ]
