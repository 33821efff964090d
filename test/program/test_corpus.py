"""Every file of the corpus, where it is there: none crashes, hangs, or ends in silence."""
import collections
import concurrent.futures
import csv
import os
import unittest

from program import DAY, SHARED, demarc, skip_without

CORPUS = SHARED / "corpus"


def check(path):
    return path, demarc("check", "--format", "json", "--show", "unknown", "--min-severity", "note", "--as-of", DAY, path)


def each(folder):
    files = sorted(path for path in (CORPUS / folder).iterdir() if path.name != "MANIFEST.tsv")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(check, files)


class Corpus(unittest.TestCase):
    maxDiff = None

    def read_all(self, folder):
        counts = collections.Counter()
        for path, run in each(folder):
            self.assertIn(run.status, (0, 1), f"{path}: {run.err}")
            report = run.json()
            for finding in report["findings"]:
                counts[finding["verdict"]] += 1
                self.assertTrue(finding["message"].strip(), path)
                if finding["verdict"] == "unknown":
                    self.assertRegex(finding["why"], r"^cannot tell: \S", f"{path}: {finding}")
            counts["files"] += 1
            counts["resources"] += report["summary"]["resources"]
        print(f"\n{folder}: {dict(counts)}")
        return counts

    @skip_without(CORPUS / "cfn")
    def test_every_template_is_judged(self):
        self.assertGreater(self.read_all("cfn")["resources"], 1000)

    @skip_without(CORPUS / "plans")
    def test_every_plan_is_judged(self):
        self.assertGreater(self.read_all("plans")["resources"], 1000)

    @skip_without(CORPUS / "plans_odd")
    def test_odd_files_end_as_their_manifest_says(self):
        with open(CORPUS / "plans_odd" / "MANIFEST.tsv", encoding="utf-8") as manifest:
            notes = {row["file"]: row["notes"] for row in csv.DictReader(manifest, delimiter="\t")}
        for path, run in each("plans_odd"):
            note = notes[path.name]
            if "valid plan" in note:
                self.assertEqual(run.status, 0, path)
            elif "hand-made" in note:
                self.assertIn(run.status, (0, 1, 3), path)
                self.assertTrue(run.err or run.json()["notes"], path)
            else:
                self.assertEqual(run.status, 3, path)
                self.assertRegex(run.err, r"(?s): error: .+\n +\S", f"{path} needs a message and what mends it")


if __name__ == "__main__":
    unittest.main()
