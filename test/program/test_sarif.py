"""SARIF as the OASIS schema and GitHub's code scanning want it, on every file of the corpus."""
import concurrent.futures
import copy
import gzip
import json
import os
import pathlib
import re
import tempfile
import unittest

from program import DAY, SHARED, SOURCE, Folder, demarc, skip_without

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA = SHARED / "schemas" / "sarif-schema-2.1.0.json"


def broken_rules(log):
    """What GitHub refuses beyond the schema."""
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    if len(log["runs"]) != 1:
        yield "not one run"
    if len(set(rules)) != len(rules):
        yield "a rule stands twice"
    for rule in run["tool"]["driver"]["rules"]:
        texts = [rule["shortDescription"]["text"], rule["help"]["text"], *rule.get("properties", {}).get("tags", [])]
        if not all(text.strip() for text in texts):
            yield f"{rule['id']}: an empty text"
        if len(rule.get("name", "")) > 255 or len(rule["shortDescription"]["text"]) > 1024:
            yield f"{rule['id']}: too long a name or description"
        tags = rule.get("properties", {}).get("tags", [])
        if len(set(tags)) != len(tags) or len(tags) > 20:
            yield f"{rule['id']}: tags"
    if len(run["results"]) > 5000:
        yield "too many results"
    if len({"suppressions" in result for result in run["results"]}) > 1:
        yield "suppressions of some results only"
    for result in run["results"]:
        if rules[result["ruleIndex"]] != result["ruleId"]:
            yield f"{result['ruleId']}: ruleIndex"
        if not result["message"]["text"].strip():
            yield f"{result['ruleId']}: no text"
        if len(result["locations"]) != 1 or len(result.get("relatedLocations", [])) > 100:
            yield f"{result['ruleId']}: locations"
        linked = {int(target) for target in re.findall(r"(?<!\\)\]\(([^)]*)\)", result["message"]["text"])}
        if linked != {location["id"] for location in result.get("relatedLocations", [])}:
            yield f"{result['ruleId']}: links {linked}"
        for location in result["locations"] + result.get("relatedLocations", []):
            physical = location["physicalLocation"]
            uri, region = physical["artifactLocation"]["uri"], physical["region"]
            if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|\\", uri) or not re.fullmatch(r"([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri):
                yield f"{result['ruleId']}: uri {uri}"
            if min(region.values()) < 1 or region["endLine"] < region["startLine"]:
                yield f"{result['ruleId']}: region {region}"
            if region["endLine"] == region["startLine"] and region["endColumn"] < region["startColumn"]:
                yield f"{result['ruleId']}: region {region}"


VARIETIES = [
    [],
    ["--show", "unknown", "--min-severity", "note", "--profile", "strict"],
    ["--show", "unknown,pass,suppressed", "--min-severity", "note", "--profile", "strict"],
    ["--explicit", "--scope", "account", "--show", "unknown", "--profile", "recommended"],
    ["--no-inline-suppressions", "--scope", "files", "--show", "unknown"],
    ["--sarif-max-results", "2", "--show", "unknown,pass", "--profile", "strict"],
]


def sarif_of(path, variety=1):
    run = demarc("check", "--format", "sarif", "--as-of", DAY, *VARIETIES[variety], path)
    return path, json.loads(run.out)


def numbered(paths):
    """Each path with one variety, in turn; with all of them where there is time for it (TEST_WHOLE_CORPUS=every)."""
    whole = os.environ.get("TEST_WHOLE_CORPUS") == "every"
    return [(path, variety) for i, path in enumerate(paths) for variety in (range(len(VARIETIES)) if whole else [i % len(VARIETIES)])]


@unittest.skipUnless(jsonschema, "jsonschema (python3-jsonschema) is not here")
@unittest.skipUnless(SCHEMA.is_file(), "the SARIF schema is not here")
class Sarif(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema = json.loads(SCHEMA.read_text())
        cls.seen = set()
        cls.validator = jsonschema.validators.validator_for(schema)(schema)

    def mistakes(self, log):
        return [error.message for error in self.validator.iter_errors(self.with_new_rules_only(log))] or list(broken_rules(log))

    def with_new_rules_only(self, log):
        """The same rules stand in every log: each is validated once."""
        run = log["runs"][0]
        texts = {json.dumps(rule): rule for rule in run["tool"]["driver"]["rules"]}
        rules = [rule for text, rule in texts.items() if text not in self.seen]
        self.seen.update(texts)
        driver = {**run["tool"]["driver"], "rules": rules}
        return {**log, "runs": [{**run, "tool": {**run["tool"], "driver": driver}}]}

    def check_all(self, paths):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for path, log in pool.map(lambda one: sarif_of(*one), numbered(paths)):
                self.assertEqual(self.mistakes(log), [], path)

    def test_the_fixtures(self):
        self.check_all(sorted((SOURCE / "fixtures").rglob("*.template.yaml")) + sorted((SOURCE / "fixtures").rglob("*.plan.json")))

    def test_a_broken_report_is_seen(self):
        _, log = sarif_of(SOURCE / "fixtures" / "three-tier" / "three-tier.template.yaml")
        self.assertEqual(self.mistakes(log), [])
        for break_it in [
            lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
            lambda run: run["results"][0].pop("message"),
            lambda run: run["tool"]["driver"]["rules"].append(run["tool"]["driver"]["rules"][0]),
            lambda run: run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"].update(uri="/etc/passwd"),
            lambda run: run["results"][0].update(level="enormous"),
        ]:
            broken = copy.deepcopy(log)
            break_it(broken["runs"][0])
            self.assertNotEqual(self.mistakes(broken), [])

    def test_30000_findings_are_within_the_limits_of_GitHub(self):
        group = "  G{}: {{Type: 'AWS::EC2::SecurityGroup', Properties: {{GroupDescription: d, SecurityGroupIngress: [{{CidrIp: 0.0.0.0/0, IpProtocol: tcp, FromPort: {}, ToPort: {}}}]}}}}\n"
        text = "Resources:\n" + "".join(group.format(i, port, port) for i in range(15000) for port in [22 if i % 1000 else 3306])
        text += "".join(f"  L{i}: {{Type: 'AWS::EC2::Volume', Properties: {{Size: 1, AvailabilityZone: a}}}}\n" for i in range(15000))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "many.yaml"
            path.write_text(text)
            log = json.loads(demarc("check", "--format", "sarif", "--as-of", DAY, "--select", "security-group-open-*,ebs-volume-unencrypted", path).out)
        run = log["runs"][0]
        self.assertEqual(len(run["results"]), 5000)
        self.assertEqual(list(broken_rules(log)), [])
        self.assertRegex(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"], r"^\d{5} of 3\d{4} findings are left out, the least severe ones")
        self.assertLess(len(gzip.compress(json.dumps(log).encode())), 10_000_000)
        ranks = ["note", "warning", "error"]
        self.assertGreaterEqual(min(ranks.index(result["level"]) for result in run["results"]), 2)

    @skip_without(SHARED / "corpus")
    def test_a_tenth_of_the_corpus(self):
        files = sorted(path for folder in ["cfn", "plans", "plans_odd"] for path in (SHARED / "corpus" / folder).iterdir() if path.suffix != ".tsv")
        self.check_all(files if os.environ.get("TEST_WHOLE_CORPUS") else files[::10])


class Paths(Folder):
    """URIs from the root of the repository, whatever the names and wherever demarc is run."""

    NAMES = {"stacks/a b.yaml": "stacks/a%20b.yaml", "stacks/50%#1.yaml": "stacks/50%25%231.yaml", "st\u00fccke/\u65e5\u672c.yaml": "st%C3%BCcke/%E6%97%A5%E6%9C%AC.yaml",
             "a:b.yaml": "./a%3Ab.yaml", "q?x=[1].yaml": "q%3Fx%3D%5B1%5D.yaml"}

    def setUp(self):
        super().setUp()
        self.write(".git/HEAD", "")
        for name in self.NAMES:
            self.write(name, "Resources: {Logs: {Type: 'AWS::S3::Bucket', Properties: {AccessControl: PublicRead}}}\n")

    def uris(self, *words, cwd="."):
        log = demarc("check", "--select", "s3-public-acl", "--format", "sarif", *words, cwd=self.folder / cwd).json()
        self.assertEqual(list(broken_rules(log)), [])
        return {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]}

    def test_odd_names_are_percent_encoded(self):
        self.assertEqual(self.uris("."), set(self.NAMES.values()))

    def test_from_a_subdirectory_they_still_begin_at_the_repository(self):
        below = {"stacks/a%20b.yaml", "stacks/50%25%231.yaml"}
        self.assertEqual(self.uris(cwd="stacks"), below)
        self.assertEqual(self.uris("../stacks", cwd="st\u00fccke"), below)
        self.assertEqual(self.uris(self.folder / "stacks", cwd="/"), below)

    def test_a_link_is_the_file_that_it_leads_to(self):
        (self.folder / "link.yaml").symlink_to("stacks/a b.yaml")
        self.assertEqual(self.uris("link.yaml"), {"stacks/a%20b.yaml"})

    def test_files_with_and_without_a_mark_have_the_hash_that_GitHub_computes(self):
        for bytes_before in (b"", b"\xef\xbb\xbf"):
            path = self.write("marked.yaml", bytes_before + b"{Resources: {Logs: {Type: 'AWS::S3::Bucket',\n Properties: {AccessControl: PublicRead}}}}\n")
            log = demarc("check", "--select", "s3-public-acl,s3-versioning-off", "--profile", "strict", "--format", "sarif", path).json()
            lines = {}
            for result in log["runs"][0]["results"]:
                line = result["locations"][0]["physicalLocation"]["region"]["startLine"]
                lines[line] = result["partialFingerprints"]["primaryLocationLineHash"]
            self.assertEqual(lines, {line: hashes(path.read_bytes().decode())[line - 1] for line in lines})
            self.assertEqual(set(lines), {1, 2})


def hashes(text):
    """GitHub's, computed here by its definition: the polynomial over 100 UTF-16 units from each line's begin, blanks left out."""
    result, seen = [], {}
    for match in re.finditer(r"(?m)^", text):
        rest = re.sub("[ \t]", "", text[match.start():].replace("\r\n", "\n").replace("\r", "\n")).encode("utf-16-le")
        units = [int.from_bytes(rest[i:i + 2], "little") for i in range(0, len(rest), 2)][:100]
        units = (units + [65535] + [0] * 100)[:100]
        value = 0
        for unit in units:
            value = (value * 37 + unit) % 2**64
        seen[value] = seen.get(value, 0) + 1
        result.append(f"{value:x}:{seen[value]}")
    return result


if __name__ == "__main__":
    unittest.main()
