#!/bin/sh
# Builds the binary as packages have it, makes deb, archive and wheel, and runs each: in pre-commit, as an action, as a job.
# What a registry of Python or Go packages would be needed for is left out, with a word, where none is to be had.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
# The wheel and the hook compile the same files in other folders: they find these objects in the cache.
export CCACHE_BASEDIR="$root"
launcher=$(command -v ccache || true)
cd "$root"
cmake --preset package -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher"
cmake --build --preset package
export DEMARC="$root/build-package/demarc" TEST_BUILD="$root/build-package" PYTHONDONTWRITEBYTECODE=1
# These leave out a shell, a reader of manual pages or pre-commit where it is not installed; here all are.
for name in completions manual story; do python3 "test/program/test_$name.py"; done
python3 -m unittest discover -v -s test/packages
