"""demarc as somebody runs it who has not read a word about it."""
import os
import subprocess
import unittest

from program import DEMARC, SOURCE, Folder, demarc

OPEN = "Resources: {{L{}: {{Type: 'AWS::S3::Bucket', Properties: {{AccessControl: PublicRead}}}}}}\n"


class Strangers(Folder):
    def test_a_folder_without_anything_says_so(self):
        run = self.demarc()
        self.assertEqual((run.status, run.out, run.err.replace("\n", "")), (0, "no findings; 0 resources in 0 inputs, " + run.out.split(", ")[-1],
                                                                           "demarc: there is no template and no plan in ."))

    def test_a_folder_that_is_not_there(self):
        run = self.demarc("check", "stakc/")
        self.assertEqual(run.status, 3)
        self.assertIn("error: cannot be read: No such file or directory", run.err)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_that_may_not_be_read(self):
        self.write("a.yaml", OPEN.format(1)).chmod(0)
        run = self.demarc("check", "a.yaml")
        self.assertEqual(run.status, 3)
        self.assertIn("a.yaml: error: cannot be read: Permission denied", run.err)

    def test_an_empty_file_and_a_binary_one(self):
        self.write("empty.yaml", "")
        self.write("binary.json", bytes(range(256)))
        for name in ("empty.yaml", "binary.json"):
            run = self.demarc("check", name)
            self.assertEqual(run.status, 3, name)
            self.assertRegex(run.err, f"^{name}: error: \\S", name)

    def test_a_pipe_that_is_closed_early_is_no_error(self):
        for i in range(300):
            self.write(f"stack{i}.yaml", OPEN.format(i))
        for form in ("text", "json", "sarif"):
            run = subprocess.run(["sh", "-c", f"{DEMARC} check --format {form} . | head -1"], cwd=self.folder, capture_output=True, timeout=60)
            self.assertEqual((run.returncode, run.stderr), (0, b""), form)
            self.assertEqual(run.stdout.count(b"\n"), 1)

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no full device here")
    def test_a_full_disk_is_said(self):
        self.write("a.yaml", OPEN.format(1))
        for words in (["check", "a.yaml"], ["policies"], ["explain", "s3-public-acl"]):
            with open("/dev/full", "wb") as full:
                run = subprocess.run([DEMARC, *words], cwd=self.folder, stdout=full, stderr=subprocess.PIPE)
            self.assertEqual((run.returncode, run.stderr), (2, b"demarc: standard output cannot be written: No space left on device\n"))
        run = self.demarc("check", "-o", "json=/dev/full", "a.yaml")
        self.assertEqual((run.status, run.err), (2, "demarc: /dev/full cannot be written: No space left on device\n"))

    def test_formats_are_listed_where_a_wrong_one_is_named(self):
        run = self.demarc("check", "--format", "junitxml")
        self.assertEqual((run.status, run.err), (2, "demarc: --format does not take junitxml: it takes text, json, sarif, junit, github, gitlab, markdown, csv\n"
                                                    "  did you mean junit?\n"))
        formats = run.err.split("it takes ")[1].split("\n")[0].split(", ")
        said = demarc("check", "--help").out
        for name in formats:
            self.assertIn(name, said.split("--format FORMAT")[1].split("--output")[0], name)

    def test_wrong_outputs_and_numbers(self):
        for words, error in [(["-o", "junit"], "--output takes FORMAT=FILE, not junit"), (["-o", "junit="], "--output takes FORMAT=FILE, not junit="),
                             (["-o", "pdf=x"], "--output does not take pdf"), (["--sarif-max-results", "none"], "--sarif-max-results takes a number from 1 on, not none"),
                             (["--sarif-max-results", "0"], "--sarif-max-results takes a number from 1 on, not 0")]:
            run = self.demarc("check", *words)
            self.assertEqual(run.status, 2, words)
            self.assertTrue(run.err.startswith(f"demarc: {error}"), run.err)

    def test_a_report_of_each_format_at_once(self):
        self.write("a.yaml", OPEN.format(1))
        formats = ["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv"]
        run = self.demarc("check", "--select", "s3-public-acl", *[word for form in formats for word in ("-o", f"{form}=out.{form}")], "a.yaml")
        self.assertEqual(run.status, 1)
        for form in formats:
            text = (self.folder / f"out.{form}").read_bytes().decode()
            self.assertEqual(text, demarc("check", "--select", "s3-public-acl", "--format", form, "a.yaml", cwd=self.folder).out, form)
            self.assertIn("s3-public-acl", text, form)

    def test_every_format_of_the_fixtures_is_the_same_in_every_run(self):
        for form in ("junit", "github", "gitlab", "markdown", "csv"):
            outputs = {demarc("check", "--format", form, "--show", "unknown,pass", "fixtures", cwd=SOURCE).out for _ in range(2)}
            self.assertEqual(len(outputs), 1, form)


if __name__ == "__main__":
    unittest.main()
