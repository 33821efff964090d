resource "terraform_data" "later" {
  input = "later"
}

# S3 delivers logs into a bucket if its ACL or its policy lets it in.
resource "aws_s3_bucket" "none_logs" {
  bucket = "demarc-logs"
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.none_logs.id
  acl    = "log-delivery-write"
}

resource "aws_s3_bucket" "pass_companion" {
  bucket = "demarc-companion"
}

resource "aws_s3_bucket_logging" "companion" {
  bucket        = aws_s3_bucket.pass_companion.id
  target_bucket = aws_s3_bucket.none_logs.id
  target_prefix = "companion/"
}

resource "aws_s3_bucket" "pass_inline" {
  bucket = "demarc-inline"

  logging {
    target_bucket = "demarc-logs"
  }
}

resource "aws_s3_bucket" "fail_not_written" {
  bucket = "demarc-plain"
}

# The policy may be one that lets logs in.
resource "aws_s3_bucket" "unknown_policy" {
  bucket = "demarc-policy"
}

resource "aws_s3_bucket_policy" "policy" {
  bucket = aws_s3_bucket.unknown_policy.id
  policy = tostring(terraform_data.later.output)
}
