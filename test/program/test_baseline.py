import json
import unittest

from program import DAY, Folder

BUCKET = """  {name}:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: {acl}
"""
HEAD = "Resources:\n"
LOGS = BUCKET.format(name="Logs", acl="PublicRead")
SITE = BUCKET.format(name="Site", acl="PublicRead")


class Baseline(Folder):
    def check(self, *words):
        run = self.demarc("check", "--select", "s3-public-acl", "--as-of", DAY, "--format", "json", "--baseline", "b.json", *words)
        self.assertEqual(run.err, "")
        report = run.json()
        return run.status, [finding["resource"]["address"] for finding in report["findings"]], report["summary"]["unchanged"]

    def written(self):
        return json.loads((self.folder / "b.json").read_text())["findings"]

    def test_what_stands_in_it_is_left_out_and_what_is_new_is_found(self):
        self.write("a.yaml", HEAD + LOGS)
        self.assertEqual(self.check("--update-baseline", "a.yaml"), (0, [], 1))
        self.assertEqual((self.folder / "b.json").read_text(), """{
  "version": 1,
  "findings": [
    {"file": "a.yaml", "resource": "Logs", "policy": "s3-public-acl", "path": "AccessControl", "value": "PublicRead"}
  ]
}
""")
        self.assertEqual(self.check("a.yaml"), (0, [], 1))
        self.write("a.yaml", HEAD + LOGS + SITE)
        self.assertEqual(self.check("a.yaml"), (1, ["Site"], 1))
        self.assertEqual(self.check("--show", "unchanged", "a.yaml"), (1, ["Logs", "Site"], 1))

    def test_lines_that_move_keep_matching_and_another_value_is_new(self):
        self.write("a.yaml", HEAD + LOGS)
        self.check("--update-baseline", "a.yaml")
        self.write("a.yaml", "# moved\n\n" + HEAD + BUCKET.format(name="First", acl="Private") + LOGS.replace("\n", "\r\n"))
        self.assertEqual(self.check("a.yaml"), (0, [], 1))
        self.write("a.yaml", HEAD + LOGS.replace("PublicRead", "PublicReadWrite"))
        self.assertEqual(self.check("a.yaml")[:2], (1, ["Logs"]))

    def test_a_second_finding_of_the_same_kind_is_new(self):
        rule = "      - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}\n"
        group = HEAD + "  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: g\n      SecurityGroupIngress:\n"
        words = ["check", "--select", "security-group-open-ssh", "--as-of", DAY, "--format", "json", "--baseline", "b.json", "a.yaml"]
        self.write("a.yaml", group + rule)
        self.demarc(*words, "--update-baseline")
        self.assertEqual(self.written()[0]["path"], "SecurityGroupIngress[]")
        self.assertEqual(self.demarc(*words).status, 0)
        other = "      - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}\n"
        self.write("a.yaml", group + other + rule)  # a rule that changes its place is the same
        self.assertEqual(self.demarc(*words).status, 0)
        self.write("a.yaml", group + rule + rule)
        report = self.demarc(*words).json()
        self.assertEqual((len(report["findings"]), report["summary"]["unchanged"]), (1, 1))
        self.demarc(*words, "--update-baseline")
        self.assertEqual([entry["count"] for entry in self.written()], [2])

    def test_one_file_does_not_hide_what_is_in_another(self):
        self.write("a.yaml", HEAD + LOGS)
        self.check("--update-baseline", "a.yaml")
        self.write("b.yaml", HEAD + LOGS)
        self.assertEqual(self.check("b.yaml"), (1, ["Logs"], 0))

    def test_a_file_that_is_renamed_keeps_matching(self):
        self.write("a.yaml", HEAD + LOGS)
        self.check("--update-baseline", "a.yaml")
        (self.folder / "a.yaml").rename(self.folder / "renamed.yaml")
        self.assertEqual(self.check("renamed.yaml"), (0, [], 1))
        self.write("third.yaml", HEAD + LOGS)
        self.assertEqual(self.check("renamed.yaml", "third.yaml"), (1, ["Logs"], 1))

    def test_update_keeps_what_the_run_did_not_look_at_and_takes_out_what_is_mended(self):
        self.write("a.yaml", HEAD + LOGS + SITE)
        self.write("b.yaml", HEAD + LOGS)
        self.check("--update-baseline", "a.yaml", "b.yaml")
        self.assertEqual(len(self.written()), 3)
        self.write("a.yaml", HEAD + SITE)
        run = self.demarc("check", "--select", "s3-public-acl", "--baseline", "b.json", "a.yaml")
        self.assertEqual(run.status, 0)
        self.assertIn("note: 1 finding of the baseline is no longer found: --update-baseline takes it out of b.json\n", run.out)
        self.check("--update-baseline", "a.yaml")
        self.assertEqual([(entry["file"], entry["resource"]) for entry in self.written()], [("a.yaml", "Site"), ("b.yaml", "Logs")])
        (self.folder / "b.yaml").unlink()
        self.check("--update-baseline", "a.yaml")
        self.assertEqual([entry["file"] for entry in self.written()], ["a.yaml"])
        self.demarc("check", "--select", "ebs-*", "--baseline", "b.json", "--update-baseline", "a.yaml")
        self.assertEqual([entry["policy"] for entry in self.written()], ["s3-public-acl"])

    def test_what_cannot_be_told_is_known_as_such_and_its_failing_is_new(self):
        unknown = "Parameters: {Acl: {Type: String}}\n" + HEAD + LOGS.replace("PublicRead", "!Ref Acl")
        self.write("a.yaml", unknown)
        self.check("--update-baseline", "a.yaml")
        self.assertEqual(self.written()[0]["verdict"], "unknown")
        self.assertEqual(self.check("--fail-on", "unknown", "a.yaml"), (0, [], 1))
        self.assertEqual(self.check("-p", "Acl=PublicRead", "a.yaml")[:2], (1, ["Logs"]))

    def test_suppressed_findings_are_not_in_it(self):
        self.write("a.yaml", HEAD + LOGS.replace("Logs:", "Logs: # demarc:ignore s3-public-acl until 2026-11-25: R"))
        self.check("--update-baseline", "a.yaml")
        self.assertEqual(self.written(), [])
        self.assertEqual(self.check("--as-of", "2026-11-26", "a.yaml")[:2], (1, ["Logs"]))

    def test_a_secret_does_not_get_into_it(self):
        self.write("a.yaml", "Parameters: {P: {Type: String, NoEcho: true, Default: hunter2hunter2}}\n" + HEAD +
                   "  D:\n    Type: AWS::RDS::DBInstance\n    Properties: {MasterUserPassword: swordfish99, MasterUsername: a}\n")
        run = self.demarc("check", "--profile", "strict", "--baseline", "b.json", "--update-baseline", "a.yaml")
        self.assertEqual(run.status, 0)
        text = (self.folder / "b.json").read_text()
        self.assertIn("(secret)", text)
        for secret in ["hunter2", "swordfish"]:
            self.assertNotIn(secret, text)

    def test_the_configuration_names_it_from_its_own_folder(self):
        self.write("stack/a.yaml", HEAD + LOGS)
        self.write(".demarc.yaml", "root: true\nbaseline: known/b.json\n")
        (self.folder / "known").mkdir()
        self.assertEqual(self.demarc("check", "--update-baseline", "stack").status, 0)
        self.assertTrue((self.folder / "known/b.json").exists())
        self.assertEqual(self.demarc("check", "a.yaml", "--select", "s3-public-acl", "--format", "json").status, 3)
        run = self.demarc("check", "--select", "s3-public-acl", "stack/a.yaml")
        self.assertEqual((run.status, run.out), (0, "no findings, 1 in the baseline (--show unchanged); 1 resource in 1 input, 1 policy\n"))

    def test_wrong_use(self):
        self.write("a.yaml", HEAD + LOGS)
        for text, words, message in [
            (None, ["--baseline", "b.json"], "demarc: the baseline b.json is not there\n  --update-baseline makes it\n"),
            (None, ["--update-baseline"], "demarc: --update-baseline needs a file\n  name it with --baseline FILE, or as baseline: in .demarc.yaml\n"),
            ("{}", ["--baseline", "b.json"], "demarc: b.json:1:1: this is no baseline: it has no list of findings\n  --update-baseline writes it anew\n"),
            ('{"version": 2, "findings": []}', ["--baseline", "b.json"],
             "demarc: b.json:1:1: the baseline has version 2; demarc reads version 1\n  --update-baseline writes it anew\n"),
            ('{"version": 1,\n"findings": [{}]}', ["--baseline", "b.json"],
             "demarc: b.json:2:14: a finding of a baseline needs a policy and a resource\n  --update-baseline writes it anew\n"),
        ]:
            if text:
                self.write("b.json", text)
            run = self.demarc("check", *words, "a.yaml")
            self.assertEqual((run.status, run.out, run.err), (2, "", message))


if __name__ == "__main__":
    unittest.main()
