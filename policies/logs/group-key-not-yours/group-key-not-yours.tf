resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "other" {
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "pass_own_key" {
  name       = "own-key"
  kms_key_id = aws_kms_key.other.arn
}

resource "aws_cloudwatch_log_group" "fail_not_written" {
  name = "not-written"
}

resource "aws_cloudwatch_log_group" "unknown_later" {
  name       = "later"
  kms_key_id = tostring(terraform_data.later.output)
}
