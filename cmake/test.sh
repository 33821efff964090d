#!/bin/sh
# Builds everything and runs all tests that are quick. Usage: sh cmake/test.sh [CTEST-OPTION...]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
export CCACHE_BASEDIR="$root"  # other clones find these objects
export CCACHE_SLOPPINESS=pch_defines,time_macros  # or ccache would keep nothing that a precompiled header is used in
sh "$root/cmake/packages.sh" python3 python3-jsonschema binutils
# The Python that has jsonschema, which validates SARIF; on many machines that is the system's, not the first in the path.
python=python3
for candidate in python3 /usr/bin/python3; do
  "$candidate" -c 'import jsonschema' 2>/dev/null && { python=$candidate; break; }
done
cmake -S "$root" -B "$root/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DDEMARC_TESTS=ON -DCMAKE_COMPILE_WARNING_AS_ERROR=ON \
  -DCMAKE_CXX_COMPILER_LAUNCHER="$(command -v ccache || true)" -DPython3_EXECUTABLE="$(command -v "$python")"
cmake --build "$root/build"
ctest --test-dir "$root/build" --output-on-failure -j 2 "$@"
