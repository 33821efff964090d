resource "terraform_data" "later" {
  input = "later"
}

resource "aws_neptune_cluster" "pass_on" {
  iam_database_authentication_enabled = true
}

resource "aws_neptune_cluster" "fail_not_written" {
}

resource "aws_neptune_cluster" "unknown_later" {
  iam_database_authentication_enabled = tobool(terraform_data.later.output)
}
