resource "terraform_data" "later" {
  input = "later"
}

resource "aws_cloudtrail" "pass_validated" {
  name                       = "validated"
  s3_bucket_name             = "demarc-trails"
  enable_log_file_validation = true
}

resource "aws_cloudtrail" "fail_not_written" {
  name           = "not-written"
  s3_bucket_name = "demarc-trails"
}

resource "aws_cloudtrail" "unknown_later" {
  name                       = "later"
  s3_bucket_name             = "demarc-trails"
  enable_log_file_validation = tobool(terraform_data.later.output)
}
