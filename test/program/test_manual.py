import re
import shutil
import subprocess
import unittest

from program import Folder, demarc


class Manual(Folder):
    def setUp(self):
        super().setUp()
        self.page = self.write("demarc.1", demarc("manual").out)

    def run_quietly(self, *words):
        if not shutil.which(words[0]):
            self.skipTest(f"{words[0]} is not here")
        run = subprocess.run([*words, str(self.page)], capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return run.stdout

    def test_man_shows_every_command_and_option(self):
        text = re.sub(r".\x08", "", self.run_quietly("man", "--warnings", "-E", "UTF-8", "-P", "cat", "-l"))
        self.assertIn("find gaps in CloudFormation templates and Terraform plans", text)
        for command in re.findall(r"^  ([a-z]+) {2,}\S", demarc("--help").out, re.MULTILINE):
            self.assertIn(f"demarc {command}", text)
            for option in re.findall(r"--[a-z-]+", " ".join(re.findall(r"^  (?:-.,|   ) --.*", demarc(command, "--help").out, re.MULTILINE))):
                self.assertRegex(text, rf"(?m)^ +(-.{{1,2}} )?{option}\b")
        self.assertRegex(text, r"3 +An input could not be analysed")
        self.assertIn("terraform show -json plan.out | demarc check -", text)

    def test_groff_has_no_warning(self):
        self.run_quietly("groff", "-ww", "-b", "-z", "-man", "-Tutf8")

    def test_mandoc_has_no_warning(self):
        # Dates and the order of sections are a matter of style.
        if shutil.which("mandoc"):
            run = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(self.page)], capture_output=True, text=True)
            self.assertEqual([line for line in run.stdout.splitlines() if "missing date" not in line], [])
        else:
            self.skipTest("mandoc is not here")

    def test_it_takes_no_arguments(self):
        run = demarc("manual", "check")
        self.assertEqual((run.status, run.err), (2, "demarc: manual takes no arguments\n  `demarc manual | man -l -` shows it\n"))


if __name__ == "__main__":
    unittest.main()
