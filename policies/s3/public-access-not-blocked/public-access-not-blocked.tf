resource "terraform_data" "later" {
  input = "later"
}

# AWS blocks public access to new buckets by itself.
resource "aws_s3_bucket" "pass_not_written" {
  bucket = "demarc-plain"
}

resource "aws_s3_bucket" "pass_all_four" {
  bucket = "demarc-all-four"
}

resource "aws_s3_bucket_public_access_block" "all_four" {
  bucket                  = aws_s3_bucket.pass_all_four.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

# The provider sends false for what is left out.
resource "aws_s3_bucket" "fail_one_left_out" {
  bucket = "demarc-one-left-out"
}

resource "aws_s3_bucket_public_access_block" "one_left_out" {
  bucket              = aws_s3_bucket.fail_one_left_out.id
  block_public_acls   = true
  ignore_public_acls  = true
  block_public_policy = true
}

resource "aws_s3_bucket" "fail_each" {
  for_each = toset(["a", "b"])
  bucket   = "demarc-each-${each.key}"
}

resource "aws_s3_bucket_public_access_block" "each" {
  for_each                = toset(["a", "b"])
  bucket                  = aws_s3_bucket.fail_each[each.key].id
  block_public_acls       = true
  ignore_public_acls      = false
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "fail_by_name" {
  bucket = "demarc-by-name"
}

resource "aws_s3_bucket_public_access_block" "by_name" {
  bucket                  = "demarc-by-name"
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = false
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "unknown_later" {
  bucket = "demarc-later"
}

resource "aws_s3_bucket_public_access_block" "later" {
  bucket                  = aws_s3_bucket.unknown_later.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = tobool(terraform_data.later.output)
}
