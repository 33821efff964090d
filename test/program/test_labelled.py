"""Verdicts against the labels of other tools' tests, where they are there. Each disagreement that stands is listed beside this
test with the reason why the label is wrong; one that is not listed fails, and so does a listed one that is gone."""
import json
import subprocess
import sys
import tempfile
import unittest

from program import DEMARC, SHARED, SOURCE, skip_without

LABELLED = SHARED / "labelled"


def listed(name):
    """`reason`, then below it, indented, `check case address` each: the fields that score.py prints, without verdicts."""
    reasons, reason = {}, None
    for number, line in enumerate((SOURCE / "test" / "program" / "labelled" / name).read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            reason = line
            continue
        key = tuple(line.split())
        assert reason and len(key) == 3, f"{name}:{number}: {line}"
        assert key not in reasons, f"{name}:{number}: listed twice"
        reasons[key] = reason
    return reasons


def score(folder):
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        completed = subprocess.run([sys.executable, LABELLED / "score.py", DEMARC, folder, "--json", result.name],
                                   capture_output=True, text=True, timeout=300)
        assert completed.returncode == 0, completed.stdout + completed.stderr
        return json.load(open(result.name)), completed.stdout


class Labelled(unittest.TestCase):
    maxDiff = None

    def compare(self, folder, name):
        scored, words = score(LABELLED / folder)
        print("\n" + words)
        found = {(key, case, address): f"wanted {want}, got {got}" for key, case, address, want, got in scored["wrong"]}
        known = listed(name)
        unlisted = [" ".join([*key, found[key]]) for key in sorted(found) if key not in known]
        gone = [" ".join(key) for key in sorted(known) if key not in found]
        self.assertEqual(unlisted, [], "disagreements that nobody has looked into")
        self.assertEqual(gone, [], f"no disagreements any more: take them out of {name}")

    @skip_without(LABELLED / "cfn")
    def test_templates(self):
        self.compare("cfn", "cloudformation.txt")

    @skip_without(LABELLED / "tf")
    def test_plans(self):
        self.compare("tf", "terraform.txt")


if __name__ == "__main__":
    unittest.main()
