resource "terraform_data" "later" {
  input = "later"
}

resource "aws_neptune_cluster" "pass_audit" {
  enable_cloudwatch_logs_exports = ["audit"]
}

resource "aws_neptune_cluster" "fail_not_written" {
}

resource "aws_neptune_cluster" "unknown_later" {
  enable_cloudwatch_logs_exports = [tostring(terraform_data.later.output)]
}
