"""Text for people, as a terminal shows it: widths, colour, wide characters, progress; and what a pipe gets."""
import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata
import unittest

from program import DAY, DEMARC, SOURCE, Folder, demarc

FIXTURES = SOURCE / "fixtures" / "three-tier"
STYLE = re.compile("\x1b\\[[0-9;]*m")


def columns(text):
    """Of a terminal, by Python's own tables."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def on_terminal(*words, width=80, cwd=SOURCE, env=None, errors_too=False):
    """What a terminal of that width gets; `errors_too`: standard error as well, else that is a pipe."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    child = subprocess.Popen([DEMARC, *map(str, words)], cwd=cwd, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs if errors_too else subprocess.PIPE,
                             env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **(env or {})})
    os.close(theirs)
    output = b""
    while True:
        try:
            some = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not some:
            break
        output += some
    child.wait()
    if child.stderr:
        child.stderr.close()
    os.close(ours)
    return output.decode().replace("\r\n", "\n")


CHECK = ["check", "--as-of", DAY, "--profile", "strict", "--show", "unknown", "fixtures"]


class Widths(unittest.TestCase):
    def test_nothing_but_the_line_to_click_is_wider_than_the_terminal(self):
        for width in (80, 200):
            lines = STYLE.sub("", on_terminal(*CHECK, width=width)).splitlines()
            clicked = [line for line in lines if re.match(r"\S+:\d+:\d+: ", line)]
            self.assertGreater(len(clicked), 20)
            for line in lines:
                heading = re.search(r": (\d+|no) findings?( \(|$)", line)
                if line not in clicked and not heading and "https://" not in line:
                    self.assertLessEqual(columns(line), width, line)

    def test_a_wider_terminal_has_fewer_lines(self):
        narrow, wide = (on_terminal(*CHECK, width=width).count("\n") for width in (80, 200))
        self.assertLess(wide, narrow)

    def test_help_explain_and_policies_keep_to_80_columns(self):
        ids = [policy["id"] for policy in demarc("policies", "--format", "json").json()["policies"]]
        for words in (["--help"], ["check", "--help"], ["policies"], ["explain", *ids]):
            for line in on_terminal(*words, width=80).splitlines():
                if not re.fullmatch(r"\s*\S+", line):  # one word that is wider cannot be wrapped
                    self.assertLessEqual(columns(line), 80, line)


class Colour(unittest.TestCase):
    def test_on_a_terminal_only_and_not_where_NO_COLOR_is_set(self):
        self.assertIn("\x1b[1;31mhigh\x1b[0m", on_terminal(*CHECK))
        self.assertNotIn("\x1b", on_terminal(*CHECK, env={"NO_COLOR": "1"}))
        self.assertNotIn("\x1b", on_terminal(*CHECK, "--color", "never"))
        self.assertNotIn("\x1b", demarc(*CHECK, cwd=SOURCE).out)
        self.assertIn("\x1b[1;31mhigh\x1b[0m", demarc(*CHECK, "--color", "always", cwd=SOURCE, env={"NO_COLOR": "1"}).out)

    def test_colour_changes_nothing_but_colour(self):
        self.assertEqual(STYLE.sub("", on_terminal(*CHECK, width=100)), demarc(*CHECK, cwd=SOURCE).out)


class Lines(Folder):
    def excerpt(self, line):
        self.write("a.yaml", f"Resources:\n{line}\n")
        run = demarc("check", "--select", "s3-public-acl", "a.yaml", cwd=self.folder)
        lines = run.out.splitlines()
        return lines[1], lines[2]

    def test_the_caret_stands_under_the_value(self):
        for name in ("Logs", "日本語", "e\u0301te\u0301", "🚀", "한글"):
            source, mark = self.excerpt(f"  L: {{Type: 'AWS::S3::Bucket', Metadata: {{x: {name}}}, Properties: {{AccessControl: PublicRead}}}}")
            self.assertEqual(columns(source[:source.index("PublicRead")]), mark.index("^"), name)
            self.assertEqual(mark.count("~"), len("PublicRead") - 1)

    def test_tabs_before_the_value(self):
        source, mark = self.excerpt("  L: {Type: 'AWS::S3::Bucket',\t\tProperties: {\tAccessControl: PublicRead}}")
        self.assertEqual(source.index("PublicRead"), mark.index("^"))

    def test_a_template_on_one_long_line_shows_the_part_that_matters(self):
        many = ", ".join(f'"B{i}": {{"Type": "AWS::S3::Bucket"}}' for i in range(200))
        self.write("a.json", f'{{"Resources": {{{many}, "L": {{"Type": "AWS::S3::Bucket", "Properties": {{"AccessControl": "PublicRead"}}}}, {many.replace("B", "C")}}}}}')
        source, mark = demarc("check", "--select", "s3-public-acl", "a.json", cwd=self.folder).out.splitlines()[1:3]
        self.assertRegex(source, r"^    1 \| ….*\"AccessControl\": \"PublicRead\".*…$")
        self.assertEqual(source.index('"PublicRead"'), mark.index("^"))
        self.assertLessEqual(len(source), 100)

    def test_files_are_headed_where_there_are_several(self):
        for name in ("a", "b"):
            self.write(f"{name}.yaml", "Resources: {L: {Type: 'AWS::S3::Bucket', Properties: {AccessControl: PublicRead}}}\n")
        text = demarc("check", "--select", "s3-public-acl", cwd=self.folder).out
        self.assertRegex(text, r"^a\.yaml: 1 finding \(1 high\)\n\na\.yaml:1:\d+: high s3-public-acl: L grants")
        self.assertRegex(text, r"\n\nb\.yaml: 1 finding \(1 high\)\n\nb\.yaml:1:\d+: high")
        self.assertTrue(text.endswith("\n2 findings (2 high); 2 resources in 2 inputs, 1 policy\nby category: 2 data-protection\n"))

    def test_instances_of_a_resource_are_one_finding(self):
        change = {"actions": ["create"], "after": {"publicly_accessible": True}, "after_unknown": {}}
        resources = [{"address": f"aws_db_instance.b[{i}]", "mode": "managed", "type": "aws_db_instance", "name": "b", "index": i, "change": change}
                     for i in range(30)]
        self.write("plan.json", json.dumps({"format_version": "1.2", "resource_changes": resources}))
        text = demarc("check", "--select", "rds-instance-public", "plan.json", cwd=self.folder).out
        self.assertEqual(text.count("rds-instance-public:"), 1)
        self.assertIn("aws_db_instance.b[0] is publicly accessible\n     also   aws_db_instance.b[1], ", text)
        self.assertRegex(re.sub(r"\s+", " ", text), r"b\[20\] and 9 more")
        self.assertIn("30 findings (30 critical)", text)


class Progress(Folder):
    """The line appears after a second; a template that is read from a pipe that stays open takes that long."""

    def setUp(self):
        super().setUp()
        self.write("slow.sh", f"{{ sleep 1.6; echo 'Resources: {{L: {{Type: AWS::KMS::Alias}}}}'; }} | {DEMARC} check -\n")

    def on_terminal(self):
        ours, theirs = pty.openpty()
        pipe = subprocess.Popen(["sh", "slow.sh"], cwd=self.folder, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"})
        os.close(theirs)
        out = pipe.communicate()[0].decode()
        shown = b""
        while True:
            try:
                some = os.read(ours, 65536)
            except OSError:
                break
            if not some:
                break
            shown += some
        os.close(ours)
        return out, shown.decode()

    def test_a_long_run_says_what_it_does_and_takes_it_back(self):
        out, shown = self.on_terminal()
        self.assertIn("\r\x1b[Kdemarc: reading the inputs", shown)
        self.assertTrue(shown.endswith("\r\x1b[K"), repr(shown))
        self.assertEqual(out.count("demarc: "), 0)

    def test_in_a_pipe_nothing_is_said(self):
        run = subprocess.run(["sh", "slow.sh"], cwd=self.folder, capture_output=True)
        self.assertEqual(run.stderr, b"")

    def test_a_short_run_says_nothing(self):
        self.write("a.yaml", "Resources: {L: {Type: 'AWS::SNS::Topic'}}\n")
        self.assertNotIn("demarc: ", on_terminal("check", "a.yaml", cwd=self.folder, errors_too=True))


class Timing(Folder):
    def test_where_the_time_goes_is_said_on_standard_error(self):
        run = demarc("check", "--timing", "--as-of", DAY, "fixtures", cwd=SOURCE)
        self.assertEqual(run.out, demarc("check", "--as-of", DAY, "fixtures", cwd=SOURCE).out)
        titles = [line for line in run.err.splitlines() if not line.startswith(" ")]
        self.assertEqual(titles, ["milliseconds by stage", "by policy", "by file that was read"])
        for row in (r" +\d+\.\d{3}  judge$", r" +\d+\.\d{3}  [a-z0-9]+-[a-z0-9-]+$", r" +\d+\.\d{3}  fixtures/\S+\.plan\.json$", r" +\d+\.\d{3}  \d+ more$"):
            self.assertRegex(run.err, f"(?m)^{row}")
        times = [float(line.split()[0]) for line in run.err.split("by policy\n")[1].split("by file")[0].splitlines()[:-1]]
        self.assertEqual(times, sorted(times, reverse=True))


if __name__ == "__main__":
    unittest.main()
