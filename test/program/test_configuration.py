import json
import unittest

try:
    import jsonschema
    import yaml
except ImportError:
    jsonschema = yaml = None

from program import DAY, SHARED, SOURCE, Folder, demarc

OPEN = """Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
"""
ACL = "s3-public-acl"


class Configuration(Folder):
    def check(self, *words, **more):
        return self.demarc("check", "--as-of", DAY, "--format", "json", *words, **more)

    def summary(self, *words, **more):
        run = self.check(*words, **more)
        self.assertEqual(run.err, "")
        return run.status, run.json()["summary"]

    def severities(self, *words, **more):
        """Of the finding of s3-public-acl in each file: its severity."""
        found = self.check(*words, **more).json()["findings"]
        return {finding["file"]: finding["severity"] for finding in found if finding["policy"] == ACL}

    def configure(self, text, folder="."):
        self.write(f"{folder}/.demarc.yaml", text)

    def refused(self, text, *messages):
        self.configure(text)
        self.write("storage.yaml", OPEN)
        run = self.check("storage.yaml")
        self.assertEqual((run.status, run.out), (2, ""))
        for message in messages:
            self.assertIn(message, run.err)

    def test_it_is_found_upward_from_each_input_and_the_nearest_wins(self):
        for folder in ["a", "a/deep", "b"]:
            self.write(f"{folder}/storage.yaml", OPEN)
        self.configure("root: true\npolicies: {s3-public-acl: {severity: low}}\n")
        self.configure("policies: {s3-public-acl: {severity: critical}}\n", "a")
        self.assertEqual(self.severities(), {"a/storage.yaml": "critical", "a/deep/storage.yaml": "critical", "b/storage.yaml": "low"})
        below = demarc("check", "--as-of", DAY, "--select", ACL, "-q", "storage.yaml", cwd=self.folder / "a/deep")
        self.assertEqual(below.out, "storage.yaml:5:22: critical s3-public-acl: Logs grants PublicRead to everyone\n")

    def test_root_ends_the_search(self):
        self.write("a/storage.yaml", OPEN)
        self.configure("root: true\npolicies: {s3-public-acl: {severity: low}}\n")
        self.configure("root: true\n", "a")
        self.assertEqual(self.severities(), {"a/storage.yaml": "high"})

    def test_standard_input_has_the_configuration_of_this_folder(self):
        self.configure("root: true\npolicies: {s3-public-acl: {severity: low}}\n")
        self.assertEqual(self.severities("-", stdin=OPEN.encode()), {"<stdin>": "low"})

    def test_the_command_line_wins_over_the_environment_and_that_over_files(self):
        self.write("storage.yaml", OPEN)
        self.configure("root: true\nfail-on: never\n")
        self.assertEqual(self.check("storage.yaml").status, 0)
        self.assertEqual(self.check("storage.yaml", env={"DEMARC_FAIL_ON": "low"}).status, 1)
        self.assertEqual(self.check("--fail-on", "never", "storage.yaml", env={"DEMARC_FAIL_ON": "low"}).status, 0)

    def test_every_variable_of_the_environment(self):
        self.write("storage.yaml", OPEN)
        self.write("other.yaml", "root: true\npolicies: {s3-public-acl: {severity: low}}\n")
        self.assertEqual(self.severities("storage.yaml", env={"DEMARC_CONFIG": "other.yaml"}), {"storage.yaml": "low"})
        more = self.summary("storage.yaml", env={"DEMARC_PROFILE": "strict"})[1]["policies"]
        self.assertGreater(more, self.summary("storage.yaml")[1]["policies"])
        self.assertEqual(self.severities("storage.yaml", env={"DEMARC_MIN_SEVERITY": "critical"}), {})
        shown = self.check("storage.yaml", "--select", ACL, "--fail-on", "never", env={"DEMARC_SHOW": "pass,unknown"})
        self.assertEqual(shown.status, 0)
        skip = OPEN.replace("  Logs:", "  Logs:\n    # checkov:skip=CKV_AWS_20:R")
        self.write("skip.yaml", skip)
        self.assertEqual(self.severities("skip.yaml", env={"DEMARC_HONOR": "checkov"}), {})
        notes = [finding for finding in self.check("storage.yaml", "--show", "unknown", "--min-severity", "note", "--profile", "strict",
                                                   env={"DEMARC_SCOPE": "files"}).json()["findings"] if finding["resource"]["address"] == "deployment"]
        self.assertEqual(notes, [])
        self.demarc("check", "storage.yaml", "--update-baseline", env={"DEMARC_BASELINE": "b.json"})
        self.assertEqual(self.check("storage.yaml", env={"DEMARC_BASELINE": "b.json"}).status, 0)

    def test_a_wrong_word_or_name_in_the_environment_is_an_error(self):
        run = self.check(env={"DEMARC_FAIL_ON": "hihg"})
        self.assertEqual((run.status, run.err), (2, "demarc: DEMARC_FAIL_ON does not take hihg: it takes note, low, medium, high, critical, "
                                                    "unknown, never\n  did you mean high?\n"))
        run = self.check(env={"DEMARC_FAILON": "high"})
        self.assertEqual((run.status, run.err), (2, "demarc: the environment variable DEMARC_FAILON means nothing\n  did you mean DEMARC_FAIL_ON?\n"))

    def test_config_takes_the_place_of_what_would_be_found(self):
        self.write("stack/storage.yaml", OPEN)
        self.configure("root: true\npolicies: {s3-public-acl: {severity: low}}\n", "stack")
        self.write("ci/strict.yaml", "policies: {s3-public-acl: {severity: critical}}\nexclude: [x]\n")
        self.assertEqual(self.severities("--config", "ci/strict.yaml", "stack"), {"stack/storage.yaml": "critical"})
        run = self.check("--config", "nothing.yaml", "stack")
        self.assertEqual((run.status, run.err), (2, "nothing.yaml: error: cannot be read: No such file or directory\n     check its name and its permissions\n"))

    def test_policies_are_switched_on_and_off_and_the_more_exact_pattern_wins(self):
        self.write("storage.yaml", OPEN)
        self.configure("root: true\npolicies:\n  \"*\": {enabled: false}\n  s3-public-acl: {enabled: true}\n")
        self.assertEqual(self.summary("storage.yaml")[1]["policies"], 1)
        self.configure("root: true\npolicies: {\"s3-*\": {enabled: false}}\n")
        self.assertEqual(self.severities("storage.yaml"), {})
        self.assertEqual(self.severities("--select", ACL, "storage.yaml"), {"storage.yaml": "high"})

    def test_settings_of_a_policy_reach_it_in_the_inputs_that_they_are_given_for(self):
        logs = "Resources:\n  L: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: %d}}\n"
        self.write("policies/short.yaml", "id: short\ntitle: T\nseverity: low\nfor: AWS::Logs::LogGroup\nsettings: {days: {default: 30, type: integer}}\n"
                                          "require: {property: RetentionInDays, at-least: $days}\nabsent: pass\nmessage: keeps less than {days}\n")
        for folder in ["a", "b"]:
            self.write(f"{folder}/logs.yaml", logs % 60)
        self.configure("root: true\nextra-policies: [policies]\n")
        self.configure("policies: {short: {days: 90}}\n", "b")
        found = self.check("--select", "short").json()["findings"]
        self.assertEqual([(finding["file"], finding["message"]) for finding in found], [("b/logs.yaml", "L keeps less than 90")])

    def test_extra_policies_judge_the_inputs_whose_configuration_names_them(self):
        self.write("b/policies/named.yaml", "id: queue-unnamed\ntitle: T\nseverity: low\nfor: AWS::SQS::Queue\nrequire: {property: QueueName, set: true}\nmessage: has no name\n")
        for folder in ["a", "b"]:
            self.write(f"{folder}/queue.yaml", "Resources:\n  Q: {Type: AWS::SQS::Queue}\n")
        self.configure("root: true\n")
        self.configure("extra-policies: policies\n", "b")
        found = self.check("--select", "queue-unnamed").json()["findings"]
        self.assertEqual([finding["file"] for finding in found], ["b/queue.yaml"])

    def test_shared_settings_and_the_classification(self):
        bucket = "Resources:\n  B: {Type: AWS::S3::Bucket, Properties: {Tags: [{Key: Data, Value: %s}]}}\n"
        self.write("policies/p.yaml", "id: tagged\ntitle: T\nseverity: {ordinary: low, sensitive: critical}\nfor: AWS::S3::Bucket\n"
                                      "each: $required-tags\nrequire: {tag: $item, set: true}\nmessage: is not tagged\n")
        self.write("a.yaml", bucket % "secret")
        self.write("b.yaml", bucket % "public")
        self.configure("root: true\nextra-policies: [policies]\nsettings: {required-tags: [Owner]}\nclassification: {tags: {Data: [secret]}}\n")
        found = self.check("--select", "tagged").json()["findings"]
        self.assertEqual([(finding["file"], finding["severity"]) for finding in found], [("a.yaml", "critical"), ("b.yaml", "low")])

    def test_assumptions_take_the_place_of_defaults_where_they_are_said(self):
        volume = "Resources:\n  V: {Type: AWS::EC2::Volume, Properties: {Size: 8, AvailabilityZone: eu-west-1a}}\n"
        for folder in ["a", "b"]:
            self.write(f"{folder}/volume.yaml", volume)
        self.configure("root: true\n")
        self.configure("assume:\n- {type: AWS::EC2::Volume, property: Encrypted, default: true}\n", "b")
        found = self.check("--select", "ebs-volume-unencrypted").json()["findings"]
        self.assertEqual([finding["file"] for finding in found], ["a/volume.yaml"])
        self.refused("root: true\nassume:\n- {type: AWS::EC2::Volume, property: Encrypted}\n", ".demarc.yaml:3:4", "a row needs either \"default\" or \"unknown\"")

    def test_excluded_files_are_not_looked_at_named_ones_with_a_note(self):
        for name in ["cdk.out/storage.yaml", "test/storage.yaml", "deep/test/storage.yaml", "storage.yaml"]:
            self.write(name, OPEN)
        self.configure("root: true\nexclude: [cdk.out, \"**/test/*\"]\n")
        self.assertEqual(self.severities(), {"storage.yaml": "high"})
        run = self.check("test/storage.yaml")
        self.assertEqual(run.status, 0)
        self.assertEqual(run.json()["notes"], [{"kind": "excluded", "message": "is excluded by .demarc.yaml:2", "file": "test/storage.yaml"}])

    def test_parameters(self):
        self.write("storage.yaml", "Parameters: {Acl: {Type: String}}\n" + OPEN.replace("PublicRead", "!Ref Acl"))
        self.configure("root: true\nparameters: {Acl: PublicRead}\n")
        self.assertEqual(self.severities("storage.yaml"), {"storage.yaml": "high"})
        self.assertEqual(self.severities("-p", "Acl=Private", "storage.yaml"), {})

    def test_what_counts_for_a_run_is_not_heard_from_below_with_a_note(self):
        self.write("a/storage.yaml", OPEN)
        self.write("b/storage.yaml", OPEN)
        self.configure("root: true\n")
        self.configure("# here\nscope: account\n", "b")
        notes = [note for note in self.check("--select", ACL, ".").json()["notes"] if note["kind"] == "configuration"]
        self.assertEqual(notes, [{"kind": "configuration", "file": "b/.demarc.yaml", "line": 2, "column": 1, "message":
                                  "scope counts for the run as a whole and is not heard here; it is said by default"}])
        self.assertEqual(self.check("--select", ACL, "b").json()["notes"], [])

    def test_mistakes_are_errors_at_their_line_with_the_nearest_right_name(self):
        self.refused("root: true\nfail_on: high\n", ".demarc.yaml:2:1: error: unknown key \"fail_on\" in a configuration; did you mean \"fail-on\"?")
        self.refused("root: true\nscope: file\n", ".demarc.yaml:2:8: error: \"scope\" must be files, stack or account, not \"file\"; did you mean \"files\"?")
        self.refused("root: perhaps\n", ".demarc.yaml:1:7: error: \"root\" must be true or false, not \"perhaps\"")
        self.refused("root: true\nhonor: [chekov]\n", "did you mean \"checkov\"?")
        self.refused("root: true\npolicies:\n  s3-public-akl: {enabled: false}\n", "demarc: .demarc.yaml:3: there is no policy s3-public-akl; did you mean \"s3-public-acl\"?\n")
        self.refused("root: true\npolicies:\n  s3-public-acl: {sevrity: low}\n", "demarc: .demarc.yaml:3: s3-public-acl has no setting sevrity; did you mean \"severity\"?\n")
        self.refused("root: true\nsettings: {allowed-region: [x]}\n", "demarc: .demarc.yaml:2: there is no shared setting allowed-region; did you mean \"allowed-regions\"?\n")
        self.refused("root: true\nsuppressions: [{policy: s3-public-akl, reason: R}]\n", ".demarc.yaml:2: there is no policy s3-public-akl")
        self.refused("root: true\nsuppressions: [{policy: s3-public-acl, reasn: R}]\n", "unknown key \"reasn\" in a suppression; did you mean \"reason\"?")
        self.refused("root: true\nextra-policies: [nowhere]\n", "demarc: .demarc.yaml:2: nowhere is no folder of policies\n")
        self.refused("root: [\n", ".demarc.yaml:")

    def test_an_empty_file_says_nothing(self):
        self.write("storage.yaml", OPEN)
        self.configure("# nothing yet\n")
        self.assertEqual(self.severities("storage.yaml"), {"storage.yaml": "high"})


class Shown(Folder):
    def test_policies_and_explain_know_the_policies_and_settings_of_this_folder(self):
        self.write("mine/p.yaml", "id: queue-unnamed\ntitle: Queue has no name\nseverity: low\nfor: AWS::SQS::Queue\nsettings: {days: {default: 30, type: integer, text: Days}}\n"
                                  "require: {property: X, at-least: $days}\nabsent: pass\nmessage: m\n")
        self.assertEqual(self.demarc("explain", "queue-unnamed").status, 2)
        self.write(".demarc.yaml", "root: true\nextra-policies: mine\npolicies: {queue-unnamed: {days: 77}}\n")
        run = self.demarc("explain", "queue-unnamed")
        self.assertEqual((run.status, run.err), (0, ""))
        self.assertIn("77", run.out)
        self.assertIn("queue-unnamed", self.demarc("policies").out)

    def test_config_prints_each_value_and_where_it_comes_from(self):
        self.write(".demarc.yaml", "root: true\nprofile: strict\nfail-on: [high, unknown]\npolicies:\n  s3-public-acl: {severity: low}\n"
                                   "settings: {allowed-regions: [eu-west-1, us-east-1]}\n")
        self.write("stack/.demarc.yaml", "policies:\n  s3-public-acl: {enabled: false, severity: note}\nexclude: [\"*.json\"]\n"
                                         "suppressions:\n- {policy: ebs-volume-unencrypted, resource: V, until: 2027-01-31, reason: \"Scratch: gone soon\"}\n")
        self.write("stack/a.yaml", OPEN)
        run = self.demarc("config", "--min-severity", "medium", "stack/a.yaml", env={"DEMARC_SHOW": "unknown"})
        self.assertEqual((run.status, run.err), (0, ""))
        self.assertEqual([" ".join(line.split()) for line in run.out.splitlines()], [
            "# made of:", "# stack/.demarc.yaml", "# .demarc.yaml",
            "profile: strict # .demarc.yaml:2", "scope: stack # default", "fail-on: [high, unknown] # .demarc.yaml:3",
            "min-severity: medium # --min-severity", "show: unknown # DEMARC_SHOW", "honor: [] # default",
            "policies:", "s3-public-acl:", "enabled: false # stack/.demarc.yaml:2", "severity: note # stack/.demarc.yaml:2",
            "settings:", "allowed-regions: [eu-west-1, us-east-1] # .demarc.yaml:6",
            "exclude:", "- \"*.json\" # stack/.demarc.yaml:3",
            "suppressions:", "- policy: [ebs-volume-unencrypted] # stack/.demarc.yaml:5", "resource: [V]", "reason: \"Scratch: gone soon\"",
            "until: 2027-01-31"])

    def test_without_a_file_the_defaults_are_shown(self):
        run = self.demarc("config")
        self.assertEqual(run.out.splitlines()[0], "# no configuration file is found")
        self.assertIn("# default", run.out)

    def test_init_writes_a_commented_file_that_reads_well_and_never_overwrites(self):
        run = self.demarc("init")
        self.assertEqual((run.status, run.out, run.err), (0, "wrote .demarc.yaml\n", ""))
        text = (self.folder / ".demarc.yaml").read_text()
        self.write("storage.yaml", OPEN)
        self.assertEqual(self.demarc("check", "--select", ACL, "storage.yaml").status, 1)
        run = self.demarc("init")
        self.assertEqual((run.status, run.err), (2, "demarc: .demarc.yaml is there already, and is left as it is\n  `demarc config` shows what it says\n"))
        self.assertEqual((self.folder / ".demarc.yaml").read_text(), text)
        # What stands there in comments, too, is right.
        whole = "\n".join(line[2:] if line.startswith("# ") and (":" in line and not line.endswith(".") or line.startswith("#  ")) else line for line in text.splitlines())
        self.write(".demarc.yaml", whole.replace("extra-policies: [policies]", "extra-policies: []").replace("baseline: demarc.baseline.json", ""))
        run = self.demarc("config")
        self.assertEqual((run.status, run.err), (0, ""))


@unittest.skipIf(jsonschema is None, "python3-jsonschema or python3-yaml is not installed")
class Schemas(Folder):
    class Plain(yaml.SafeLoader if yaml else object):
        """YAML 1.2's core schema as far as it matters: dates stay text."""

    def setUp(self):
        super().setUp()
        self.Plain.yaml_implicit_resolvers = {first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:timestamp"]
                                              for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}

    def validator(self, name):
        run = self.demarc("schema", name)
        self.assertEqual((run.status, run.err), (0, ""))
        schema = run.json()
        self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    def load(self, text):
        return yaml.load(text, self.Plain)

    def test_every_built_in_policy_fits_the_schema_of_policies(self):
        validator = self.validator("policy")
        files = [path for path in (SOURCE / "policies").glob("*/*/*.yaml") if not path.name.endswith(".template.yaml") and path.parts[-3] != "tables"]
        self.assertGreater(len(files), 100)
        for path in files:
            errors = [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(self.load(path.read_text()))]
            self.assertEqual(errors, [], path)

    def test_what_demarc_refuses_in_a_policy_the_schema_refuses(self):
        validator = self.validator("policy")
        good = "id: p\ntitle: T\nseverity: low\nfor: AWS::S3::Bucket\nrequire: {property: A, is: x}\nabsent: pass\nmessage: m\n"
        self.assertTrue(validator.is_valid(self.load(good)))
        for wrong in [good.replace("severity: low", "severity: lo"), good.replace("is: x", "equals: x"), good + "forbid: true\n", good + "on: x\n",
                      good.replace("require: {property: A, is: x}", "require: [{property: A, is: x}]"), good.replace("title: T\n", ""),
                      good.replace("is: x", "is: x, set: true"), good.replace("{property: A, is: x}", "{all: []}")]:
            self.assertFalse(validator.is_valid(self.load(wrong)), wrong)
            self.write("policies/p.yaml", wrong)
            self.assertEqual(self.demarc("policies", "--policies", "policies").status, 2, wrong)

    def test_configurations(self):
        validator = self.validator("config")
        self.demarc("init")
        samples = [(self.folder / ".demarc.yaml").read_text(), "# nothing\n",
                   "fail-on: [high, unknown]\nshow: pass\nhonor: [kics]\npolicies: {logs-group-retention-short: {days: 90}}\nclassification: {tags: {A: b}}\n"
                   "suppressions: [{policy: a, reason: R, until: 2027-01-31, resource: [x]}]\nassume: [{type: AWS::EC2::Volume, property: Encrypted, default: true}]\n"]
        for text in samples:
            self.assertEqual([error.message for error in validator.iter_errors(self.load(text))], [], text)
        for text in ["fail_on: high\n", "scope: file\n", "root: 1\n", "honor: [chekov]\n", "suppressions: [{policy: a}]\n", "policies: {a: {severity: lo}}\n",
                     "assume: [{type: AWS::EC2::Volume, property: Encrypted}]\n", "exclude: {}\n"]:
            self.assertFalse(validator.is_valid(self.load(text)), text)
            self.write(".demarc.yaml", text)
            self.write("storage.yaml", OPEN)
            self.assertEqual(self.demarc("check", "storage.yaml").status, 2, text)

    def test_keys_of_the_schema_and_of_the_reader_are_the_same(self):
        keys = set(self.validator("config").schema["properties"])
        for key in keys:
            self.write(".demarc.yaml", f"{key}: {{?: }}\n" if key == "?" else f"{key}:\n")
            self.assertNotIn("unknown key", self.demarc("config").err, key)
        self.assertEqual(len(keys), 16)

    def test_reports_fit_the_schema_of_reports(self):
        validator = self.validator("json")
        self.write("storage.yaml", OPEN.replace("  Logs:", "  Logs: # demarc:ignore s3-public-acl: R") + "  B: {Type: AWS::S3::Bucket, Properties: {AccessControl: !Ref X}}\n")
        self.write("broken.yaml", "Resources: {\n")
        inputs = ["storage.yaml", "broken.yaml"]
        if SHARED.is_dir():
            inputs += sorted((SHARED / "corpus/plans").glob("*.json"))[:10] + sorted((SHARED / "corpus/cfn").glob("*"))[:30]
        run = self.demarc("check", "--profile", "strict", "--show", "unknown,pass,suppressed", "--min-severity", "note", "--format", "json", *inputs)
        self.assertEqual([f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(run.json())], [])

    def test_another_word_is_refused(self):
        run = self.demarc("schema", "yaml")
        self.assertEqual((run.status, run.err), (2, "demarc: there is no schema of yaml\n  there are of config, policy and json\n"))


if __name__ == "__main__":
    unittest.main()
