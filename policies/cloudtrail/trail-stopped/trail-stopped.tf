resource "terraform_data" "later" {
  input = "later"
}

# The provider starts a trail unless told otherwise.
resource "aws_cloudtrail" "pass_not_written" {
  name           = "not-written"
  s3_bucket_name = "demarc-trails"
}

resource "aws_cloudtrail" "fail_stopped" {
  name           = "stopped"
  s3_bucket_name = "demarc-trails"
  enable_logging = false
}

resource "aws_cloudtrail" "unknown_later" {
  name           = "later"
  s3_bucket_name = "demarc-trails"
  enable_logging = tobool(terraform_data.later.output)
}
