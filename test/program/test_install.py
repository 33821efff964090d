import os
import subprocess
import unittest

from program import DAY, SOURCE, Folder, demarc

BUILD = os.environ.get("TEST_BUILD", "")


@unittest.skipUnless(BUILD, "TEST_BUILD does not say which build is installed")
class Install(Folder):
    def test_what_is_installed_is_there_and_runs(self):
        subprocess.run(["cmake", "--install", BUILD, "--prefix", str(self.folder / "usr")], check=True, capture_output=True)
        files = sorted(str(path.relative_to(self.folder / "usr")) for path in self.folder.rglob("*") if path.is_file())
        self.assertEqual(files, [
            "bin/demarc",
            "share/bash-completion/completions/demarc",
            "share/doc/demarc/CHANGELOG.md",
            "share/doc/demarc/LICENSE",
            "share/doc/demarc/README.md",
            "share/fish/vendor_completions.d/demarc.fish",
            "share/man/man1/demarc.1",
            "share/zsh/site-functions/_demarc",
        ])
        share = self.folder / "usr" / "share"
        for words, name in [(["manual"], "man/man1/demarc.1"), (["completion", "bash"], "bash-completion/completions/demarc"),
                            (["completion", "zsh"], "zsh/site-functions/_demarc"), (["completion", "fish"], "fish/vendor_completions.d/demarc.fish")]:
            self.assertEqual((share / name).read_text(), demarc(*words).out)
        installed = subprocess.run([self.folder / "usr/bin/demarc", "check", "--as-of", DAY, "fixtures"], capture_output=True, cwd=SOURCE)
        self.assertEqual(installed.returncode, 1)
        self.assertEqual(installed.stdout.decode(), demarc("check", "--as-of", DAY, "fixtures", cwd=SOURCE).out)


if __name__ == "__main__":
    unittest.main()
