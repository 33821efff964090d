resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_account_password_policy" "pass_most" {
  password_reuse_prevention = 24
}

resource "aws_iam_account_password_policy" "fail_five" {
  password_reuse_prevention = 5
}

resource "aws_iam_account_password_policy" "fail_not_written" {
  minimum_password_length = 14
}

resource "aws_iam_account_password_policy" "unknown_later" {
  password_reuse_prevention = tonumber(terraform_data.later.output)
}
