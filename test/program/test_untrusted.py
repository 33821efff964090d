"""Names and values of inputs are untrusted, and some are secret: whatever they hold comes out harmless, or not at all, in every format."""
import csv
import io
import json
import pathlib
import re
import subprocess
import unittest
import xml.etree.ElementTree

from program import DEMARC, Folder, demarc

FORMATS = ["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv"]
EVERYTHING = ["--profile", "strict", "--min-severity", "note", "--show", "unknown,pass,suppressed"]

ESCAPE, C1, BIDI, TAG = "\x1b", "\u009b", "\u202e", "\U000E0041"
ODD = {
    "escape": ESCAPE + "[31mred" + ESCAPE + "]0;title\x07",
    "c1": C1 + "31m",
    "bidi": BIDI + "txt.exe\u2066x\u2069",
    "tag": "a" + TAG + "b",
    "command": "\n::error file=x,line=1::planted",
    "old command": "##[error]planted ##vso[task.setvariable variable=x]planted",
    "script": "</script><script>planted()</script>",
    "image": "<img src=x onerror=planted()>",
    "table": "a | b | `c` [link](http://planted.example) @everyone",
    "formula": "=HYPERLINK(\"http://planted.example\")",
    "plus": "+planted",
    "minus": "-planted",
    "at": "@planted",
    "tab": "\t=planted",
    "return": "\r=planted",
    "wide": "\u65e5\u672c\u8a9e e\u0301",
}


def template_of(texts):
    """A bucket for each text, which is its logical id, and an ACL that names it; resources, values, keys and descriptions."""
    resources = {}
    for name, text in texts.items():
        resources[text] = {"Type": "AWS::S3::Bucket", "Properties": {"AccessControl": "PublicRead", "BucketName": text, text: text}}
        resources["Group " + text] = {"Type": "AWS::EC2::SecurityGroup", "Properties": {
            "GroupDescription": text, "SecurityGroupIngress": [{"IpProtocol": text, "CidrIp": "0.0.0.0/0", "FromPort": 22, "ToPort": 22}]}}
        resources["Function " + text] = {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": text, "Role": {"Ref": text + " x"}}}
        resources["Policy " + text] = {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {"Statement": [
            {"Effect": "Allow", "Action": text, "Resource": "*"}, {"Effect": "Allow", "Action": "*", "Resource": "*"}]}}}
    return json.dumps({"Parameters": {text: {"Type": text} for text in texts.values()}, "Resources": resources})


class Run:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err


class Untrusted(Folder):
    def outputs(self, *words):
        """What each format gives as a file, and what is said on standard error and output beside."""
        files = [word for form in FORMATS for word in ("-o", f"{form}={form}.out")]
        run = self.demarc(*EVERYTHING, *files, *words)
        runs = {form: Run(run.status, (self.folder / f"{form}.out").read_bytes().decode(), run.err) for form in FORMATS}
        self.assertEqual(runs["text"].out, run.out)
        return runs

    def setUp(self):
        super().setUp()
        self.write("odd.json", template_of(ODD))

    def test_every_text_comes_through(self):
        """The test would prove nothing if the texts were not there."""
        found = json.loads(self.demarc(*EVERYTHING, "--format", "json", "odd.json").out)["findings"]
        addresses = {finding["resource"]["address"] for finding in found}
        for text in ODD.values():
            self.assertIn(text, addresses)

    def test_no_format_has_characters_that_rewrite_a_terminal_or_reorder_a_line(self):
        for form, run in self.outputs("odd.json").items():
            for text in (run.out, run.err):
                plain = text.replace("\r\n", "\n") if form == "csv" else text
                bad = set(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000E0000-\U000E0FFF]", plain))
                self.assertEqual(bad, set(), form)

    def test_colour_is_ours_alone(self):
        text = self.demarc(*EVERYTHING, "--color", "always", "odd.json").out
        self.assertIn("\x1b[1m", text)
        self.assertEqual(set(re.findall("\x1b.?.?.?.?.?", re.sub("\x1b\\[[0-9;]*m", "", text))), set())
        self.assertNotIn("\x1b[31mred", text)

    def test_no_format_gives_commands_to_a_build_log(self):
        for form, run in self.outputs("odd.json").items():
            for line in (run.out + run.err).splitlines():
                self.assertNotRegex(line, r"(?i)##\[|##vso\[", form)
                if line.lstrip().startswith("::"):
                    self.assertEqual(form, "github", line)
                    self.assertRegex(line, r"^::(error|warning|notice) (file=[^,:]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,)?title=[^:,]*::")

    def test_GitHub_gets_one_line_a_command(self):
        lines = self.demarc(*EVERYTHING, "--format", "github", "odd.json").out.splitlines()
        self.assertTrue(all(line.startswith("::") for line in lines[:-1]))
        self.assertLessEqual(len(lines), 31)

    def test_markup_is_none(self):
        for form, run in self.outputs("odd.json").items():
            if form in ("text", "csv", "github"):
                continue  # plain text to whoever shows it
            self.assertNotIn("</script", run.out, form)
            if form in ("junit", "markdown"):
                self.assertNotIn("<script", run.out, form)
                self.assertNotIn("<img", run.out, form)

    def test_Markdown_keeps_its_tables(self):
        for line in self.demarc(*EVERYTHING, "--format", "markdown", "odd.json").out.splitlines():
            if line.startswith("|"):
                self.assertEqual(len(re.findall(r"(?<!\\)\|", line)), 5, line)
            self.assertNotRegex(line, r"(?<!\\)\]\(")
            self.assertNotRegex(line, r"http://planted|@everyone")

    def test_XML_is_XML_and_holds_the_texts(self):
        root = xml.etree.ElementTree.fromstring(self.demarc(*EVERYTHING, "--format", "junit", "odd.json").out)
        self.assertEqual({element.tag for element in root.iter()} - {"testsuites", "testsuite", "testcase", "failure", "skipped", "error"}, set())
        self.assertTrue(any("<script>planted()" in case.get("name") for case in root.iter("testcase")))

    def test_no_cell_of_CSV_is_a_formula(self):
        rows = list(csv.reader(io.StringIO(self.demarc(*EVERYTHING, "--format", "csv", "odd.json").out, newline="")))
        self.assertGreater(len(rows), 20)
        for row in rows:
            self.assertEqual(len(row), 13)
            for cell in row:
                self.assertNotRegex(cell, "^[=+@\t\r-]")

    def test_JSON_keeps_the_texts_whole(self):
        self.assertTrue(any(finding["resource"]["address"] == ODD["script"] for finding in
                            self.demarc(*EVERYTHING, "--format", "json", "odd.json").json()["findings"]))

    def test_SARIF_makes_no_link_of_a_text(self):
        for result in self.demarc(*EVERYTHING, "--format", "sarif", "odd.json").json()["runs"][0]["results"]:
            self.assertNotIn("](http", result["message"]["text"])

    def test_ill_formed_UTF8_is_an_error_that_can_be_read_in_every_format(self):
        self.write("broken.yaml", b"Resources:\n  A\xff\x1b[31m: {Type: AWS::S3::Bucket}\n")
        for form, run in self.outputs("broken.yaml").items():
            self.assertEqual(run.status, 3, form)
            self.assertIn("byte 0xFF is not UTF-8 at line 2, column 4", run.out + run.err if form == "text" else run.out, form)

    def test_names_of_files_are_untrusted_too(self):
        name = "a\x1b[31m |`b`,line=9::c##[error]\u202e.json"
        self.write(name, template_of({"x": "Logs"}))
        for form, run in self.outputs(name).items():
            self.assertNotRegex(run.out + run.err, "\x1b|\u202e|##\\[", form)

    def test_a_syntax_error_beside_odd_characters(self):
        self.write("broken.json", '{"Resources": {"A\u202e##[error]x": {"Type": "AWS::S3::Bucket" "b": 1}}}')
        run = self.demarc("broken.json")
        self.assertEqual(run.status, 3)
        self.assertNotRegex(run.err, "\u202e|##\\[")
        self.assertIn("\\u{202e}", run.err)


SECRET = "S3cr3t-hunter2-value"

SECRET_TEMPLATE = f"""Parameters:
  Password: {{Type: String, NoEcho: true, Default: {SECRET}-noecho}}
  Shown: {{Type: String, Default: {SECRET}-typed}}
Resources:
  ByParameter:
    Type: AWS::RDS::DBInstance
    Properties: {{DBInstanceClass: db.t3.micro, Engine: mysql, MasterUsername: admin, MasterUserPassword: !Ref Password}}
  ByTyped:
    Type: AWS::RDS::DBInstance
    Properties: {{DBInstanceClass: db.t3.micro, Engine: mysql, MasterUsername: admin, MasterUserPassword: !Ref Shown}}
  Literal:
    Type: AWS::RDS::DBInstance
    Properties: {{PubliclyAccessible: true, MasterUsername: admin, MasterUserPassword: {SECRET}-literal}}
  Joined:
    Type: AWS::RDS::DBInstance
    Properties: {{MasterUsername: admin, MasterUserPassword: !Sub "{SECRET}-${{AWS::Region}}"}}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.12
      Environment: {{Variables: {{DB_PASSWORD: {SECRET}-environment, OTHER: !Ref Password}}}}
  Leak:
    Type: AWS::EC2::Instance
    Properties:
      Tags: [{{Key: pw, Value: !Ref Password}}]
      UserData: !Base64 {{"Fn::Sub": "export PW=${{Password}}"}}
Outputs:
  Leaked: {{Value: !Ref Password}}
"""


class Secrets(Folder):
    maxDiff = None

    def check_none(self, *words, env=None):
        files = [word for form in FORMATS for word in ("-o", f"{form}={form}.out")]
        for few in ([], ["--select", "rds-instance-public,lambda-runtime-unsupported"]):
            run = self.demarc(*EVERYTHING, *few, "--timing", *files, *words)
            self.assertIn(run.status, (0, 1, 3))
            self.assertNotIn("hunter2", run.out)
            self.assertNotIn("hunter2", run.err)
            for form in FORMATS:
                self.assertNotIn("hunter2", (self.folder / f"{form}.out").read_text(), form)

    def test_secrets_of_templates_are_in_no_format(self):
        self.write("secret.yaml", SECRET_TEMPLATE)
        self.check_none("secret.yaml")
        text = self.demarc("--profile", "strict", "--min-severity", "note", "secret.yaml").out
        self.assertIn("*" * len(SECRET), text)  # the line is shown, the secret is not
        self.assertIn("Literal", text)

    def test_the_same_in_JSON_on_one_line(self):
        self.write("secret.json", json.dumps({"Parameters": {"P": {"Type": "String", "NoEcho": True, "Default": SECRET}}, "Resources": {
            "A": {"Type": "AWS::RDS::DBInstance", "Properties": {"PubliclyAccessible": True, "MasterUserPassword": SECRET}},
            "B": {"Type": "AWS::RDS::DBInstance", "Properties": {"PubliclyAccessible": True, "MasterUserPassword": {"Ref": "P"}}}}}))
        self.check_none("secret.json")

    def test_given_values_of_NoEcho_parameters(self):
        self.write("secret.yaml", SECRET_TEMPLATE)
        self.check_none("--parameters", f"Password={SECRET}-given", "--parameters", f"Shown={SECRET}-shown", "secret.yaml")

    def test_secrets_of_plans_are_in_no_format(self):
        self.write("plan.json", json.dumps(plan()))
        self.check_none("plan.json")

    def test_secrets_in_the_source_of_a_plan(self):
        self.write("plan.json", json.dumps(plan()))
        self.write("main.tf", f"""resource "aws_db_instance" "unmarked" {{
  username            = "admin"
  password            = "{SECRET}-unmarked"
  publicly_accessible = true
}}
""")
        text = self.demarc("--profile", "strict", "plan.json").out
        self.assertIn("main.tf:3:25: high secrets-clear-text: aws_db_instance.unmarked holds password in clear text\n"
                      f"    3 |   password            = \"{'*' * len(SECRET + '-unmarked')}\"\n", text)
        self.check_none("plan.json")

    def test_a_plan_that_cannot_be_read(self):
        self.write("plan.json", json.dumps(plan(), indent=1).replace('"actions": [', '"actions" [', 1))
        self.check_none("plan.json")


def resource(kind, name, after, sensitive):
    return {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name, "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": {"actions": ["create"], "before": None, "after": after, "after_unknown": {}, "before_sensitive": False,
                       "after_sensitive": sensitive}}


def plan():
    resources = [
        resource("aws_db_instance", "marked", {"username": "admin", "password": SECRET + "-marked", "publicly_accessible": True, "tags": {"a": "b"}}, {"password": True}),
        resource("aws_db_instance", "unmarked", {"username": "admin", "password": SECRET + "-unmarked", "publicly_accessible": True}, {}),
        resource("aws_s3_bucket_acl", "odd", {"acl": SECRET + "-acl", "bucket": SECRET}, {"acl": True, "bucket": True}),
        resource("aws_lambda_function", "env", {"function_name": "f", "runtime": SECRET + "-runtime",
                                                "environment": [{"variables": {"DB_PASSWORD": SECRET, "API": SECRET + "-2"}}]},
                 {"runtime": True, "environment": [{"variables": True}]}),
        resource("aws_security_group", "odd", {"ingress": [{"cidr_blocks": [SECRET], "from_port": 22, "to_port": 22, "protocol": SECRET}]}, {"ingress": True}),
        resource("aws_iam_policy", "odd", {"policy": json.dumps({"Statement": [{"Effect": "Allow", "Action": SECRET + ":*", "Resource": "*"}]})}, {"policy": True}),
        resource("aws_ssm_parameter", "typed", {"name": "x", "type": "String", "value": SECRET + "-ssm"}, {"value": True}),
    ]
    return {"format_version": "1.2", "terraform_version": "1.9.0", "variables": {"password": {"value": SECRET + "-variable"}},
            "planned_values": {"root_module": {"resources": [{"address": each["address"], "mode": "managed", "type": each["type"], "name": each["name"],
                                                             "values": each["change"]["after"]} for each in resources]}},
            "resource_changes": resources,
            "configuration": {"root_module": {
                "variables": {"password": {"sensitive": True, "default": SECRET + "-default"}},
                "resources": [{"address": each["address"], "mode": "managed", "type": each["type"], "name": each["name"],
                               "expressions": {"password": {"references": ["var.password"]}} if each["name"] == "marked" else {}} for each in resources]}}}


if __name__ == "__main__":
    unittest.main()
