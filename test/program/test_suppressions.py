import unittest

from program import DAY, SOURCE, Folder

PLAN = SOURCE / "test/program/plans/site.plan.json"  # made by cmake/plans.sh

OPEN = """Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
"""
ACL = ["check", "--select", "s3-public-acl", "--as-of", DAY]
GOOD = "# demarc:ignore s3-public-acl: The website is public"


class Suppressions(Folder):
    def acl(self, text, *words, name="storage.yaml", select="s3-public-acl"):
        """Status, findings as "policy verdict reason", and notes as "line kind: message", with what is suppressed shown."""
        self.write(name, text)
        run = self.demarc("check", "--select", select, "--as-of", DAY, "--show", "suppressed", "--format", "json", *words, name)
        self.assertEqual(run.err, "")
        report = run.json()
        notes = [f"{note.get('line', '-')} {note['kind']}: {note['message']}" for note in report["notes"]]
        counted = (sum(report["summary"]["fail"].values()), report["summary"]["suppressed"])
        return run.status, counted, notes

    suppressed = (0, (0, 1), [])

    def test_a_comment_on_the_line_above_it_or_at_the_header(self):
        self.assertEqual(self.acl(OPEN), (1, (1, 0), []))
        line = "      AccessControl: PublicRead"
        for text in [OPEN.replace(line, f"{line}  {GOOD}"),
                     OPEN.replace(line, f"      {GOOD}\n{line}"),
                     OPEN.replace(line, f"      {GOOD}\n\n      # and more\n{line}"),
                     OPEN.replace("  Logs:", f"  Logs:  {GOOD}"),
                     OPEN.replace("  Logs:", f"  {GOOD}\n  Logs:"),
                     OPEN.replace("    Properties:", f"    Properties:  {GOOD}"),
                     OPEN.replace("\n", "\r\n").replace("  Logs:", f"  Logs:  {GOOD}")]:
            self.assertEqual(self.acl(text), self.suppressed, text)

    def test_a_suppressed_finding_is_counted_and_not_shown(self):
        self.write("storage.yaml", OPEN.replace("  Logs:", f"  Logs:  {GOOD}"))
        run = self.demarc(*ACL, "storage.yaml")
        self.assertEqual((run.status, run.out), (0, "no findings, 1 suppressed (--show suppressed); 1 resource in 1 input, 1 policy\n"))
        run = self.demarc(*ACL, "--show", "suppressed", "storage.yaml")
        self.assertEqual(run.status, 0)
        self.assertIn("storage.yaml:5:22: ", run.out)

    def test_it_speaks_of_its_own_lines_alone(self):
        other = OPEN + "  Site:\n    Type: AWS::S3::Bucket\n    Properties: {AccessControl: PublicRead}\n"
        self.assertEqual(self.acl(other.replace("  Site:", f"  Site:  {GOOD}")), (1, (1, 1), []))
        self.assertEqual(self.acl(OPEN.replace("    Type: AWS::S3::Bucket", f"    Type: AWS::S3::Bucket  {GOOD}")),
                         (1, (1, 0), ["3 suppression-unused: the suppression of s3-public-acl is not used: nothing is found there"]))

    def test_a_hash_inside_a_text_begins_no_comment(self):
        for text in [OPEN.replace("    Properties:\n", f"    Properties:\n      BucketName: \"x {GOOD}\"\n"),
                     OPEN.replace("Resources:", f"Description: |\n  text\n  {GOOD}\nResources:"),
                     OPEN.replace("Resources:", f"Description: >-\n  text {GOOD}\n  # demarc:ignore nonsense\n\nResources:")]:
            self.assertEqual(self.acl(text), (1, (1, 0), []), text)
        header = OPEN.replace("    Properties:\n", f"    Description: |  # demarc:ignore nonsense\n      text\n    Properties:\n")
        self.assertEqual(self.acl(header)[2], ["4 suppression-malformed: this suppression is not heard: it gives no reason; "
                                               "write # demarc:ignore POLICY[, POLICY] [until DATE]: REASON"])

    def test_a_value_that_comes_from_a_parameter_is_suppressed_where_it_is_used_or_declared(self):
        text = "Parameters:\n  Acl:\n    Type: String\n    Default: PublicRead\n" + OPEN.replace("PublicRead", "!Ref Acl")
        self.assertEqual(self.acl(text), (1, (1, 0), []))
        for line in ["      AccessControl: !Ref Acl", "    Default: PublicRead", "  Logs:", "  Acl:"]:
            self.assertEqual(self.acl(text.replace(line + "\n", f"{line} {GOOD}\n")), self.suppressed, line)

    def test_several_policies_and_patterns(self):
        for comment in ["# demarc:ignore s3-access-logging-off, s3-public-acl: R", "# demarc:ignore s3-*: R", "#demarc:ignore *: R: more"]:
            self.assertEqual(self.acl(OPEN.replace("  Logs:", f"  Logs:  {comment}")), self.suppressed, comment)

    def test_what_is_malformed_is_not_heard_and_said(self):
        form = "; write # demarc:ignore POLICY[, POLICY] [until DATE]: REASON"
        for comment, message in {
            "# demarc:ignore s3-public-acl": "it gives no reason" + form,
            "# demarc:ignore s3-public-acl:": "it gives no reason" + form,
            "# demarc:ignore : R": "it names no policy" + form,
            "# demarc:ignore": "it names no policy" + form,
            "# demarc:ignore s3-public-acl until tomorrow: R": "until must be a day such as 2027-01-31, not \"tomorrow\"" + form,
            "# demarc:ignore s3-public-acl s3-x: R": "\"s3-public-acl s3-x\" is no id of a policy" + form,
            "# demarc:ignored s3-public-acl: R": "it does not begin with demarc:ignore" + form,
            "# demarc:ignore s3-public-akl: R": "there is no policy s3-public-akl; did you mean \"s3-public-acl\"?",
        }.items():
            status, counted, notes = self.acl(OPEN.replace("  Logs:", f"  Logs:  {comment}"))
            self.assertEqual((status, counted, notes), (1, (1, 0), ["2 suppression-malformed: this suppression is not heard: " + message]))

    def test_it_counts_until_its_day_and_comes_back_after_it_with_a_note(self):
        text = OPEN.replace("  Logs:", "  Logs:  # demarc:ignore s3-public-acl until 2026-11-25: Moves to the CDN")
        self.assertEqual(self.acl(text), self.suppressed)
        self.assertEqual(self.acl(text, "--as-of", "2026-11-26"),
                         (1, (1, 0), ["2 suppression-expired: the suppression of s3-public-acl has expired on 2026-11-25: Moves to the CDN"]))

    def test_one_that_is_not_used_is_a_warning_and_fails_the_run_on_request(self):
        mended = OPEN.replace("PublicRead", "Private").replace("  Logs:", f"  Logs:  {GOOD}")
        unused = ["2 suppression-unused: the suppression of s3-public-acl is not used: nothing is found there"]
        self.assertEqual(self.acl(mended), (0, (0, 0), unused))
        self.assertEqual(self.acl(mended, "--fail-on-unused-suppressions"), (1, (0, 0), unused))
        self.assertEqual(self.acl(mended, select="s3-versioning-off,s3-access-logging-off,ebs-*")[2], [])  # it was not judged

    def test_metadata_of_a_resource_and_of_the_template(self):
        entry = "{policy: s3-public-acl, reason: Public site, until: 2027-01-31}"
        for text in [OPEN.replace("    Properties:", f"    Metadata: {{demarc: {{ignore: [{entry}]}}}}\n    Properties:"),
                     OPEN.replace("    Properties:", f"    Metadata: {{demarc: {{ignore: {entry}}}}}\n    Properties:"),
                     f"Metadata: {{demarc: {{ignore: [{entry}]}}}}\n" + OPEN,
                     f"Metadata: {{demarc: {{ignore: [{{resource: L*, property: AccessControl, {entry[1:]}]}}}}\n" + OPEN]:
            self.assertEqual(self.acl(text), self.suppressed, text)
        self.assertEqual(self.acl(f"Metadata: {{demarc: {{ignore: [{{resource: Site, {entry[1:]}]}}}}\n" + OPEN)[:2], (1, (1, 0)))

    def test_metadata_in_json(self):
        text = ('{"Resources": {"Logs": {"Type": "AWS::S3::Bucket", "Metadata": {"demarc": {"ignore": [{"policy": "s3-public-acl", '
                '"reason": "# demarc:ignore nonsense"}]}}, "Properties": {"AccessControl": "PublicRead"}}}}')
        self.assertEqual(self.acl(text, name="storage.json"), self.suppressed)

    def test_malformed_metadata_is_not_heard_and_said(self):
        for entry, message in {
            "{policy: s3-public-acl}": "\"reason\" is missing in a suppression",
            "{policy: s3-public-acl, reason: R, until: 2027-02-30}": "until must be a day such as 2027-01-31, not \"2027-02-30\"",
            "{policy: s3-public-acl, reasn: R}": "unknown key \"reasn\" in a suppression; did you mean \"reason\"?",
            "{policy: s3-public-acl, path: x, reason: R}": "unknown key \"path\" in a suppression; write \"property\" for a property",
            "nothing": "a suppression must be a map, not \"nothing\"",
        }.items():
            text = OPEN.replace("    Properties:", f"    Metadata: {{demarc: {{ignore: [{entry}]}}}}\n    Properties:")
            status, counted, notes = self.acl(text)
            self.assertEqual((status, counted), (1, (1, 0)))
            self.assertIn("4 suppression-malformed: this suppression is not heard: " + message, notes)

    def test_no_inline_suppressions(self):
        text = OPEN.replace("  Logs:", f"  Logs:  {GOOD}")
        self.assertEqual(self.acl(text, "--no-inline-suppressions"), (1, (1, 0), []))
        skip = OPEN.replace("  Logs:", "  Logs:\n    # checkov:skip=CKV_AWS_20:Public site")
        self.assertEqual(self.acl(skip, "--honor", "checkov", "--no-inline-suppressions"), (1, (1, 0), []))

    def test_skips_of_other_tools_are_heard_where_they_are_honoured(self):
        line = "      AccessControl: PublicRead"
        meta = "    Metadata: %s\n    Properties:"
        for tool, text in {
            "checkov": OPEN.replace(line, f"      # checkov:skip=CKV_AWS_20:Public site\n{line}"),
            "cfn-nag": OPEN.replace("    Properties:", meta % "{cfn_nag: {rules_to_suppress: [{id: W31, reason: Public site}]}}"),
            "trivy": OPEN.replace(line, f"      # trivy:ignore:AVD-AWS-0092\n{line}"),
            "kics": OPEN.replace(line, f"      # kics-scan ignore-line\n{line}"),
            "cfn-guard": OPEN.replace("    Properties:", meta % "{guard: {SuppressedRules: [S3_BUCKET_PUBLIC_READ_ACL]}}"),
            "cdk-nag": OPEN.replace("    Properties:", meta % "{cdk_nag: {rules_to_suppress: [{id: HIPAA.Security-S3BucketPublicReadProhibited, reason: R}]}}"),
        }.items():
            self.assertEqual(self.acl(text), (1, (1, 0), []), tool)
            self.assertEqual(self.acl(text, "--honor", tool), self.suppressed, tool)
            self.write(".demarc.yaml", f"root: true\nhonor: [{tool}]\n")
            self.assertEqual(self.acl(text), self.suppressed, tool)
            (self.folder / ".demarc.yaml").unlink()

    def test_further_words_of_other_tools(self):
        meta = "    Metadata: %s\n    Properties:"
        for tool, text in {
            "checkov": OPEN.replace("    Properties:", meta % "{checkov: {skip: [{id: CKV_AWS_20, comment: Public site}]}}"),
            "trivy": OPEN.replace("  Logs:", "  #trivy:ignore:aws-0092:exp:2026-11-25 for a while\n  Logs:"),
            "kics": OPEN.replace("  Logs:", "  # kics-scan ignore-block\n  Logs:"),
            "cdk-nag": "Metadata: {cdk_nag: {rules_to_suppress: [{id: X-S3BucketPublicReadProhibited, reason: cHVibGlj, is_reason_encoded: true}]}}\n" + OPEN,
        }.items():
            self.assertEqual(self.acl(text, "--honor", tool), self.suppressed, tool)
        self.assertEqual(self.acl("# kics-scan ignore\n" + OPEN, "--honor", "kics"), self.suppressed)
        self.assertEqual(self.acl(OPEN + "# kics-scan ignore\n", "--honor", "kics")[:2], (1, (1, 0)))

    def test_what_other_tools_skip_otherwise_stays(self):
        meta = "    Metadata: %s\n    Properties:"
        for tool, text, notes in [
            ("checkov", OPEN.replace("  Logs:", "  Logs:\n    # checkov:skip=CKV_AWS_21:Not versioned"), []),
            ("trivy", OPEN.replace("  Logs:", "  # trivy:ignore:AVD-AWS-0092:exp:2026-11-24\n  Logs:"),
             ["2 suppression-expired: the suppression of AVD-AWS-0092 has expired on 2026-11-24: skipped for trivy, without a reason"]),
            ("kics", "# kics-scan disable=38c64e76-c71e-4d92-a337-60174d1de1c9\n" + OPEN,
             ["1 suppression-narrowed: KICS names queries by UUID here, which demarc does not know: this is not heard"]),
            ("cdk-nag", OPEN.replace("    Properties:", meta % "{cdk_nag: {rules_to_suppress: [{id: X-S3BucketPublicReadProhibited, reason: R, applies_to: [a]}]}}"),
             ["4 suppression-narrowed: applies_to narrows cdk-nag's rules in ways that demarc does not know: this is not heard"]),
        ]:
            self.assertEqual(self.acl(text, "--honor", tool), (1, (1, 0), notes))

    def test_a_section_of_the_configuration(self):
        for entry in ["{policy: s3-public-acl, reason: R}", "{policy: s3-*, resource: Logs, file: storage.yaml, property: Access*, reason: R}",
                      "{policy: [s3-public-acl], resource: [Site, 'L?gs'], file: \"**/*.yaml\", until: 2026-11-25, reason: R}"]:
            self.write(".demarc.yaml", f"root: true\nsuppressions:\n- {entry}\n")
            self.assertEqual(self.acl(OPEN), self.suppressed, entry)
            self.assertEqual(self.acl(OPEN, "--no-inline-suppressions"), self.suppressed)
        for entry in ["resource: Site", "file: other/*", "property: BucketName"]:
            self.write(".demarc.yaml", f"root: true\nsuppressions:\n- {{policy: s3-public-acl, {entry}, reason: R}}\n")
            self.assertEqual(self.acl(OPEN)[:2], (1, (1, 0)), entry)

    def test_one_of_the_configuration_expires_and_is_unused_like_others(self):
        self.write(".demarc.yaml", "root: true\nsuppressions:\n- {policy: s3-public-acl, until: 2026-11-24, reason: R}\n")
        self.assertEqual(self.acl(OPEN), (1, (1, 0), ["3 suppression-expired: the suppression of s3-public-acl has expired on 2026-11-24: R"]))
        self.write(".demarc.yaml", "root: true\nsuppressions:\n- {policy: s3-public-acl, resource: Site, reason: R}\n")
        unused = "3 suppression-unused: the suppression of s3-public-acl is not used: nothing is found there"
        self.assertEqual(self.acl(OPEN), (1, (1, 0), [unused]))
        self.assertEqual(self.acl(OPEN, "--scope", "files"), (1, (1, 0), []))  # it may speak of files that are not seen

    def test_addresses_in_a_plan(self):
        self.write("site.plan.json", PLAN.read_bytes())
        base = ["check", "--select", "s3-public-acl", "--as-of", DAY, "--format", "json", "site.plan.json"]
        self.assertEqual(self.demarc(*base).json()["summary"]["fail"]["high"], 2)
        for address, count in {"module.*.aws_s3_bucket.logs[0]": 2, 'module.site["a"].aws_s3_bucket.logs': 1, "module.site": 2,
                               'module.site["a"]': 1, "*.logs[*]": 2, 'module.site["c"]': 0, "aws_s3_bucket.logs": 0, "module.sit": 0}.items():
            self.write(".demarc.yaml", f"root: true\nsuppressions:\n- {{policy: s3-public-acl, resource: '{address}', reason: R}}\n")
            self.assertEqual(self.demarc(*base).json()["summary"]["suppressed"], count, address)


if __name__ == "__main__":
    unittest.main()
