resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "other" {
  enable_key_rotation = true
}

resource "aws_ebs_volume" "pass_own_key" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = aws_kms_key.other.arn
}

resource "aws_ebs_volume" "fail_no_key" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}

resource "aws_ebs_volume" "fail_aws_key" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs"
}

resource "aws_ebs_volume" "unknown_later" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = tostring(terraform_data.later.output)
}

resource "aws_ebs_volume" "none_plain" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = false
}
