resource "terraform_data" "later" {
  input = "later"
}

resource "aws_s3_bucket" "pass_not_written" {
  bucket = "demarc-plain"
}

resource "aws_s3_bucket" "pass_private" {
  bucket = "demarc-private"
}

resource "aws_s3_bucket_acl" "of_private" {
  bucket = aws_s3_bucket.pass_private.id
  acl    = "private"
}

resource "aws_s3_bucket" "fail_inline" {
  bucket = "demarc-inline"
  acl    = "public-read"
}

resource "aws_s3_bucket" "fail_companion" {
  bucket = "demarc-companion"
}

resource "aws_s3_bucket_acl" "of_companion" {
  bucket = aws_s3_bucket.fail_companion.id
  acl    = "public-read-write"
}

# The companion names the bucket by its name, not by reference.
resource "aws_s3_bucket" "fail_by_name" {
  bucket = "demarc-by-name"
}

resource "aws_s3_bucket_acl" "of_by_name" {
  bucket = "demarc-by-name"
  acl    = "authenticated-read"
}

resource "aws_s3_bucket" "fail_grant" {
  bucket = "demarc-grant"
}

resource "aws_s3_bucket_acl" "of_grant" {
  bucket = aws_s3_bucket.fail_grant.id

  access_control_policy {
    owner {
      id = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"
    }

    grant {
      permission = "FULL_CONTROL"

      grantee {
        type = "CanonicalUser"
        id   = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"
      }
    }

    grant {
      permission = "READ"

      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
      }
    }
  }
}

resource "aws_s3_bucket" "pass_log_delivery" {
  bucket = "demarc-log-delivery"
}

resource "aws_s3_bucket_acl" "of_log_delivery" {
  bucket = aws_s3_bucket.pass_log_delivery.id

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

resource "aws_s3_bucket" "fail_each" {
  for_each = toset(["a", "b"])
  bucket   = "demarc-each-${each.key}"
}

resource "aws_s3_bucket_acl" "of_each" {
  for_each = aws_s3_bucket.fail_each
  bucket   = each.value.id
  acl      = "public-read"
}

resource "aws_s3_bucket" "unknown_later" {
  bucket = "demarc-later"
}

resource "aws_s3_bucket_acl" "of_later" {
  bucket = aws_s3_bucket.unknown_later.id
  acl    = tostring(terraform_data.later.output)
}

resource "aws_s3_bucket" "none_ignored" {
  bucket = "demarc-ignored"
}

resource "aws_s3_bucket_acl" "of_ignored" {
  bucket = aws_s3_bucket.none_ignored.id
  acl    = "public-read"
}

resource "aws_s3_bucket_public_access_block" "of_ignored" {
  bucket             = aws_s3_bucket.none_ignored.id
  ignore_public_acls = true
}

resource "aws_s3_bucket" "none_acls_off" {
  bucket = "demarc-acls-off"
}

resource "aws_s3_bucket_ownership_controls" "of_acls_off" {
  bucket = aws_s3_bucket.none_acls_off.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# The bucket stands elsewhere: it may ignore public ACLs.
resource "aws_s3_bucket_acl" "unknown_elsewhere" {
  bucket = "demarc-elsewhere"
  acl    = "public-read"
}
