resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "other" {
  enable_key_rotation = true
}

resource "aws_s3_bucket" "pass_own_key" {
  bucket = "demarc-own-key"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "own_key" {
  bucket = aws_s3_bucket.pass_own_key.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.other.arn
    }
  }
}

resource "aws_s3_bucket" "pass_inline" {
  bucket = "demarc-inline"

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm     = "aws:kms"
        kms_master_key_id = "alias/buckets"
      }
    }
  }
}

resource "aws_s3_bucket" "fail_not_written" {
  bucket = "demarc-plain"
}

resource "aws_s3_bucket" "fail_key_of_s3" {
  bucket = "demarc-key-of-s3"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "key_of_s3" {
  bucket = aws_s3_bucket.fail_key_of_s3.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket" "fail_aws_key" {
  bucket = "demarc-aws-key"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "aws_key" {
  bucket = aws_s3_bucket.fail_aws_key.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "alias/aws/s3"
    }
  }
}

resource "aws_s3_bucket" "unknown_later" {
  bucket = "demarc-later"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "later" {
  bucket = aws_s3_bucket.unknown_later.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = tostring(terraform_data.later.output)
    }
  }
}

# Let in by a grant, S3 delivers access logs of any bucket.
resource "aws_s3_bucket" "none_logs_by_grant" {
  bucket = "demarc-logs-by-grant"
}

resource "aws_s3_bucket_acl" "logs_by_grant" {
  bucket = aws_s3_bucket.none_logs_by_grant.id

  access_control_policy {
    owner {
      id = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"
    }

    grant {
      permission = "WRITE"

      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
      }
    }
  }
}
