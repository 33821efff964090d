resource "terraform_data" "later" {
  input = "later"
}

resource "aws_s3_bucket" "pass_companion" {
  bucket = "demarc-companion"
}

resource "aws_s3_bucket_versioning" "companion" {
  bucket = aws_s3_bucket.pass_companion.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "pass_inline" {
  bucket = "demarc-inline"

  versioning {
    enabled = true
  }
}

resource "aws_s3_bucket" "pass_counted" {
  count  = 2
  bucket = "demarc-counted-${count.index}"
}

resource "aws_s3_bucket_versioning" "counted" {
  count  = 2
  bucket = aws_s3_bucket.pass_counted[count.index].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "fail_not_written" {
  bucket = "demarc-plain"
}

resource "aws_s3_bucket" "fail_disabled" {
  bucket = "demarc-disabled"
}

resource "aws_s3_bucket_versioning" "disabled" {
  bucket = aws_s3_bucket.fail_disabled.id

  versioning_configuration {
    status = "Disabled"
  }
}

resource "aws_s3_bucket" "fail_suspended" {
  bucket = "demarc-suspended"
}

resource "aws_s3_bucket_versioning" "suspended" {
  bucket = aws_s3_bucket.fail_suspended.bucket

  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket" "unknown_later" {
  bucket = "demarc-later"
}

resource "aws_s3_bucket_versioning" "later" {
  bucket = aws_s3_bucket.unknown_later.id

  versioning_configuration {
    status = tostring(terraform_data.later.output)
  }
}
