"""The same infrastructure gives the same verdicts, as a template and as a plan."""
import re
import unittest

from program import DAY, SOURCE, demarc


def name_of(address):
    """`aws_s3_bucket.app_data` and `AppData` are the same resource."""
    return re.sub(r"[^a-z0-9]", "", address.split(".")[-1].lower())


def verdicts(path):
    report = demarc("check", "--format", "json", "--show", "unknown,pass", "--min-severity", "note", "--profile", "strict", "--as-of", DAY, path)
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
        template, plan = verdicts(folder / "three-tier.template.yaml"), verdicts(folder / "three-tier.plan.json")
        differences = {key: (template.get(key), plan.get(key)) for key in template.keys() | plan.keys() if template.get(key) != plan.get(key)}
        self.assertEqual(differences, {})
        self.assertGreater(len(template), 30)
        self.assertGreater(sum(rank == 2 for rank in template.values()), 12)


if __name__ == "__main__":
    unittest.main()
