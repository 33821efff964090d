resource "terraform_data" "later" {
  input = "later"
}

resource "aws_s3_bucket" "pass_both" {
  bucket = "demarc-both"
}

resource "aws_s3_bucket_policy" "both" {
  bucket = aws_s3_bucket.pass_both.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::demarc-both", "arn:aws:s3:::demarc-both/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_s3_bucket" "fail_no_policy" {
  bucket = "demarc-no-policy"
}

resource "aws_s3_bucket" "fail_objects_only" {
  bucket = "demarc-objects-only"
}

resource "aws_s3_bucket_policy" "objects_only" {
  bucket = "demarc-objects-only"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::demarc-objects-only/*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# The ARN is known after apply only, and with it the whole document.
resource "aws_s3_bucket" "unknown_arn" {
  bucket = "demarc-arn"
}

resource "aws_s3_bucket_policy" "arn" {
  bucket = aws_s3_bucket.unknown_arn.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.unknown_arn.arn, "${aws_s3_bucket.unknown_arn.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
