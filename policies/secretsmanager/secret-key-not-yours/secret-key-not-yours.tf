resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "other" {
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "pass_own_key" {
  name       = "own-key"
  kms_key_id = aws_kms_key.other.arn
}

resource "aws_secretsmanager_secret" "fail_not_written" {
  name = "not-written"
}

resource "aws_secretsmanager_secret" "unknown_later" {
  name       = "later"
  kms_key_id = tostring(terraform_data.later.output)
}
