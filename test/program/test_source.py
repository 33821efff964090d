"""Findings in plans stand on the lines of their Terraform source."""
import unittest

from program import DAY, SOURCE, Folder, demarc

PLATFORM = SOURCE / "fixtures" / "platform"

BEFORE = [
    'database.tf:8:29 secrets-clear-text aws_db_instance.main[0]',
    'database.tf:8:29 secrets-clear-text aws_db_instance.main[1]',
    'database.tf:9:29 rds-backup-short aws_db_instance.main[0]',
    'database.tf:9:29 rds-backup-short aws_db_instance.main[1]',
    'database.tf:10:29 rds-instance-public aws_db_instance.main[1]',
    'database.tf:11:29 rds-instance-unencrypted aws_db_instance.main[0]',
    'database.tf:11:29 rds-instance-unencrypted aws_db_instance.main[1]',
    'main.tf:30:23 ebs-volume-unencrypted aws_ebs_volume.store["logs"]',
    'main.tf:44:3 security-group-open-ssh aws_security_group.bastion',
    'main.tf:66:7 iam-managed-policy-administrator aws_iam_policy.deploy',
    'main.tf:81:3 iam-managed-policy-administrator aws_iam_policy.operate',
    'trail.tf.json:7:34 cloudtrail-trail-single-region aws_cloudtrail.audit',
    'modules/service/main.tf:15:29 s3-public-access-not-blocked module.api.aws_s3_bucket_public_access_block.files',
    'modules/service/main.tf:24:19 lambda-runtime-unsupported module.api.aws_lambda_function.handler',
    'modules/service/main.tf:24:19 lambda-runtime-unsupported module.worker["blue"].aws_lambda_function.handler',
    'modules/service/main.tf:24:19 lambda-runtime-unsupported module.worker["green"].aws_lambda_function.handler',
    'modules/queue/main.tf:5:29 sqs-queue-unencrypted module.api.module.jobs[0].aws_sqs_queue.jobs',
    'modules/queue/main.tf:5:29 sqs-queue-unencrypted module.worker["blue"].module.jobs[0].aws_sqs_queue.jobs',
    'modules/queue/main.tf:5:29 sqs-queue-unencrypted module.worker["green"].module.jobs[0].aws_sqs_queue.jobs',
]

AFTER = [
    'database.tf:8:29 secrets-clear-text aws_db_instance.main[0]',
    'database.tf:11:29 rds-instance-unencrypted aws_db_instance.main[0]',
    'main.tf:44:3 security-group-open-ssh aws_security_group.bastion',
    'main.tf:66:7 iam-managed-policy-administrator aws_iam_policy.deploy',
    'main.tf:81:3 iam-managed-policy-administrator aws_iam_policy.operate',
    'trail.tf.json:7:34 cloudtrail-trail-single-region aws_cloudtrail.audit',
    'modules/service/main.tf:15:29 s3-public-access-not-blocked module.api.aws_s3_bucket_public_access_block.files',
    'modules/service/main.tf:24:19 lambda-runtime-unsupported module.api.aws_lambda_function.handler',
    'modules/service/main.tf:24:19 lambda-runtime-unsupported module.worker["green"].aws_lambda_function.handler',
    'modules/queue/main.tf:5:29 sqs-queue-unencrypted module.api.module.jobs[0].aws_sqs_queue.jobs',
    'modules/queue/main.tf:5:29 sqs-queue-unencrypted module.worker["green"].module.jobs[0].aws_sqs_queue.jobs',
]


def lines_of(plan, source):
    report = demarc("check", "--format", "json", "--as-of", DAY, plan, "--source", source, cwd=PLATFORM)
    assert report.status == 1, report.err
    return [f"{finding['file'].removeprefix(source + '/')}:{finding['line']}:{finding['column']} {finding['policy']} "
            f"{finding['message'].split(' ')[0].rstrip(':')}" for finding in report.json()["findings"]]


class Source(Folder):
    maxDiff = None

    def test_every_finding_of_a_first_creation_stands_on_its_line(self):
        self.assertEqual(lines_of("before.plan.json", "before"), BEFORE)

    def test_every_finding_of_a_change_stands_on_its_line(self):
        self.assertEqual(lines_of("../platform.plan.json", "after"), AFTER)

    def test_the_source_beside_a_plan_is_found_by_itself_and_text_shows_it(self):
        report = demarc("check", "--as-of", DAY, "--select", "rds-instance-public", "three-tier.plan.json", cwd=SOURCE / "fixtures" / "three-tier")
        self.assertRegex(report.out, r"^three-tier\.tf:\d+:\d+: critical rds-instance-public: aws_db_instance\.database is publicly accessible\n"
                                     r" *\d+ \|   publicly_accessible += true\n")

    def test_without_source_a_finding_stands_in_the_plan(self):
        plan = self.write("plan.json", (PLATFORM / "before.plan.json").read_bytes())
        report = self.demarc("check", "--as-of", DAY, "--quiet", "--select", "ebs-volume-unencrypted", plan.name)
        self.assertRegex(report.out, r'^plan\.json:1:\d+: high ebs-volume-unencrypted: aws_ebs_volume\.store\["logs"\] ')

    def test_a_plan_from_standard_input_has_its_source_in_this_folder(self):
        plan = (PLATFORM / "before.plan.json").read_bytes()
        report = demarc("check", "--as-of", DAY, "--quiet", "--select", "ebs-volume-unencrypted", "-", cwd=PLATFORM / "before", stdin=plan)
        self.assertRegex(report.out, r"^main\.tf:30:23: high ")

    def test_the_plan_s_own_place_stays_in_json_and_sarif(self):
        words = ("check", "--as-of", DAY, "--select", "ebs-volume-unencrypted", "before.plan.json", "--source", "before")
        finding = demarc(*words, "--format", "json", cwd=PLATFORM).json()["findings"][0]
        self.assertEqual((finding["file"], finding["plan"]["file"], finding["plan"]["line"]), ("before/main.tf", "before.plan.json", 1))
        result = demarc(*words, "--format", "sarif", cwd=PLATFORM).json()["runs"][0]["results"][0]
        primary, related = result["locations"][0], result["relatedLocations"][0]
        self.assertTrue(primary["physicalLocation"]["artifactLocation"]["uri"].endswith("before/main.tf"))
        self.assertTrue(related["physicalLocation"]["artifactLocation"]["uri"].endswith("before.plan.json"))
        self.assertEqual(related["message"]["text"], "in the plan")

    def test_a_secret_in_the_source_is_shown_by_no_format(self):
        for style in ("text", "json", "sarif"):
            report = demarc("check", "--as-of", DAY, "--format", style, "--select", "secrets-*", "before.plan.json", "--source", "before", cwd=PLATFORM)
            self.assertIn("database.tf", report.out)
            self.assertNotIn("correct-horse", report.out + report.err)


if __name__ == "__main__":
    unittest.main()
