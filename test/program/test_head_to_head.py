"""Cases that at least one other tool gets wrong: each a template as a user writes it, in head_to_head/, with the whole answer."""
import unittest

from program import DAY, SOURCE, Folder, demarc

CASES = SOURCE / "test" / "program" / "head_to_head"


def answers(path, policies, *options):
    """Each verdict as `line:column verdict message`, in the order of the report."""
    words = options if "--as-of" in options else ("--as-of", DAY, *options)
    report = demarc("check", "--format", "json", "--show", "unknown,pass", "--min-severity", "note", "--select", policies, *words, path)
    assert report.status in (0, 1), report.err
    return [f"{f['line']}:{f['column']} {f['verdict']} {f['message']}" for f in report.json()["findings"]]


def notes(name):
    report = demarc("check", "--format", "json", "--select", "s3-policy-public", CASES / name).json()
    return [f"{note['line']}:{note['column']} {note['message']}" for note in report["notes"]]


class Case(Folder):
    maxDiff = None

    def expect(self, name, policies, expected, *options):
        self.assertEqual(answers(CASES / name, policies, *options), expected)


class OpenSsh(Case):
    """A rule that opens SSH to the world, in every way of writing it."""

    def expect_ssh(self, case, *expected):
        self.expect(f"open-ssh-{case}.yaml", "security-group-open-ssh", list(expected))

    def test_written_as_it_is(self):
        self.expect_ssh("literal", "7:9 fail Web lets 0.0.0.0/0 reach SSH (tcp 22)")

    def test_by_a_parameter_with_a_default(self):
        self.expect_ssh("ref-default", "4:14 fail Web lets 0.0.0.0/0 reach SSH (tcp 22) (default of parameter From)")

    def test_by_a_parameter_without_a_default(self):
        self.expect_ssh("ref-without-default",
                        "10:9 unknown Web: cannot tell: CidrIp depends on parameter From, which has no default")

    def test_a_condition_around_the_network(self):
        self.expect_ssh("if-leaf", "14:9 fail Web lets 0.0.0.0/0 reach SSH (tcp 22), when IsDev is true (Stage is dev)")

    def test_a_condition_around_the_rule(self):
        self.expect_ssh("if-item", "20:11 fail Web lets 0.0.0.0/0 reach SSH (tcp 22), when IsDev is true (Stage is dev)")

    def test_a_condition_around_the_list(self):
        self.expect_ssh("if-list", "15:11 fail Web lets 0.0.0.0/0 reach SSH (tcp 22), when IsDev is true (Stage is dev)")

    def test_a_condition_around_all_properties(self):
        self.expect_ssh("if-properties", "15:9 fail Web lets 0.0.0.0/0 reach SSH (tcp 22), with default values")

    def test_a_resource_that_is_never_created(self):
        self.expect_ssh("never-created")
        self.assertEqual(notes("open-ssh-never-created.yaml"),
                         ["9:3 Web is never created: its condition IsTest holds with no parameters"])

    def test_conditions_that_never_hold_together(self):
        self.expect_ssh("contradiction", "11:3 pass Web passes")

    def test_rules_in_a_loop(self):
        self.expect_ssh("for-each",
                        "11:11 fail WebBlue lets 0.0.0.0/0 reach SSH (tcp 22)",
                        "11:11 fail WebGreen lets 0.0.0.0/0 reach SSH (tcp 22)")

    def test_all_protocols(self):
        self.expect_ssh("all-protocols", "7:9 fail Web lets 0.0.0.0/0 reach SSH (all protocols all ports)")

    def test_a_range_of_ports_around_it(self):
        self.expect_ssh("range", "7:9 fail Web lets 0.0.0.0/0 reach SSH (tcp 20-30)")

    def test_every_spelling_of_the_ipv6_world(self):
        self.expect_ssh("ipv6",
                        "7:9 fail Short lets ::/0 reach SSH (tcp 22)",
                        "13:9 fail Written lets 0:0:0:0:0:0:0:0/0 reach SSH (tcp 22)",
                        "19:9 fail Zeros lets 0000:0000::/0 reach SSH (tcp 22)",
                        "20:3 pass Private passes")

    def test_the_world_in_two_halves(self):
        self.expect_ssh("two-halves",
                        "7:9 fail Web lets 0.0.0.0/1 reach SSH (tcp 22)",
                        "8:9 fail Web lets 128.0.0.0/1 reach SSH (tcp 22)",
                        "9:3 pass Half passes")

    def test_a_rule_that_is_a_resource_of_its_own(self):
        self.expect_ssh("own-resource", "6:3 fail WebSsh lets 0.0.0.0/0 reach SSH (tcp 22)")


class Encodings(Case):
    """What editors and shells make of a file changes no verdict and no place."""

    def expect_same(self, content):
        path = self.write("open-ssh.yaml", content)
        self.assertEqual(answers(path, "security-group-open-ssh"), ["7:9 fail Web lets 0.0.0.0/0 reach SSH (tcp 22)"])

    def setUp(self):
        super().setUp()
        self.text = (CASES / "open-ssh-literal.yaml").read_text()

    def test_a_byte_order_mark(self):
        self.expect_same(b"\xef\xbb\xbf" + self.text.encode())

    def test_utf_16_as_powershell_writes_it(self):
        self.expect_same(b"\xff\xfe" + self.text.encode("utf-16-le"))

    def test_utf_16_big_endian(self):
        self.expect_same(b"\xfe\xff" + self.text.encode("utf-16-be"))

    def test_line_ends_of_windows(self):
        self.expect_same(self.text.replace("\n", "\r\n"))


class Scalars(Case):
    def test_dates_without_quotes_stay_text(self):
        self.expect("scalars.yaml", "iam-trust-public", ["4:3 pass Trusting passes", "19:11 fail Open lets everyone assume it"])

    def test_accounts_keep_their_leading_zeros(self):
        self.write("policies/own/account/account.yaml",
                   "id: own-account\ntitle: An account\nseverity: low\ncategory: identity\nsince: 1.0.0\nfor: AWS::IAM::Role\n"
                   "each: AssumeRolePolicyDocument.Statement\nforbid: {property: Principal.AWS, like: \"0*\"}\nabsent: pass\n"
                   "message: \"trusts {value}\"\n")
        self.expect("scalars.yaml", "own-account", ["10:11 fail Trusting trusts 012345678901", "13:3 pass Open passes"],
                    "--policies", self.folder / "policies")

    def test_numbers_are_numbers_in_quotes_and_with_a_point(self):
        self.expect("scalars.yaml", "security-group-open-ssh", ["28:9 fail Web lets 0.0.0.0/0 reach SSH (tcp 22)"])


class Keys(Case):
    def test_the_last_of_two_statements_counts(self):
        self.expect("duplicate-keys.yaml", "s3-policy-public",
                    ["13:11 fail BucketPolicy allows s3:GetObject to everyone"])

    def test_two_statements_of_the_same_name_are_noted(self):
        self.assertEqual(notes("duplicate-keys.yaml"),
                         ['10:9 key "Statement" is written again further down, which replaces this value',
                          '12:9 key "Statement" is written more than once; this value, the last, counts'])

    def test_the_last_of_two_keys_counts_in_json(self):
        self.expect("duplicate-keys.json", "security-group-open-ssh", ["8:11 fail Web lets 0.0.0.0/0 reach SSH (tcp 22)"])

    def test_two_keys_of_the_same_name_are_noted_in_json(self):
        self.assertEqual(notes("duplicate-keys.json"),
                         ['8:63 key "CidrIp" is written again further down, which replaces this value',
                          '8:87 key "CidrIp" is written more than once; this value, the last, counts'])

    def test_merge_keys_are_applied(self):
        self.expect("merge-keys.yaml", "security-group-open-ssh", ["12:9 fail Web lets 0.0.0.0/0 reach SSH (tcp 22)"])

    def test_merge_keys_are_noted(self):
        self.assertEqual(notes("merge-keys.yaml"), ["12:9 the merge key << is applied and adds 2 keys"])


class Serverless(Case):
    def test_globals_reach_functions_that_do_not_say_otherwise(self):
        self.expect("serverless-globals.yaml", "lambda-tracing-off",
                    ["8:3 pass Traced passes", "16:16 fail Untraced has Tracing PassThrough"])

    def test_what_suppresses_on_a_function_suppresses_on_what_it_implies(self):
        self.expect("serverless-suppression.yaml", "lambda-runtime-unsupported,iam-policy-administrator",
                    ["3:23 fail NotAtAll uses nodejs16.x, whose support ends on 2024-06-12",
                     "22:23 fail NotAtAllRole allows * on *"])
        suppressed = demarc("check", "--quiet", "--show", "suppressed", "--as-of", DAY, "--select", "lambda-runtime-unsupported,iam-policy-administrator",
                            "serverless-suppression.yaml", cwd=CASES).out.splitlines()
        self.assertEqual([line.split(": ", 1)[1] for line in suppressed if " suppressed " in line],
                         ["suppressed lambda-runtime-unsupported: ByComment uses nodejs16.x, whose support ends on 2024-06-12",
                          "suppressed lambda-runtime-unsupported: ByMetadata uses nodejs16.x, whose support ends on 2024-06-12",
                          "suppressed iam-policy-administrator: ByCommentRole allows * on *",
                          "suppressed iam-policy-administrator: ByMetadataRole allows * on *"])


class PublicAccessBlock(Case):
    def test_behind_conditions_and_no_value(self):
        self.expect("public-access-block-if.yaml", "s3-public-access-not-blocked",
                    ["4:29 fail Values has PublicAccessBlockConfiguration.BlockPublicAcls false (allowed by parameter Protect), "
                     "only when Protect is false",
                     "10:3 pass Either passes",
                     "32:7 fail Partly: PublicAccessBlockConfiguration.BlockPublicPolicy is not set (AWS default: false), "
                     "when Protected is false (Protect is false)"])

    def test_with_the_value_given(self):
        self.expect("public-access-block-if.yaml", "s3-public-access-not-blocked",
                    ["10:3 pass Either passes", "20:3 pass Values passes", "29:3 pass Partly passes"],
                    "--parameters", "Protect=true")


class Bare(Case):
    """What AWS does where nothing is written, by the day."""

    def expect_on(self, day, policies, *expected):
        self.expect("bare.yaml", policies, list(expected), "--as-of", day)

    def test_a_bucket_before_public_access_was_blocked(self):
        self.expect_on("2023-04-27", "s3-public-access-not-blocked",
                       "2:3 fail Bucket: PublicAccessBlockConfiguration.BlockPublicAcls is not set (AWS default: false)")

    def test_a_bucket_since_public_access_is_blocked(self):
        self.expect_on("2023-04-28", "s3-public-access-not-blocked", "2:3 pass Bucket passes")

    def test_a_queue_now(self):
        self.expect_on(DAY, "sqs-queue-unencrypted", "4:3 pass Queue passes")

    def test_an_aurora_cluster_before_it_was_encrypted(self):
        self.expect_on("2026-02-17", "rds-cluster-unencrypted",
                       "6:3 fail Cluster: StorageEncrypted is not set (AWS default: false)")

    def test_an_aurora_cluster_since_it_is_encrypted(self):
        self.expect_on("2026-02-18", "rds-cluster-unencrypted", "6:3 pass Cluster passes")


class Documents(Case):
    def test_the_default_policy_of_a_key_grants_nothing_by_itself(self):
        self.expect("key-policy-default.yaml", "kms-key-policy-public",
                    ["3:3 pass Default passes", "14:3 pass Denying passes", "37:11 fail Everyone allows kms:* to everyone"])

    def test_statements_that_deny_grant_nothing(self):
        self.expect("deny-everything.yaml", "iam-managed-policy-administrator,s3-policy-public",
                    ["2:3 pass Fence passes", "9:3 pass Bucket passes"])

    def test_everyone_of_an_organization(self):
        self.expect("principal-organization.yaml", "s3-policy-public",
                    ["2:3 pass Exactly passes",
                     "26:11 fail ForAllValuesPolicy allows s3:GetObject to everyone, "
                     "on conditions that anyone can meet (aws:PrincipalOrgID)",
                     "40:11 fail WildcardPolicy allows s3:GetObject to everyone, "
                     "on conditions that anyone can meet (aws:PrincipalOrgID)",
                     "54:11 fail IfExistsPolicy allows s3:GetObject to everyone, "
                     "on conditions that anyone can meet (aws:PrincipalOrgID)"])


class Secrets(Case):
    def test_references_to_secrets_manager_and_to_secure_strings_are_none(self):
        verdicts = answers(CASES / "dynamic-references.yaml", "secrets-clear-text")
        self.assertEqual(verdicts[:4], ["6:3 pass Direct passes", "11:3 pass BySub passes", "16:3 pass ByJoin passes",
                                        "21:3 pass SecureText passes"])

    def test_references_to_plain_parameters_are_clear_text_elsewhere(self):
        wording = "takes MasterUserPassword from a parameter in SSM Parameter Store that holds it in clear text"
        verdicts = answers(CASES / "dynamic-references.yaml", "secrets-plain-parameter")
        self.assertEqual([verdict for verdict in verdicts if " pass " not in verdict],
                         [f"31:27 fail PlainText {wording}", f"36:27 fail PlainTextBySub {wording}"])
        self.assertEqual(len(verdicts), 8)

    def test_a_default_that_names_a_parameter_of_systems_manager(self):
        self.expect("systems-manager-default.yaml", "security-group-open-ssh,secrets-clear-text",
                    ["15:9 unknown Web: cannot tell: CidrIp depends on parameter From, which names a value in SSM Parameter Store",
                     "16:3 pass Orders passes"])


if __name__ == "__main__":
    unittest.main()
