resource "terraform_data" "later" {
  input = "later"
}

resource "aws_cloudwatch_log_group" "other" {
  name              = "trails"
  retention_in_days = 365
}

resource "aws_cloudtrail" "pass_reference" {
  name                       = "reference"
  s3_bucket_name             = "demarc-trails"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.other.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

resource "aws_cloudtrail" "fail_not_written" {
  name           = "not-written"
  s3_bucket_name = "demarc-trails"
}

# It may be null once it is known.
resource "aws_cloudtrail" "unknown_later" {
  name                       = "later"
  s3_bucket_name             = "demarc-trails"
  cloud_watch_logs_group_arn = terraform_data.later.output
}
