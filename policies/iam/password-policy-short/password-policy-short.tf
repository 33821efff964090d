resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_account_password_policy" "pass_long" {
  minimum_password_length = 16
}

resource "aws_iam_account_password_policy" "fail_eight" {
  minimum_password_length = 8
}

resource "aws_iam_account_password_policy" "fail_not_written" {
  require_numbers = true
}

resource "aws_iam_account_password_policy" "unknown_later" {
  minimum_password_length = tonumber(terraform_data.later.output)
}
