import os
import pathlib
import re
import shutil
import subprocess
import unittest

from program import DEMARC, Folder, demarc
from terminal import Terminal

HERE = {"PATH": os.pathsep.join([str(pathlib.Path(DEMARC).parent), os.environ["PATH"]])}


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not here")


def commands():
    return re.findall(r"^  ([a-z]+) {2,}\S", demarc("--help").out, re.MULTILINE)


class Shell(Folder):
    def setUp(self):
        super().setUp()
        for shell in ["bash", "zsh", "fish"]:
            self.write(f"demarc.{shell}", demarc("completion", shell).out)
        self.write("stacks/a b.yaml", "")
        self.write("stacks/deep/c.yaml", "")

    def run_script(self, *words):
        run = subprocess.run(words, capture_output=True, text=True, cwd=self.folder, timeout=60, env={**os.environ, **HERE})
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return run.stdout.splitlines()


@needs("bash")
class Bash(Shell):
    def offers(self, *words):
        """What is offered for the last word, where bash has split the line into `words`."""
        script = 'source demarc.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _demarc; printf "%s\\n" "${COMPREPLY[@]}"'
        return [line for line in self.run_script("bash", "--norc", "-c", script, "bash", "demarc", *words) if line]

    def test_commands_and_files_come_first(self):
        self.assertEqual(self.offers("expl"), ["explain"])
        self.assertEqual(self.offers("st"), ["stacks"])
        self.assertLessEqual({*commands(), "stacks"}, set(self.offers("")))
        self.assertGreaterEqual(len(commands()), 6)

    def test_every_option_of_every_command_is_offered(self):
        for command in commands():
            named = re.findall(r"^  (?:-.,|   ) --([a-z-]+)", demarc(command, "--help").out, re.MULTILINE)
            self.assertIn("help", named)
            self.assertEqual(self.offers(command, "--"), [f"--{name}" for name in named])
        self.assertEqual(self.offers("--for"), ["--format"])

    def test_the_words_of_an_option_are_those_that_it_takes(self):
        for command, option in [("check", "format"), ("check", "profile"), ("check", "min-severity"), ("check", "fail-on"), ("check", "show"),
                                ("check", "scope"), ("check", "color"), ("check", "output"), ("policies", "format"), ("explain", "format")]:
            with self.subTest(f"{command} --{option}"):
                wrong = "no-word=x" if option == "output" else "no-word"
                taken = re.search(r"it takes (.+)", demarc(command, f"--{option}", wrong, *(["x"] if command == "explain" else [])).err)
                offered = [word.removesuffix("=") for word in self.offers(command, f"--{option}", "")]
                self.assertEqual(sorted(offered), sorted(taken.group(1).split(", ")))

    def test_a_word_after_an_equals_sign(self):
        self.assertEqual(self.offers("check", "--min-severity", "=", "h"), ["high"])
        self.assertEqual(self.offers("check", "--min-severity", "=")[0], "critical")

    def test_a_list_goes_on_after_its_comma(self):
        self.assertEqual(self.offers("check", "--show", "unknown,p"), ["unknown,pass"])
        self.assertEqual(self.offers("check", "--select", "s3-public-acl,cloudtrail-trail-log-v"), ["s3-public-acl,cloudtrail-trail-log-validation-off"])

    def test_a_report_and_its_file(self):
        self.assertEqual(self.offers("check", "-o", "sar"), ["sarif="])
        self.assertEqual(self.offers("check", "-o", "sarif", "=", "st"), ["stacks"])
        self.assertEqual(self.offers("check", "--output", "sarif", "="), self.offers("check", "--parameters", ""))

    def test_policies_folders_and_shells(self):
        self.assertEqual(self.offers("explain", "cloudtrail-trail-log-v"), ["cloudtrail-trail-log-validation-off"])
        self.assertEqual(self.offers("check", "--policies", ""), ["stacks"])
        self.assertEqual(self.offers("completion", ""), ["bash", "zsh", "fish"])

    def test_a_person_types(self):
        terminal = Terminal("bash", "--norc", "--noprofile", "-i", env={**HERE, "PS1": "> "}, cwd=self.folder)
        self.addCleanup(terminal.close)
        terminal.type("source demarc.bash\n")
        terminal.read_until("> ")
        terminal.type("demarc expl\tcloudtrail-trail-log-v\t")
        self.assertIn("demarc explain cloudtrail-trail-log-validation-off ", terminal.read_until("-off "))
        terminal.type("\x15demarc check --policies stacks/de\t")
        self.assertIn("--policies stacks/deep/", terminal.read_until("stacks/deep/"))


@needs("fish")
class Fish(Shell):
    def offers(self, line):
        script = 'source demarc.fish; complete -C "$argv[1]"'
        return [offer.split("\t")[0] for offer in self.run_script("fish", "--no-config", "-c", script, line)]

    def test_commands_options_and_words(self):
        self.assertEqual(self.offers("demarc expl"), ["explain"])
        self.assertEqual(self.offers("demarc --min"), ["--min-severity"])
        self.assertEqual(sorted(self.offers("demarc check --min-severity ")), ["critical", "high", "low", "medium", "note"])
        self.assertEqual(self.offers("demarc check --min-severity=h"), ["--min-severity=high"])
        self.assertEqual(self.offers("demarc check --show unknown,p"), ["unknown,pass"])
        self.assertEqual(sorted(self.offers("demarc completion ")), ["bash", "fish", "zsh"])

    def test_options_belong_to_their_command(self):
        self.assertNotIn("--profile", self.offers("demarc explain --pro"))
        self.assertEqual(self.offers("demarc check --pro"), ["--profile"])

    def test_policies_files_and_folders(self):
        self.assertEqual(self.offers("demarc explain cloudtrail-trail-log-v"), ["cloudtrail-trail-log-validation-off"])
        self.assertEqual(self.offers("demarc check stacks/a"), ["stacks/a b.yaml"])
        self.assertEqual(self.offers("demarc check --policies sta"), ["stacks/"])
        self.assertEqual(self.offers("demarc check -o sar"), ["sarif="])


@needs("zsh")
class Zsh(Shell):
    def setUp(self):
        super().setUp()
        self.write("functions/_demarc", (self.folder / "demarc.zsh").read_text())
        self.terminal = Terminal("zsh", "-f", "-i", env={**HERE, "PS1": "> "}, cwd=self.folder)
        self.addCleanup(self.terminal.close)
        self.terminal.type("fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -D; unsetopt zle_bracketed_paste; echo rea''dy\n")
        self.terminal.read_until("ready")

    def completed(self, typed, expected):
        self.terminal.type("\x15" + typed + "\t")
        self.assertIn(expected, self.terminal.read_until(expected, 10))

    def test_a_person_types(self):
        self.completed("demarc expl", "demarc explain ")
        self.completed("demarc explain cloudtrail-trail-log-v", "demarc explain cloudtrail-trail-log-validation-off ")
        self.completed("demarc check --min-sev", "--min-severity")
        self.completed("demarc check --min-severity h", "--min-severity high")
        self.completed("demarc --min-severity=crit", "--min-severity=critical")
        self.completed("demarc check --show unknown,pa", "--show unknown,pass")
        self.completed("demarc check -o sar", "-o sarif=")
        self.completed("demarc check -o sarif=stacks/a", "-o sarif=stacks/a\\ b.yaml")
        self.completed("demarc check --policies stacks/d", "--policies stacks/deep/")
        self.completed("demarc completion fi", "completion fish ")
        self.completed("demarc check stacks/a", "check stacks/a\\ b.yaml ")

    def test_it_can_be_sourced_too(self):
        self.terminal.type("\x15unfunction _demarc; source demarc.zsh; echo sour''ced\n")
        self.assertIn("sourced", self.terminal.read_until("sourced"))
        self.completed("demarc expl", "demarc explain ")


class Refusals(unittest.TestCase):
    def test_a_shell_that_there_is_nothing_for_exits_2(self):
        run = demarc("completion", "tcsh")
        self.assertEqual((run.status, run.err), (2, "demarc: there are no completions for tcsh\n  there are for bash, zsh and fish\n"))
        self.assertEqual(demarc("completion").status, 2)


if __name__ == "__main__":
    unittest.main()
