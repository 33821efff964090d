resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "other" {
  enable_key_rotation = true
}

resource "aws_cloudtrail" "pass_own_key" {
  name           = "own-key"
  s3_bucket_name = "demarc-trails"
  kms_key_id     = aws_kms_key.other.arn
}

resource "aws_cloudtrail" "fail_not_written" {
  name           = "not-written"
  s3_bucket_name = "demarc-trails"
}

resource "aws_cloudtrail" "unknown_later" {
  name           = "later"
  s3_bucket_name = "demarc-trails"
  kms_key_id     = tostring(terraform_data.later.output)
}
