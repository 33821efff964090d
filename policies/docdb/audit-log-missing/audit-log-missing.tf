resource "terraform_data" "later" {
  input = "later"
}

resource "aws_docdb_cluster" "pass_audit" {
  master_username = "app"
  enabled_cloudwatch_logs_exports = ["audit"]
}

resource "aws_docdb_cluster" "fail_not_written" {
  master_username = "app"
}

resource "aws_docdb_cluster" "unknown_later" {
  master_username = "app"
  enabled_cloudwatch_logs_exports = [tostring(terraform_data.later.output)]
}
