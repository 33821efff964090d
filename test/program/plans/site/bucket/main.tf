variable "name" { type = string }

resource "aws_s3_bucket" "logs" {
  count  = 1
  bucket = "logs-${var.name}"
  acl    = "public-read"
}
