resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "other" {
  enable_key_rotation = true
}

resource "aws_sns_topic" "pass_own_key" {
  name              = "own-key"
  kms_master_key_id = aws_kms_key.other.id
}

resource "aws_sns_topic" "fail_not_written" {
  name = "not-written"
}

resource "aws_sns_topic" "unknown_later" {
  name              = "later"
  kms_master_key_id = terraform_data.later.output
}
