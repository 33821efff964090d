"""The GitHub Action and the GitLab job: valid, and their scripts run as a runner would run them."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import unittest

from packages import CLEAN, DEMARC, OPEN, SOURCE, Folder, python, run, skip_without

ACTION = SOURCE / "action.yml"
GITLAB = SOURCE / ".gitlab" / "demarc.gitlab-ci.yml"
MATCHER = SOURCE / ".github" / "problem-matchers" / "demarc.json"
ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"


def examples(language):
    """The code blocks of README.md in a language."""
    return re.findall(rf"```{language}\n(.*?)```", (SOURCE / "README.md").read_text(), re.DOTALL)


class Valid(Folder):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.check = python(cls.folder / "tools", "check-jsonschema").parent / "check-jsonschema"

    def test_the_action_has_the_form_of_an_action(self):
        run(self.check, "--builtin-schema", "vendor.github-actions", ACTION)

    def test_the_job_and_the_example_of_it_have_the_form_of_a_pipeline(self):
        run(self.check, "--builtin-schema", "vendor.gitlab-ci", GITLAB)
        (example,) = [text for text in examples("yaml") if "demarc.gitlab-ci.yml" in text]
        run(self.check, "--builtin-schema", "vendor.gitlab-ci", self.write("gitlab-ci.yml", example))

    def test_the_example_of_a_workflow_has_the_form_of_a_workflow(self):
        for i, text in enumerate(text for text in examples("yaml") if "runs-on" in text):
            run(self.check, "--builtin-schema", "vendor.github-workflows", self.write(f"workflow{i}.yml", text))
        self.assertTrue(any("runs-on" in text for text in examples("yaml")))


class Workflow(Folder):
    @skip_without("go")
    def test_actionlint_accepts_the_example_with_the_action_beside_it(self):
        tools = self.folder / "tools"
        installed = subprocess.run(["go", "install", ACTIONLINT], env={**os.environ, "GOBIN": str(tools)}, capture_output=True, text=True)
        if installed.returncode != 0:
            self.skipTest(f"actionlint cannot be installed here: {installed.stderr.splitlines()[-1]}")
        run("git", "init", "-q", self.folder)
        shutil.copy(ACTION, self.folder / "action.yml")
        # The action beside the workflow is read too, so that a wrong input is an error.
        texts = [re.sub(r"uses: \S+/demarc@\S+", "uses: ./", text) for text in examples("yaml") if "runs-on" in text]
        self.assertTrue(any("uses: ./" in text for text in texts))
        for i, text in enumerate(texts):
            self.write(f".github/workflows/demarc{i}.yml", text)
        run(tools / "actionlint", cwd=self.folder)
        self.write(".github/workflows/wrong.yml", texts[0].replace("uses: ./\n", "uses: ./\n        with: {pahts: x}\n", 1))
        self.assertIn('input "pahts" is not defined', run(tools / "actionlint", cwd=self.folder, status=1))


def steps():
    """The scripts of the action by the names of their steps, and the expressions inside them."""
    text = ACTION.read_text()
    found = {}
    for step in re.split(r"^    - name: ", text, flags=re.MULTILINE)[1:]:
        name, body = step.split("\n", 1)
        script = re.search(r"^      run: (?:\|\n((?:        .*\n|\n)*)|(.*)\n)", body, re.MULTILINE)
        if script:
            found[name] = re.sub(r"^        ", "", script.group(1), flags=re.MULTILINE) if script.group(1) else script.group(2)
    return found


class Action(Folder):
    def setUp(self):
        for name in ["output", "summary.md"]:
            self.write(name, "")

    def run_step(self, name, status=0, **environment):
        # As runners start bash: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
        script = self.write("step.sh", steps()[name])
        return run("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script, cwd=self.folder, status=status, env={
            "GITHUB_OUTPUT": str(self.folder / "output"), "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "SARIF": str(self.folder / "demarc.sarif"), "BUILT": "/none", "BINARY": DEMARC, "OPTIONS": "", "PATHS": ".", **environment})

    def outputs(self):
        return dict(line.split("=", 1) for line in (self.folder / "output").read_text().splitlines())

    def test_findings_are_annotations_a_summary_and_SARIF_and_fail_at_the_end(self):
        self.write("one stack/storage.yaml", OPEN)
        log = self.run_step("Check", PATHS="one stack\n", OPTIONS="--select=s3-public-acl\n--fail-on=high\n")
        self.assertRegex(log, r"(?m)^::error .*file=one stack/storage\.yaml,line=5,.*::.*Logs grants PublicRead to everyone")
        self.assertEqual(self.outputs(), {"status": "1", "sarif": str(self.folder / "demarc.sarif")})
        results = json.loads((self.folder / "demarc.sarif").read_text())["runs"][0]["results"]
        self.assertEqual([result["ruleId"] for result in results], ["s3-public-acl"])
        self.assertIn("s3-public-acl", (self.folder / "summary.md").read_text())
        self.run_step("Pass or fail", status=1, STATUS="1")
        shutil.rmtree(self.folder / "one stack")

    def test_a_clean_run_passes_and_uploads_an_empty_list(self):
        self.write("clean/key.yaml", CLEAN)
        self.run_step("Check", PATHS="clean")
        self.assertEqual(self.outputs()["status"], "0")
        self.assertEqual(json.loads((self.folder / "demarc.sarif").read_text())["runs"][0]["results"], [])
        self.run_step("Pass or fail", STATUS="0")

    def test_wrong_use_uploads_nothing(self):
        self.run_step("Check", OPTIONS="--no-such-option")
        self.assertEqual(self.outputs(), {"status": "2"})

    def test_inputs_are_words_and_never_code(self):
        for text in ["$(touch pwned)", "; touch pwned", "`touch pwned`", "--help; touch pwned", "'\"; touch pwned; '"]:
            self.run_step("Check", PATHS=text, OPTIONS="")
            self.run_step("Check", PATHS=".", OPTIONS=text)
        self.assertFalse((self.folder / "pwned").exists())

    def test_no_script_holds_an_expression(self):
        self.assertEqual(sorted(steps()), ["Build demarc", "Check", "Name this version", "Pass or fail"])
        for name, script in steps().items():
            self.assertNotIn("${{", script, name)

    def test_a_version_has_one_name_and_another_version_another(self):
        self.write("action/CMakeLists.txt", "1\n")
        names = []
        for text in ["1\n", "1\n", "2\n"]:
            self.write("action/CMakeLists.txt", text)
            self.run_step("Name this version", SOURCE=str(self.folder / "action"))
            names.append(self.outputs()["hash"])
        self.assertEqual((names[0], len(names[0])), (names[1], 64))
        self.assertNotEqual(names[0], names[2])

    @skip_without("shellcheck")
    def test_shellcheck_finds_nothing(self):
        for name, script in steps().items():
            run("shellcheck", "-S", "warning", "-s", "bash", self.write("step.sh", "set -e\n" + script))


class Job(Folder):
    def test_the_script_of_the_GitLab_job_writes_the_report(self):
        (line,) = re.findall(r"^  script:\n    - (.+)$", GITLAB.read_text(), re.MULTILINE)
        self.write("storage.yaml", OPEN)
        run("sh", "-e", "-c", line, cwd=self.folder, status=1, env={
            "PATH": f"{pathlib.Path(DEMARC).parent}:{os.environ['PATH']}", "CHECK_PATHS": ".", "CHECK_OPTIONS": "--select s3-public-acl",
            "CHECK_SOURCE": "https://example.com/demarc", "CHECK_REF": "main"})
        (issue,) = json.loads((self.folder / "gl-code-quality-report.json").read_text())
        self.assertEqual((issue["check_name"], issue["location"]), ("demarc/s3-public-acl", {"path": "storage.yaml", "lines": {"begin": 5}}))

    def test_without_demarc_and_its_source_it_says_what_is_missing(self):
        script = re.search(r"before_script:\n    - \|\n((?:      .*\n)*)", GITLAB.read_text()).group(1)
        shown = run("sh", "-e", "-c", re.sub(r"^      ", "", script, flags=re.MULTILINE), cwd=self.folder, status=2,
                    env={"CI_PROJECT_DIR": str(self.folder), "CHECK_SOURCE": "", "PATH": "/usr/bin:/bin"})
        self.assertEqual(shown, "the image has no demarc: set CHECK_SOURCE to its repository\n")


class Matcher(unittest.TestCase):
    def test_the_action_and_the_matcher_are_where_the_readme_says(self):
        text = (SOURCE / "README.md").read_text()
        for path in [GITLAB, MATCHER]:
            self.assertIn(str(path.relative_to(SOURCE)), text)


if __name__ == "__main__":
    unittest.main()
