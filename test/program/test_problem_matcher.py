import json
import re
import unittest

from program import SOURCE, Folder

OPEN = """Parameters: {Acl: {Type: String}}
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties: {AccessControl: PublicRead}
  Other:
    Type: AWS::S3::Bucket
    Properties: {AccessControl: !Ref Acl}
"""


# What GitHub makes of a log. Source: https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md
def annotations(log):
    matchers = json.loads((SOURCE / ".github" / "problem-matchers" / "demarc.json").read_text())["problemMatcher"]
    found = []
    for line in log.splitlines():
        for matcher in reversed(matchers):
            (pattern,) = matcher["pattern"]
            match = re.search(pattern["regexp"], line)
            if match:
                found.append((matcher["severity"], *(match.group(pattern[part]) for part in ["file", "line", "column"]),
                              match.group(pattern["code"]) if "code" in pattern else None, match.group(pattern["message"])))
                break
    return found


class ProblemMatcher(Folder):
    def test_each_finding_and_each_broken_input_is_one_annotation(self):
        self.write("a stack.yaml", OPEN)
        self.write("broken.yaml", "AWSTemplateFormatVersion: '2010-09-09'\nResources: [\n")
        self.write("values.yaml", "replicas: 3\n")
        run = self.demarc("--select", "s3-public-acl", "--show", "unknown", "a stack.yaml", "broken.yaml", "values.yaml", "none.yaml")
        found = annotations(run.err + run.out)
        self.assertEqual([place[:5] for place in found], [
            ("error", "broken.yaml", "2", "12", None),
            ("error", "none.yaml", None, None, None),
            ("error", "values.yaml", None, None, None),
            ("error", "a stack.yaml", "5", "33", "s3-public-acl"),
            ("warning", "a stack.yaml", "8", "33", "s3-public-acl"),
        ])
        self.assertEqual(found[3][5], "Logs grants PublicRead to everyone")

    def test_owners_differ(self):
        matchers = json.loads((SOURCE / ".github" / "problem-matchers" / "demarc.json").read_text())["problemMatcher"]
        self.assertEqual(len({matcher["owner"] for matcher in matchers}), 3)


if __name__ == "__main__":
    unittest.main()
