"""Inputs that are made to exhaust whoever reads them. Each ends within a second and 200 MB, in a build that is optimized."""
import json
import os
import subprocess
import unittest

from program import DEMARC, Folder

OPTIMIZED = os.environ.get("TEST_CONFIG", "Release") in ("Release", "RelWithDebInfo", "MinSizeRel")
SECONDS = 1.0
MEGABYTES = 200


def is_instrumented():
    with open(DEMARC, "rb") as program:
        return b"__asan_init" in program.read()


LIMITED = OPTIMIZED and not is_instrumented()


class Adversarial(Folder):
    def check(self, name, text, *words):
        """The status, and what is said, of a file that is checked within the limits."""
        self.write(name, text)
        out = open(self.folder / "out", "wb+")
        self.addCleanup(out.close)
        process = subprocess.Popen([DEMARC, "check", *words, name], stdout=out, stderr=subprocess.STDOUT, cwd=self.folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if LIMITED:
            self.assertLess(usage.ru_utime + usage.ru_stime, SECONDS)  # of the processor: others may be busy too
            self.assertLess(usage.ru_maxrss / 1024, MEGABYTES)
        out.seek(0)
        return process.returncode, out.read().decode()

    def test_aliases_of_aliases_are_an_error(self):
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{i}: &a{i} [{', '.join(['*a' + str(i - 1)] * 10)}]" for i in range(1, 10)]
        status, text = self.check("laughs.yaml", "\n".join(lines) + "\nResources: {A: {Type: 'AWS::SNS::Topic', Properties: {V: *a9}}}\n")
        self.assertEqual(status, 3)
        self.assertIn("aliases expand to more than 1000000 values", text)

    def test_deep_nesting_is_an_error_in_YAML_and_JSON(self):
        deep = "[" * 10_000 + "]" * 10_000
        status, text = self.check("deep.yaml", "Resources: {A: {Type: 'AWS::SNS::Topic', Properties: {V: " + deep + "}}}\n")
        self.assertEqual((status, "nested deeper than 200 levels" in text), (3, True), text[-500:])
        status, text = self.check("deep.json", '{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"V": ' + deep + "}}}}")
        self.assertEqual((status, "nested deeper than 200 levels" in text), (3, True), text[-500:])

    def test_fifty_thousand_conditions_are_judged(self):
        conditions = {"C0": {"Fn::Equals": [{"Ref": "Env"}, "prod"]}}
        for i in range(1, 50_000):
            conditions[f"C{i}"] = {"Fn::Not": [{"Condition": f"C{i - 1}"}]} if i % 2 else {"Fn::Or": [{"Condition": f"C{i - 1}"}, {"Condition": f"C{i // 2}"}]}
        template = {"Parameters": {"Env": {"Type": "String", "AllowedValues": ["dev", "prod"]}}, "Conditions": conditions,
                    "Resources": {"B": {"Type": "AWS::S3::Bucket", "Condition": "C1",
                                        "Properties": {"AccessControl": {"Fn::If": ["C49999", "PublicRead", "PublicReadWrite"]}}}}}
        status, text = self.check("conditions.json", json.dumps(template), "--select", "s3-public-acl")
        self.assertEqual(status, 1, text[-500:])
        self.assertIn("high s3-public-acl: B grants ", text)
        self.assertIn("rests on too many others: both worlds are judged", text)

    def test_loops_that_would_make_a_thousand_million_resources_are_judged_once(self):
        items = [f"i{i}" for i in range(1000)]
        bucket = {"Type": "AWS::S3::Bucket", "Properties": {"AccessControl": "PublicRead", "BucketName": {"Fn::Sub": "${A}-${B}-${C}"}}}
        loop = {"Fn::ForEach::C": ["C", items, {"Bucket${A}${B}${C}": bucket}]}
        loop = {"Fn::ForEach::A": ["A", items, {"Fn::ForEach::B": ["B", items, loop]}]}
        status, text = self.check("loops.json", json.dumps({"Transform": "AWS::LanguageExtensions", "Resources": loop}), "--select", "s3-public-acl")
        self.assertEqual(status, 1, text[-500:])
        self.assertIn("high s3-public-acl: Bucket${A}${B}${C} grants PublicRead to everyone\n", text)
        self.assertIn("Fn::ForEach::A would make more than 200000 values: it is judged once, and what it makes in each round is not known", text)

    def test_a_million_allowed_values_are_one_parameter(self):
        values = ", ".join(f"v{i}" for i in range(1_000_000))
        status, text = self.check("values.json", '{"Parameters": {"P": {"Type": "String", "AllowedValues": [' + values.replace("v", '"v').replace(", ", '", ') + '"]}},'
                                  '"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"AccessControl": {"Ref": "P"}}}}}',
                                  "--select", "s3-public-acl", "--show", "unknown")
        self.assertEqual(status, 0, text[-500:])
        self.assertIn("cannot tell: AccessControl depends on more combinations of parameters than are tried", text)

    def test_a_loop_over_itself_by_includes_ends(self):
        self.write("bomb.yaml", "a:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: bomb.yaml}}\n")
        status, text = self.check("start.yaml", "Resources: {T: {Type: 'AWS::SNS::Topic', Metadata: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: bomb.yaml}}}}}\n", "--select", "s3-public-acl")
        self.assertEqual(status, 0, text[-500:])
        self.assertIn("bomb.yaml includes itself: what AWS::Include would bring is not judged", text)

    def test_includes_that_double_with_each_file_end(self):
        for i in range(9):
            include = f"{{Fn::Transform: {{Name: AWS::Include, Parameters: {{Location: f{i + 1}.yaml}}}}}}"
            self.write(f"f{i}.yaml", f"a: {include}\nb: {include}\nc: {include}\n")
        self.write("f9.yaml", "x: 1\n")
        status, text = self.check("start.yaml", "Resources: {T: {Type: 'AWS::SNS::Topic', Metadata: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: f0.yaml}}}}}\n", "--select", "s3-public-acl")
        self.assertEqual(status, 0, text[-500:])
        self.assertIn("is one file too many: what AWS::Include would bring is not judged", text)


if __name__ == "__main__":
    unittest.main()
