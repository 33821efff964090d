resource "terraform_data" "later" {
  input = "later"
}

resource "aws_s3_bucket" "pass_later" {
  bucket = "demarc-later"
}

resource "aws_s3_bucket_logging" "later" {
  bucket        = aws_s3_bucket.pass_later.id
  target_bucket = tostring(terraform_data.later.output)
  target_prefix = "later/"
}

# Any bucket may be the one that is named after apply, and need no logs of its own then.
resource "aws_s3_bucket" "unknown_maybe_destination" {
  bucket = "demarc-maybe"
}
