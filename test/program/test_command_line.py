import unittest

from program import Folder, demarc

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
ACL = ["--select", "s3-public-acl"]


class CommandLine(Folder):
    def test_a_gap_is_a_finding_on_its_line_and_exit_1(self):
        self.write("storage.yaml", OPEN)
        run = self.demarc("check", *ACL, "storage.yaml")
        self.assertEqual(run.status, 1)
        self.assertEqual(run.out.splitlines()[:3], [
            "storage.yaml:5:22: high s3-public-acl: Logs grants PublicRead to everyone",
            "    5 |       AccessControl: PublicRead",
            "      |                      ^~~~~~~~~~"])

    def test_check_is_the_command_where_none_is_named(self):
        self.write("storage.yaml", OPEN)
        self.assertEqual(self.demarc(*ACL, "storage.yaml").out, self.demarc("check", *ACL, "storage.yaml").out)

    def test_without_a_path_this_folder_is_checked(self):
        self.write("deep/er/storage.yaml", OPEN)
        self.assertIn("deep/er/storage.yaml:5:22: high", self.demarc(*ACL).out)

    def test_a_clean_template_exits_0(self):
        self.write("key.yaml", CLEAN)
        run = self.demarc("check", *ACL, "key.yaml")
        self.assertEqual((run.status, run.out, run.err), (0, "no findings; 1 resource in 1 input, 1 policy\n", ""))

    def test_standard_input_is_a_dash(self):
        run = self.demarc("check", *ACL, "-", stdin=OPEN.encode())
        self.assertEqual(run.status, 1)
        self.assertTrue(run.out.startswith("<stdin>:5:22: high s3-public-acl"))

    def test_a_broken_file_exits_3_and_the_others_are_still_judged(self):
        self.write("broken.yaml", "Resources: {\n  Logs: [\n")
        self.write("storage.yaml", OPEN)
        run = self.demarc("check", *ACL, "broken.yaml", "storage.yaml")
        self.assertEqual(run.status, 3)
        self.assertIn("broken.yaml:", run.err)
        self.assertIn("storage.yaml:5:22: high", run.out)

    def test_a_named_file_that_is_neither_template_nor_plan_exits_3(self):
        self.write("values.yaml", "replicas: 3\n")
        run = self.demarc("check", "values.yaml")
        self.assertEqual(run.status, 3)
        self.assertEqual(run.err, "values.yaml: error: is neither a CloudFormation template nor a Terraform plan\n"
                                  "     a template has Resources; a plan comes from `terraform show -json PLANFILE`\n")

    def test_with_skip_others_it_is_passed_over_but_a_broken_template_is_not(self):
        self.write("values.yaml", "replicas: 3\n")
        self.write("chart.yaml", "kind: {{ .Values.kind }}\n")
        self.write("storage.yaml", OPEN)
        run = self.demarc("check", "--skip-others", *ACL, "values.yaml", "chart.yaml", "storage.yaml")
        self.assertEqual((run.status, run.err), (1, ""))
        self.assertIn("1 resource in 1 input", run.out)
        self.assertEqual(self.demarc("check", "--skip-others", "values.yaml", "chart.yaml").status, 0)
        self.write("broken.yaml", "AWSTemplateFormatVersion: '2010-09-09'\nResources: [\n")
        self.assertEqual(self.demarc("check", "--skip-others", *ACL, "broken.yaml").status, 3)
        self.assertEqual(self.demarc("check", "--skip-others", "nothing.yaml").status, 3)

    def test_one_that_is_met_in_a_folder_is_left_out(self):
        self.write("values.yaml", "replicas: 3\n")
        self.write("notes.md", "Resources: AWS::S3::Bucket\n")
        self.assertEqual(self.demarc("check", ".").status, 0)

    def test_a_missing_file_exits_3(self):
        run = self.demarc("check", "nothing.yaml")
        self.assertEqual(run.status, 3)
        self.assertEqual(run.err.splitlines()[0], "nothing.yaml: error: cannot be read: No such file or directory")

    def test_hidden_folders_and_node_modules_are_not_walked(self):
        self.write(".aws-sam/storage.yaml", OPEN)
        self.write("node_modules/x/storage.yaml", OPEN)
        self.assertEqual(self.demarc(*ACL, ".").status, 0)

    def test_a_wrong_option_exits_2_and_names_the_nearest(self):
        run = self.demarc("check", "--formt", "json")
        self.assertEqual((run.status, run.out), (2, ""))
        self.assertEqual(run.err, "demarc: unknown option --formt\n  did you mean --format?\n")

    def test_a_wrong_value_exits_2_and_says_what_is_taken(self):
        run = self.demarc("check", "--min-severity", "hihg")
        self.assertEqual(run.status, 2)
        self.assertEqual(run.err, "demarc: --min-severity does not take hihg: it takes note, low, medium, high, critical\n  did you mean high?\n")

    def test_a_wrong_command_and_a_wrong_policy_exit_2(self):
        run = self.demarc("explian", "s3-public-acl")
        self.assertEqual((run.status, run.err), (2, "demarc: there is no command or file explian\n  did you mean demarc explain?\n"))
        run = self.demarc("check", "--select", "s3-public-akl", ".")
        self.assertEqual((run.status, run.err), (2, "demarc: there is no policy s3-public-akl\n  did you mean s3-public-acl?\n"))

    def test_fail_on_and_min_severity(self):
        self.write("storage.yaml", OPEN)
        self.assertEqual(self.demarc(*ACL, "--fail-on", "critical", "storage.yaml").status, 0)
        self.assertEqual(self.demarc(*ACL, "--fail-on", "never", "storage.yaml").status, 0)
        run = self.demarc(*ACL, "--min-severity", "critical", "storage.yaml")
        self.assertEqual((run.status, "s3-public-acl:" in run.out), (1, False))

    def test_what_cannot_be_told_is_counted_shown_on_request_and_fails_on_request(self):
        self.write("storage.yaml", OPEN.replace("PublicRead", "!Ref Acl") + "Parameters: {Acl: {Type: String}}\n")
        run = self.demarc(*ACL, "storage.yaml")
        self.assertEqual(run.status, 0)
        self.assertIn("1 that cannot be told (--show unknown)", run.out)
        run = self.demarc(*ACL, "--show", "unknown", "--fail-on", "unknown", "storage.yaml")
        self.assertEqual(run.status, 1)
        self.assertIn("storage.yaml:5:22: unknown s3-public-acl: Logs: cannot tell: AccessControl depends on parameter Acl, which has no default",
                      run.out)

    def test_parameters_are_given_as_pairs_and_in_the_files_of_AWS(self):
        self.write("storage.yaml", OPEN.replace("PublicRead", "!Ref Acl") + "Parameters: {Acl: {Type: String}}\n")
        self.write("cli.json", '[{"ParameterKey": "Acl", "ParameterValue": "PublicRead"}]')
        self.write("cli.yaml", "- ParameterKey: Acl\n  ParameterValue: PublicRead\n")
        self.write("pipeline.json", '{"Parameters": {"Acl": "PublicRead"}, "Tags": {"Team": "x"}}')
        self.write("deploy.json", '{"Acl": "PublicRead"}')
        self.write("list.json", '["Acl=PublicRead"]')
        self.write("lines.ini", "# open on purpose\n\nAcl=PublicRead\r\nName=a=b\n")
        for given in ["Acl=PublicRead", "ParameterKey=Acl,ParameterValue=PublicRead", "cli.json", "cli.yaml", "pipeline.json",
                      "deploy.json", "list.json", "lines.ini"]:
            with self.subTest(given):
                run = self.demarc(*ACL, "--parameters", given, "storage.yaml")
                self.assertEqual((run.status, run.err), (1, ""))
                self.assertIn("storage.yaml:5:22: high s3-public-acl: Logs grants PublicRead (parameter Acl) to everyone", run.out)
        self.assertEqual(self.demarc(*ACL, "--parameters", "Acl=Private", "storage.yaml").status, 0)

    def test_a_parameter_that_no_template_declares_is_named(self):
        self.write("storage.yaml", OPEN)
        run = self.demarc("check", "--parameters", "Alc=Private", "--parameters", "AWS::Region=eu-west-1", "storage.yaml")
        self.assertIn("storage.yaml: note: --parameters gives Alc, which no template declares\n", run.out)
        self.assertNotIn("gives AWS::Region", run.out)

    def test_a_parameter_file_that_is_none_exits_2_at_its_line(self):
        self.write("storage.yaml", OPEN)
        self.write("bad.json", '[\n {"ParameterKey": "Acl"}]')
        run = self.demarc("check", "--parameters", "bad.json", "storage.yaml")
        self.assertEqual((run.status, run.err), (2, "demarc: bad.json:2:2: ParameterValue is missing\n"))
        self.write("bad.ini", "Acl=Private\nnot one\n")
        run = self.demarc("check", "--parameters", "bad.ini", "storage.yaml")
        self.assertEqual((run.status, run.err), (2, "demarc: bad.ini:2:1: expected NAME=VALUE\n"))
        self.write("map.json", '{"Acl": {"Fn::GetParam": ["a", "b", "c"]}}')
        run = self.demarc("check", "--parameters", "map.json", "storage.yaml")
        self.assertEqual((run.status, run.err), (2, "demarc: map.json:1:9: parameter Acl needs a text, a number or a list of them\n"))

    def test_several_reports_at_once(self):
        self.write("storage.yaml", OPEN)
        run = self.demarc(*ACL, "-o", "json=out.json", "-o", "sarif=out.sarif", "storage.yaml")
        self.assertTrue(run.out.startswith("storage.yaml:5:22"))
        self.assertIn('"policy": "s3-public-acl"', (self.folder / "out.json").read_text())
        self.assertIn('"ruleId": "s3-public-acl"', (self.folder / "out.sarif").read_text())

    def test_a_report_that_cannot_be_written_exits_2(self):
        self.write("storage.yaml", OPEN)
        run = self.demarc(*ACL, "-o", "json=no/such/out.json", "storage.yaml")
        self.assertEqual((run.status, run.err), (2, "demarc: no/such/out.json cannot be written: No such file or directory\n"))

    def test_quiet_is_one_line_a_finding(self):
        self.write("storage.yaml", OPEN)
        self.assertEqual(self.demarc(*ACL, "--quiet", "storage.yaml").out,
                         "storage.yaml:5:22: high s3-public-acl: Logs grants PublicRead to everyone\n")

    def test_colour_on_request_only_and_never_in_a_pipe(self):
        self.write("storage.yaml", OPEN)
        self.assertNotIn("\x1b", self.demarc(*ACL, "storage.yaml").out)
        self.assertIn("\x1b[1;31mhigh\x1b[0m", self.demarc(*ACL, "--color", "always", "storage.yaml").out)

    def test_paths_in_SARIF_begin_at_the_repository(self):
        self.write(".git/HEAD", "")
        self.write("stacks/a b.yaml", OPEN)
        for cwd, path in [(".", "stacks/a b.yaml"), ("stacks", "a b.yaml")]:
            result = demarc("check", *ACL, "--format", "sarif", path, cwd=self.folder / cwd).json()["runs"][0]["results"][0]
            self.assertEqual(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "stacks/a%20b.yaml")

    def test_a_policy_of_ones_own(self):
        self.write("mine/queue-unnamed.yaml", """id: queue-unnamed
title: Queue has no name
severity: low
category: governance
since: 1.0.0
for: AWS::SQS::Queue
require: {property: QueueName, set: true}
message: has no name
""")
        self.write("queue.yaml", "Resources: {Work: {Type: 'AWS::SQS::Queue'}}\n")
        run = self.demarc("check", "--policies", "mine", "--select", "queue-unnamed", "queue.yaml")
        self.assertEqual(run.status, 1)
        self.assertIn("queue.yaml:1:13: low queue-unnamed: Work", run.out)

    def test_a_broken_policy_of_ones_own_exits_2_at_its_line(self):
        self.write("mine/bad.yaml", "id: bad\ntitle: Bad\nseverity: enormous\ncategory: governance\nsince: 1.0.0\nfor: AWS::SQS::Queue\n"
                                    "require: {property: QueueName, set: true}\nmessage: is bad\n")
        run = self.demarc("check", "--policies", "mine", ".")
        self.assertEqual(run.status, 2)
        self.assertTrue(run.err.startswith("mine/bad.yaml:3:11: error: "), run.err)

    def test_a_second_policy_in_one_file_is_not_passed_over(self):
        self.write("mine/two.yaml", "id: one\ntitle: One\nseverity: low\nfor: AWS::SQS::Queue\n"
                                    "require: {property: QueueName, set: true}\n---\nid: two\n")
        run = self.demarc("check", "--policies", "mine", ".")
        self.assertEqual(run.status, 2)
        self.assertIn("another document begins here", run.err)

    def test_policies_and_explain(self):
        listing = self.demarc("policies", "--format", "json").json()["policies"]
        self.assertGreaterEqual(len(listing), 50)
        self.assertTrue(all(policy["peers"] or policy["id"] for policy in listing))
        text = self.demarc("explain", "s3-public-acl").out
        self.assertTrue(text.startswith("s3-public-acl: Bucket ACL grants access to everyone\n"))
        self.assertIn("CKV_AWS_20", text)
        self.assertIn("### Bucket ACL grants access to everyone", self.demarc("explain", "--format", "markdown", "s3-public-acl").out)

    def test_version_and_help(self):
        self.assertRegex(self.demarc("--version").out, r"^demarc \d+\.\d+\.\d+\n$")
        text = self.demarc("--help").out
        self.assertIn("usage: demarc [COMMAND] [OPTION...] [PATH...]", text)
        self.assertLessEqual(max(map(len, text.splitlines())), 100)
        self.assertIn("usage: demarc explain", self.demarc("explain", "--help").out)


if __name__ == "__main__":
    unittest.main()
