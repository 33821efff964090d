"""Findings in plans speak Terraform: names, values and reasons as the author wrote them. The plan is made from words/words.tf."""
import unittest

from program import DAY, SOURCE, demarc

PLAN = SOURCE / "test" / "program" / "words" / "words.plan.json"


class Words(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        run = demarc("check", "--format", "json", "--profile", "strict", "--min-severity", "note", "--show", "unknown", "--as-of", DAY, PLAN)
        cls.findings = run.json()["findings"]

    def said(self, policy):
        return [finding["message"] for finding in self.findings if finding["policy"] == policy]

    def test_values_are_those_of_the_file(self):
        self.assertEqual(self.said("s3-public-acl"), ["aws_s3_bucket_acl.site grants public-read (var.acl) to everyone"])

    def test_variables_are_called_as_in_the_configuration(self):
        self.assertEqual(self.said("rds-instance-public"), ["aws_db_instance.shared is publicly accessible (var.open)"])
        related = [place["message"] for finding in self.findings if finding["policy"] == "rds-instance-public" for place in finding["related"]]
        self.assertEqual(related, ["the value comes from var.open"])

    def test_arguments_that_are_not_there_have_the_name_that_they_would_have(self):
        self.assertEqual(self.said("eks-control-plane-logs-missing"), ["aws_eks_cluster.quiet: enabled_cluster_log_types is not set"])
        self.assertEqual(self.said("ecs-root-filesystem-writable"), ["aws_ecs_task_definition.web: container_definitions[0].readonlyRootFilesystem is not set (AWS default: false)"])
        self.assertEqual(self.said("ecr-scan-off"), ["aws_ecr_repository.images: image_scanning_configuration.scan_on_push is not set (AWS default: false)"])

    def test_messages_name_arguments(self):
        self.assertEqual(self.said("kms-key-rotation-off"), ["aws_kms_key.later has enable_key_rotation false"])
        self.assertEqual(self.said("ecr-tags-mutable"), ["aws_ecr_repository.images has image_tag_mutability MUTABLE"])
        self.assertEqual(self.said("cloudtrail-trail-log-validation-off"), ["aws_cloudtrail.audit has enable_log_file_validation false"])
        self.assertEqual(self.said("cloudtrail-trail-single-region"), ["aws_cloudtrail.audit has is_multi_region_trail false"])

    def test_reasons_name_arguments(self):
        self.assertEqual(self.said("iam-trust-public"), ["aws_iam_role.worker: cannot tell: assume_role_policy is known only after apply"])
        self.assertEqual(self.said("iam-pass-role-any"), ["aws_iam_role.worker: cannot tell: inline_policy[0].policy is known only after apply"])
        self.assertEqual(self.said("kms-key-policy-public"), ["aws_kms_key.later: cannot tell: policy is known only after apply"])

    def test_nothing_is_said_in_the_words_of_templates(self):
        for finding in self.findings:
            self.assertNotRegex(finding["message"], r"\b[A-Z][a-z]+[A-Z]\w*(\.| is | \w+$)", finding["policy"])
            self.assertNotRegex(finding["path"], r"(^|\.)[A-Z]", finding["policy"])
        self.assertTrue(self.findings)


if __name__ == "__main__":
    unittest.main()
