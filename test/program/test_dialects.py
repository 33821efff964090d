"""The same infrastructure gives the same verdicts, as a template and as a plan."""
import re
import unittest

from program import DAY, SOURCE, demarc


def name_of(address):
    """`aws_s3_bucket.app_data` and `AppData` are the same resource."""
    return re.sub(r"[^a-z0-9]", "", address.split(".")[-1].lower())


def verdicts(path, *selection):
    report = demarc("check", "--format", "json", "--show", "unknown,pass", "--min-severity", "note", *(selection or ("--profile", "strict")),
                    "--as-of", DAY, path)
    assert report.status in (0, 1), report.err
    found = {}
    for finding in report.json()["findings"]:
        key = (finding["policy"], name_of(finding["resource"]["address"]))
        rank = ["pass", "unknown", "fail"].index(finding["verdict"])
        found[key] = max(found.get(key, 0), rank)
    return found


class Dialects(unittest.TestCase):
    def test_the_three_tier_application(self):
        folder = SOURCE / "fixtures" / "three-tier"
        of_one = {policy["id"] for policy in demarc("policies", "--format", "json").json()["policies"] if len(policy["dialects"]) == 1}
        template, plan = verdicts(folder / "three-tier.template.yaml"), verdicts(folder / "three-tier.plan.json")
        differences = {key: (template.get(key), plan.get(key)) for key in template.keys() | plan.keys()
                       if template.get(key) != plan.get(key) and key[0] not in of_one}
        self.assertEqual(differences, {})
        self.assertGreater(len(template), 30)
        self.assertGreater(sum(rank == 2 for rank in template.values()), 12)

    def test_proofs_of_the_same_name_in_both_dialects(self):
        """Proofs hold by `demarc test`; here the two readers are held against each other."""
        compared = 0
        for template in sorted((SOURCE / "policies").rglob("*.template.yaml")):
            plan = template.with_name(template.name.replace(".template.yaml", ".plan.json"))
            if not plan.is_file():
                continue
            policy = "-".join(template.parent.relative_to(SOURCE / "policies").parts)
            ours, theirs = verdicts(template, "--select", policy), verdicts(plan, "--select", policy)
            both = {key for key in ours.keys() & theirs.keys() if re.match("pass|fail|unknown|none", key[1])}
            self.assertEqual({key: ours[key] for key in both}, {key: theirs[key] for key in both})
            compared += len(both)
        print(f"\n{compared} proofs stand in both dialects under the same name")
        self.assertGreater(compared, 50)


if __name__ == "__main__":
    unittest.main()
