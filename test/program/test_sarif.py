"""SARIF as the OASIS schema and GitHub's code scanning want it, on every file of the corpus."""
import concurrent.futures
import copy
import json
import os
import re
import unittest

from program import DAY, SHARED, SOURCE, demarc, skip_without

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
        tags = rule.get("properties", {}).get("tags", [])
        if len(set(tags)) != len(tags) or len(tags) > 20:
            yield f"{rule['id']}: tags"
    if len(run["results"]) > 25000:
        yield "too many results"
    for result in run["results"]:
        if rules[result["ruleIndex"]] != result["ruleId"]:
            yield f"{result['ruleId']}: ruleIndex"
        if not result["message"]["text"].strip():
            yield f"{result['ruleId']}: no text"
        for location in result["locations"] + result.get("relatedLocations", []):
            physical = location["physicalLocation"]
            uri, region = physical["artifactLocation"]["uri"], physical["region"]
            if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|\\", uri) or not re.fullmatch(r"([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri):
                yield f"{result['ruleId']}: uri {uri}"
            if min(region.values()) < 1 or region["endLine"] < region["startLine"]:
                yield f"{result['ruleId']}: region {region}"
            if region["endLine"] == region["startLine"] and region["endColumn"] < region["startColumn"]:
                yield f"{result['ruleId']}: region {region}"


def sarif_of(path):
    run = demarc("check", "--format", "sarif", "--show", "unknown", "--min-severity", "note", "--profile", "strict", "--as-of", DAY, path)
    return path, json.loads(run.out)


@unittest.skipUnless(jsonschema, "jsonschema (python3-jsonschema) is not here")
@unittest.skipUnless(SCHEMA.is_file(), "the SARIF schema is not here")
class Sarif(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema = json.loads(SCHEMA.read_text())
        cls.validator = jsonschema.validators.validator_for(schema)(schema)

    def mistakes(self, log):
        return [error.message for error in self.validator.iter_errors(log)] or list(broken_rules(log))

    def check_all(self, paths):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for path, log in pool.map(sarif_of, paths):
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

    @skip_without(SHARED / "corpus")
    def test_a_tenth_of_the_corpus(self):
        files = sorted(path for folder in ["cfn", "plans", "plans_odd"] for path in (SHARED / "corpus" / folder).iterdir() if path.suffix != ".tsv")
        self.check_all(files if os.environ.get("DEMARC_WHOLE_CORPUS") else files[::10])


if __name__ == "__main__":
    unittest.main()
