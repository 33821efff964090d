"""A repository's way with demarc: hook, mended template, baseline, suppressions. Runs the real pre-commit."""
import os
import pathlib
import re
import shutil
import subprocess
import unittest

from program import DEMARC, SOURCE, Folder, demarc

STORAGE = """Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
"""
SITE = STORAGE.replace("Logs", "Site")
CONFIGURATION = "root: true\nbaseline: demarc-baseline.json\n"
SUPPRESSION = """suppressions:
  - policy: s3-public-acl
    resource: Site
    file: stacks/*
    reason: The site is public on purpose
    until: {}
"""


def hooks():
    """The configuration of pre-commit: the hook `demarc-system` as .pre-commit-hooks.yaml describes it."""
    text = (SOURCE / ".pre-commit-hooks.yaml").read_text()
    hook = re.search(r"^- id: demarc-system\n((?:  .*\n)+)", text, re.MULTILINE).group(0)
    return "repos:\n- repo: local\n  hooks:\n" + re.sub(r"^", "  ", hook, flags=re.MULTILINE).rstrip(" ")


@unittest.skipUnless(shutil.which("pre-commit") and shutil.which("git"), "pre-commit or git is not here")
class Story(Folder):
    def run_program(self, *words):
        environment = {
            "HOME": str(self.folder), "PATH": f"{pathlib.Path(DEMARC).parent}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(self.folder / ".home"),
            "PRE_COMMIT_COLOR": "never", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com", "NO_COLOR": "1",
        }
        done = subprocess.run(words, cwd=self.folder / "repository", env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return done.returncode, done.stdout

    def run_well(self, *words):
        status, shown = self.run_program(*words)
        self.assertEqual(status, 0, shown)
        return shown

    def change(self, name, text):
        self.write(f"repository/{name}", text)
        self.run_well("git", "add", name)

    def commits(self):
        return self.run_program("git", "rev-list", "--count", "--all")[1].strip()

    def assert_refused(self, *expected):
        before = self.commits()
        status, shown = self.run_program("git", "commit", "-q", "-m", "A change")
        self.assertEqual(status, 1, shown)
        self.assertRegex(shown, r"demarc\.+Failed")
        for pattern in expected:
            self.assertRegex(shown, pattern)
        self.assertEqual(self.commits(), before)
        return shown

    def assert_accepted(self):
        before = self.commits()
        shown = self.run_well("git", "commit", "-q", "-m", "A change")
        self.assertRegex(shown, r"demarc\.+Passed")
        self.assertEqual(int(self.commits()), int(before) + 1)

    def test_a_repository_lives_with_demarc(self):
        (self.folder / "repository").mkdir()
        self.run_well("git", "init", "-q")
        self.change(".pre-commit-config.yaml", hooks())
        self.run_well("pre-commit", "install")

        # A gap is refused, and its mending accepted.
        self.change("stacks/storage.yaml", STORAGE)
        self.assert_refused(r"(?m)^stacks/storage\.yaml:5:22: high s3-public-acl: Logs grants PublicRead to everyone$")
        self.change("stacks/storage.yaml", STORAGE.replace("PublicRead", "Private"))
        self.assert_accepted()

        # What is old enters the baseline, all of it.
        self.change("plan.json", (SOURCE / "fixtures/three-tier/three-tier.plan.json").read_text())
        self.assert_refused(r"critical rds-instance-public: aws_db_instance\.database", r"high security-group-open-ssh")
        self.change(".demarc.yaml", CONFIGURATION)
        self.run_program("demarc", "check", "--update-baseline", "--scope", "files", "plan.json")
        self.run_well("git", "add", "demarc-baseline.json")
        self.assert_accepted()

        # What is new is refused, and nothing of the old is shown beside it.
        self.change("plan.json", (self.folder / "repository/plan.json").read_text() + "\n")
        self.change("stacks/site.yaml", SITE)
        shown = self.assert_refused(r"(?m)^stacks/site\.yaml:5:22: high s3-public-acl: Site grants PublicRead to everyone$")
        self.assertNotIn("rds-instance-public", shown)

        # A suppression with a reason and an end holds until then.
        self.change(".demarc.yaml", CONFIGURATION + SUPPRESSION.format("2999-12-31"))
        self.assert_accepted()
        self.change("stacks/site.yaml", SITE + "      Tags: [{Key: team, Value: web}]\n")
        self.assert_accepted()
        self.change(".demarc.yaml", CONFIGURATION + SUPPRESSION.format("2020-12-31"))
        self.change("stacks/site.yaml", SITE)
        self.assert_refused(r"(?m)^stacks/site\.yaml:5:22: high s3-public-acl: Site", r"expired|2020-12-31")

        # So does one in the template itself.
        self.change("stacks/site.yaml", SITE.replace("PublicRead", "PublicRead  # demarc:ignore s3-public-acl until 2999-12-31: Public on purpose"))
        self.assert_accepted()
        self.change("stacks/site.yaml", SITE.replace("PublicRead", "PublicRead  # demarc:ignore s3-public-acl until 2020-12-31: Public on purpose"))
        self.assert_refused(r"(?m)^stacks/site\.yaml:5:22: high s3-public-acl: Site", r"expired|2020-12-31")


if __name__ == "__main__":
    unittest.main()
