resource "aws_s3_bucket" "main" {
  bucket = "demarc-main"
}
