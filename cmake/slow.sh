#!/bin/sh
# The tests that take longer: everything under AddressSanitizer and UndefinedBehaviorSanitizer with clang, SARIF of the whole corpus,
# each fuzz target with the same random inputs every time, and the packages. Usage: sh cmake/slow.sh [RUNS-PER-FUZZ-TARGET]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
export CCACHE_BASEDIR="$root"  # other clones find these objects
runs=${1:-20000}
export CCACHE_SLOPPINESS=pch_defines,time_macros  # or ccache would keep nothing that a precompiled header is used in
sh "$root/cmake/packages.sh" clang-14 libclang-rt-14-dev python3 python3-jsonschema binutils \
  ccache git gzip python3-venv zsh fish man-db mandoc lintian shellcheck pre-commit
launcher=$(command -v ccache || true)
configure() { cmake -S "$root" -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_COMPILE_WARNING_AS_ERROR=ON -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" "$@"; }

configure -B "$root/build-sanitize" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DDEMARC_SANITIZE=ON
cmake --build "$root/build-sanitize"
ctest --test-dir "$root/build-sanitize" --output-on-failure -j 2

TEST_WHOLE_CORPUS=1 ctest --test-dir "$root/build" --output-on-failure -R program_sarif
python3 "$root/cmake/picture.py" "$root/build/demarc" --check

configure -B "$root/build-fuzz" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DDEMARC_FUZZ=ON -DDEMARC_TESTS=OFF
cmake --build "$root/build-fuzz" --target fuzzers
for target in "$root"/build-fuzz/test/fuzz/fuzz_*; do
  [ -x "$target" ] && [ -f "$target" ] || continue
  echo "$(basename "$target"), $runs runs"
  (cd "$root/build-fuzz" && "$target" -seed=1 -runs="$runs" -max_total_time=30 -rss_limit_mb=1024 -timeout=10 -print_final_stats=0 -verbosity=0 -close_fd_mask=1)
done

sh "$root/cmake/test_packages.sh"
