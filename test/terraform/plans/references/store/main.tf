variable "name" {}

variable "key" {
  default = null
}

resource "aws_s3_bucket" "store" {
  bucket = "store-${var.name}"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "store" {
  bucket = aws_s3_bucket.store.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.key
    }
  }
}

module "lock" {
  source = "./lock"
  bucket = aws_s3_bucket.store.id
}

output "bucket" {
  value = aws_s3_bucket.store.id
}

output "name" {
  value = aws_s3_bucket.store.bucket
}
