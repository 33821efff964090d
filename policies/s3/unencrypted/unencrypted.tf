# No fail: since 2023 nobody can switch it off.
resource "terraform_data" "later" {
  input = "later"
}

resource "aws_s3_bucket" "pass_not_written" {
  bucket = "not-written"
}

resource "aws_s3_bucket" "pass_written" {
  bucket = "written"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "written" {
  bucket = aws_s3_bucket.pass_written.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_s3_bucket" "unknown_later" {
  bucket = "later"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "later" {
  bucket = aws_s3_bucket.unknown_later.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = tostring(terraform_data.later.output)
    }
  }
}
