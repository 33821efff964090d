resource "aws_s3_bucket" "store" {
  bucket_prefix = "store"
}

# Unknown as a text because of one ARN.
data "aws_iam_policy_document" "store" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.store.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-1", "o-2"]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.store.arn]

    principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }

    principals {
      type        = "Service"
      identifiers = ["logs.amazonaws.com", "config.amazonaws.com"]
    }
  }
}

resource "aws_s3_bucket_policy" "rebuilt" {
  bucket = aws_s3_bucket.store.id
  policy = data.aws_iam_policy_document.store.json
}

# Rests on another document.
data "aws_iam_policy_document" "more" {
  source_policy_documents = [data.aws_iam_policy_document.store.json]

  statement {
    actions   = ["s3:ListBucket"]
    resources = ["*"]
  }
}

resource "aws_s3_bucket_policy" "more" {
  bucket = aws_s3_bucket.store.id
  policy = data.aws_iam_policy_document.more.json
}

# A text that is made in an expression: nothing of it is in the plan.
resource "aws_s3_bucket_policy" "encoded" {
  bucket = aws_s3_bucket.store.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = aws_s3_bucket.store.arn, Principal = "*" }] })
}

# Known.
data "aws_iam_policy_document" "known" {
  statement {
    actions   = ["sqs:*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "known" {
  name   = "known"
  policy = data.aws_iam_policy_document.known.json
}
