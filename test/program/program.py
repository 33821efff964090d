"""Runs the binary as a user would. Every test module of this folder gets the binary's path in DEMARC."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

DEMARC = os.environ["DEMARC"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]
SHARED = SOURCE.parent / "shared"
DAY = "2026-11-25"  # defaults and dates are asked as of this day, so that tests stay true


class Run:
    def __init__(self, completed):
        self.status = completed.returncode
        self.out = completed.stdout.decode("utf-8")
        self.err = completed.stderr.decode("utf-8")

    def json(self):
        return json.loads(self.out)


def demarc(*words, cwd=None, stdin=b"", env=None, timeout=120):
    return Run(subprocess.run([DEMARC, *map(str, words)], input=stdin, capture_output=True, cwd=cwd, timeout=timeout,
                              env={**os.environ, **(env or {})}))


def skip_without(folder):
    return unittest.skipUnless(folder.is_dir(), f"{folder.name} is not here")


class Folder(unittest.TestCase):
    """A test in a scratch folder that is no repository."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name).resolve()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def demarc(self, *words, **more):
        return demarc(*words, cwd=self.folder, **more)
