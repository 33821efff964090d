#!/bin/sh
# Builds everything and runs all tests that are quick. Usage: sh cmake/test.sh [CTEST-OPTION...]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
sh "$root/cmake/packages.sh" python3
launcher=$(command -v ccache || true)
cmake -S "$root" -B "$root/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DDEMARC_TESTS=ON -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher"
cmake --build "$root/build"
ctest --test-dir "$root/build" --output-on-failure -j 2 "$@"
