"""The wheel that pip builds, installed in a virtual environment of its own."""
import os
import re
import unittest

from packages import OPEN, SOURCE, Folder, compiling_below, python, run


class Wheel(Folder):
    def test_it_is_built_installed_and_runs(self):
        builder = python(self.folder / "builder", "scikit-build-core>=0.10")
        run(builder, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", self.folder, SOURCE,
            env={**compiling_below(SOURCE), "PATH": f"{builder.parent}:{os.environ['PATH']}"})
        (wheel,) = self.folder.glob("*.whl")
        version = re.search(r"project\(demarc VERSION ([0-9.]+)", (SOURCE / "CMakeLists.txt").read_text()).group(1)
        self.assertRegex(wheel.name, rf"^demarc-{version}-py3-none-[a-z0-9_]+\.whl$")

        user = python(self.folder / "user")
        run(user, "-m", "pip", "install", "--quiet", "--no-index", wheel)
        self.assertEqual(run(user.parent / "demarc", "--version"), f"demarc {version}\n")
        self.assertIn("s3-public-acl: Logs", run(user.parent / "demarc", "check", self.write("storage.yaml", OPEN), status=1))
        self.assertEqual((user.parent / "demarc").read_bytes()[:4], b"\x7fELF")
        self.assertTrue((self.folder / "user/share/man/man1/demarc.1").is_file())
        self.assertTrue((self.folder / "user/share/bash-completion/completions/demarc").is_file())


if __name__ == "__main__":
    unittest.main()
