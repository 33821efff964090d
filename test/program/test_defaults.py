"""What AWS does where nothing is written, by the day, and for those who want everything written."""
import unittest

from program import DAY, Folder

BUCKET = "Resources:\n  Logs:\n    Type: AWS::S3::Bucket\n"
CLUSTER = ("Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n"
           "      ManageMasterUserPassword: true\n")


class Defaults(Folder):
    maxDiff = None

    def answers(self, template, policy, *words):
        self.write("stack.yaml", template)
        run = self.demarc("check", "--format", "json", "--show", "unknown,pass", "--select", policy, *words, "stack.yaml")
        self.assertIn(run.status, (0, 1), run.err)
        return [f"{f['line']}:{f['column']} {f['verdict']} {f['message']}" for f in run.json()["findings"]]

    def test_a_bucket_before_aws_encrypted_every_object(self):
        self.assertEqual(self.answers(BUCKET, "s3-unencrypted", "--as-of", "2023-01-04"), [
            "2:3 fail Logs: BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm is not set"])

    def test_a_bucket_since_aws_encrypts_every_object(self):
        self.assertEqual(self.answers(BUCKET, "s3-unencrypted", "--as-of", "2023-01-05"), ["2:3 pass Logs passes"])

    def test_a_bucket_today(self):
        self.assertEqual(self.answers(BUCKET, "s3-unencrypted"), ["2:3 pass Logs passes"])

    def test_a_bucket_whose_encryption_must_be_written(self):
        self.assertEqual(self.answers(BUCKET, "s3-unencrypted", "--as-of", DAY, "--explicit"), [
            "2:3 fail Logs: BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm is not "
            "written (AWS default since 2023-01-05: AES256)"])

    def test_a_bucket_whose_encryption_is_written(self):
        written = BUCKET + ("    Properties:\n      BucketEncryption:\n        ServerSideEncryptionConfiguration:\n"
                            "        - ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}\n")
        self.assertEqual(self.answers(written, "s3-unencrypted", "--explicit"), ["2:3 pass Logs passes"])

    def test_public_access_to_a_bucket_before_aws_blocked_it(self):
        self.assertEqual(self.answers(BUCKET, "s3-public-access-not-blocked", "--as-of", "2023-04-27"),
                         ["2:3 fail Logs: PublicAccessBlockConfiguration.BlockPublicAcls is not set (AWS default: false)"])

    def test_public_access_to_a_bucket_that_must_be_blocked_in_writing(self):
        self.assertEqual(self.answers(BUCKET, "s3-public-access-not-blocked", "--as-of", DAY, "--explicit"),
                         ["2:3 fail Logs: PublicAccessBlockConfiguration.BlockPublicAcls is not written "
                          "(AWS default since 2023-04-28: true)"])

    def test_a_database_before_and_since_aws_encrypts_aurora(self):
        self.assertEqual(self.answers(CLUSTER, "rds-cluster-unencrypted", "--as-of", "2026-02-17"),
                         ["2:3 fail Orders: StorageEncrypted is not set (AWS default: false)"])
        self.assertEqual(self.answers(CLUSTER, "rds-cluster-unencrypted", "--as-of", "2026-02-18"),
                         ["2:3 pass Orders passes"])

    def test_a_day_that_is_none_is_refused(self):
        self.write("stack.yaml", BUCKET)
        run = self.demarc("check", "--as-of", "2023-02-30", "stack.yaml")
        self.assertEqual((run.status, run.out), (2, ""))
        self.assertIn("2023-02-30", run.err)


if __name__ == "__main__":
    unittest.main()
