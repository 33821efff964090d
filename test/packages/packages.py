"""What the tests of the packages share. cmake/slow.sh runs them: DEMARC is the binary of the build folder TEST_BUILD."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

DEMARC = os.environ["DEMARC"]
BUILD = os.environ["TEST_BUILD"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]

OPEN = """Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
"""
CLEAN = """Resources:
  Key:
    Type: AWS::KMS::Key
    Properties: {EnableKeyRotation: true, KeyPolicy: {Statement: []}}
"""


def run(*words, cwd=None, env=None, status=0):
    """Runs a program; its whole output, in which both streams come one after the other."""
    done = subprocess.run([str(word) for word in words], cwd=cwd, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=1200)
    if status is not None and done.returncode != status:
        raise AssertionError(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout}")
    return done.stdout


def skip_without(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not here")


# Builds of the same source in other folders find each other's objects.
# Source: https://ccache.dev/manual/latest.html#_compiling_in_different_directories
def compiling_below(folder):
    return {"CCACHE_BASEDIR": str(folder), "CXX": os.environ.get("CXX", "c++"), **({"CMAKE_CXX_COMPILER_LAUNCHER": "ccache"} if shutil.which("ccache") else {})}


def python(folder, *packages):
    """The Python of a new virtual environment with packages from a registry; a skipped test where there is none."""
    try:
        run(sys.executable, "-m", "venv", folder)
        if packages:
            run(folder / "bin" / "pip", "install", "--quiet", *packages)
    except AssertionError as error:
        raise unittest.SkipTest(f"{' '.join(packages) or 'venv'} cannot be installed here: {str(error).splitlines()[-1]}") from None
    return folder / "bin" / "python"


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name).resolve()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path
