import itertools
import os
import shutil
import subprocess
import unittest

from program import DAY, DEMARC, SOURCE, demarc


class SameBytes(unittest.TestCase):
    def test_runs_are_identical_whatever_the_order_of_the_arguments(self):
        fixtures = SOURCE / "fixtures" / "three-tier"
        files = sorted(str(path) for path in fixtures.glob("*.*") if path.suffix in (".yaml", ".json"))
        self.assertGreaterEqual(len(files), 2)
        for form in ["text", "json", "sarif"]:
            outputs = {demarc("check", "--format", form, "--show", "unknown,pass", "--as-of", DAY, *order, cwd=SOURCE).out
                       for order in itertools.permutations(files) for _ in range(2)}
            self.assertEqual(len(outputs), 1, form)


class NoNetwork(unittest.TestCase):
    def test_the_binary_knows_no_socket(self):
        if not shutil.which("nm"):
            self.skipTest("nm is not here")
        symbols = subprocess.run(["nm", "-D", DEMARC], capture_output=True, text=True, check=True).stdout
        if "__asan_" in symbols:
            self.skipTest("AddressSanitizer brings its own")
        self.assertGreater(len(symbols.splitlines()), 20)
        names = {line.split()[-1].split("@")[0] for line in symbols.splitlines()}
        self.assertEqual(names & {"socket", "connect", "getaddrinfo", "gethostbyname", "sendto", "bind"}, set())

    def test_it_works_without_a_network(self):
        words = ["unshare", "-n", "-r"]
        if not shutil.which("unshare") or subprocess.run([*words, "true"], capture_output=True).returncode != 0:
            self.skipTest("unshare -n is not permitted here")
        fixture = SOURCE / "fixtures" / "three-tier" / "three-tier.template.yaml"
        inside = subprocess.run([*words, DEMARC, "check", "--as-of", DAY, str(fixture)], capture_output=True)
        outside = subprocess.run([DEMARC, "check", "--as-of", DAY, str(fixture)], capture_output=True)
        self.assertEqual((inside.returncode, inside.stdout), (outside.returncode, outside.stdout))
        self.assertEqual(inside.returncode, 1)


if __name__ == "__main__":
    unittest.main()
