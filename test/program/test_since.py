import os
import shutil
import subprocess
import unittest

from program import DAY, SOURCE, Folder, demarc

BUCKET = "  {name}:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: {acl}\n"
HEAD = "Resources:\n"
LOGS = BUCKET.format(name="Logs", acl="PublicRead")
SITE = BUCKET.format(name="Site", acl="PublicRead")
PLAN = SOURCE / "test/program/plans/change.plan.json"  # made by cmake/plans.sh


@unittest.skipUnless(shutil.which("git"), "git is not installed")
class Since(Folder):
    def git(self, *words):
        quiet = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
        subprocess.run(["git", "-c", "user.name=T", "-c", "user.email=t@example.com", *words], cwd=self.folder, check=True, capture_output=True, env=quiet)

    def setUp(self):
        super().setUp()
        self.git("init", "-q", "-b", "main")
        self.write("stack/a.yaml", HEAD + LOGS)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "one")

    def check(self, *words, since="HEAD", **more):
        run = self.demarc("check", "--select", "s3-public-acl", "--as-of", DAY, "--format", "json", "--since", since, *words, **more)
        self.assertEqual(run.err, "")
        report = run.json()
        return run.status, [finding["resource"]["address"] for finding in report["findings"]], report["summary"]["unchanged"]

    def test_what_was_there_at_the_revision_is_left_out(self):
        self.assertEqual(self.check(), (0, [], 1))
        self.write("stack/a.yaml", "# moved\n" + HEAD + SITE + LOGS)
        self.assertEqual(self.check(), (1, ["Site"], 1))
        self.git("commit", "-q", "-a", "-m", "two")
        self.assertEqual(self.check(), (0, [], 2))
        self.assertEqual(self.check(since="HEAD~1"), (1, ["Site"], 1))
        self.assertEqual(self.check("stack/a.yaml", since="main"), (0, [], 2))

    def test_from_a_folder_below_the_root(self):
        self.write("stack/a.yaml", HEAD + SITE + LOGS)
        run = demarc("check", "--select", "s3-public-acl", "--as-of", DAY, "-q", "--since", "HEAD", "a.yaml", cwd=self.folder / "stack")
        self.assertEqual((run.status, run.out), (1, "a.yaml:5:22: high s3-public-acl: Site grants PublicRead to everyone\n"))

    def test_a_file_that_is_new_has_only_new_findings(self):
        self.write("stack/b.yaml", HEAD + LOGS)
        self.assertEqual(self.check(), (1, ["Logs"], 1))

    def test_a_renamed_file_is_compared_with_what_it_was(self):
        self.git("mv", "stack/a.yaml", "stack/renamed.yaml")
        self.write("stack/renamed.yaml", HEAD + LOGS + SITE)
        self.assertEqual(self.check(), (1, ["Site"], 1))

    def test_names_with_blanks_and_other_letters(self):
        name = "stack/für alle #1.yaml"
        self.write(name, HEAD + LOGS)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "two")
        self.assertEqual(self.check(name), (0, [], 1))

    def test_a_suppression_that_is_taken_away_brings_its_finding(self):
        self.write("stack/a.yaml", HEAD + LOGS.replace("Logs:", "Logs: # demarc:ignore s3-public-acl: R"))
        self.git("commit", "-q", "-a", "-m", "two")
        self.write("stack/a.yaml", HEAD + LOGS)
        self.assertEqual(self.check(), (1, ["Logs"], 0))

    def test_what_could_not_be_analysed_before_is_all_new_with_a_note(self):
        self.write("stack/a.yaml", "AWSTemplateFormatVersion: [\n")
        self.git("commit", "-q", "-a", "-m", "two")
        self.write("stack/a.yaml", HEAD + LOGS)
        run = self.demarc("check", "--select", "s3-public-acl", "--since", "HEAD", "stack/a.yaml")
        self.assertEqual(run.status, 1)
        self.assertIn("stack/a.yaml: note: what it was before cannot be analysed, so all is taken as new: ", run.out)

    def test_in_a_hook_of_git(self):
        self.write("stack/a.yaml", HEAD + LOGS + SITE)
        self.assertEqual(self.check(env={"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index", "GIT_PREFIX": "x/"}), (1, ["Site"], 1))

    def test_wrong_use(self):
        for since, message in {"nothing": f"demarc: nothing is no revision of the repository {self.folder}\n  in CI, fetch it first: a shallow clone has only one\n",
                               "--help": f"demarc: --help is no revision of the repository {self.folder}\n  in CI, fetch it first: a shallow clone has only one\n"}.items():
            run = self.demarc("check", f"--since={since}", "stack")
            self.assertEqual((run.status, run.out, run.err), (2, "", message))
        run = self.demarc("check", "--since", "HEAD", "stack", env={"PATH": "/nonexistent"})
        self.assertEqual((run.status, run.err), (2, "demarc: --since needs the git command, which cannot be run\n  install git, or leave --since out\n"))
        shutil.rmtree(self.folder / ".git")
        run = self.demarc("check", "--since", "HEAD", "stack")
        self.assertEqual((run.status, run.err), (2, f"demarc: --since needs a repository of git, and {self.folder} is none that git reads\n"))


class NewOnly(Folder):
    def test_a_plan_shows_what_it_brings(self):
        words = ["check", "--select", "s3-public-acl,security-group-open-ssh", "--as-of", DAY, "--format", "json", str(PLAN)]
        everything = self.demarc(*words).json()
        found = sorted(finding["resource"]["address"] for finding in everything["findings"])
        self.assertEqual(found, ["aws_s3_bucket.logs", "aws_s3_bucket.more", "aws_s3_bucket.site", "aws_security_group.web"])
        run = self.demarc(*words, "--new-only")
        report = run.json()
        self.assertEqual((run.status, run.err), (1, ""))
        self.assertEqual(sorted(finding["resource"]["address"] for finding in report["findings"]), ["aws_s3_bucket.logs", "aws_s3_bucket.more"])
        self.assertEqual(report["summary"]["unchanged"], 2)

    def test_a_template_has_nothing_to_compare_with(self):
        self.write("a.yaml", HEAD + LOGS)
        run = self.demarc("check", "--select", "s3-public-acl", "--new-only", "a.yaml")
        self.assertEqual(run.status, 1)
        self.assertIn("note: a template does not tell what was before: --new-only takes all of it as new; --since REVISION compares it with git\n", run.out)


if __name__ == "__main__":
    unittest.main()
