resource "aws_s3_bucket" "none_logs" {
  bucket = "demarc-logs"
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
