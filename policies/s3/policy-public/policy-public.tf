resource "terraform_data" "later" {
  input = "later"
}

resource "aws_s3_bucket" "pass_named" {
  bucket = "demarc-named"
}

resource "aws_s3_bucket_policy" "named" {
  bucket = aws_s3_bucket.pass_named.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::demarc-named/*"
    }]
  })
}

resource "aws_s3_bucket" "fail_everyone" {
  bucket = "demarc-everyone"
}

resource "aws_s3_bucket_policy" "everyone" {
  bucket = aws_s3_bucket.fail_everyone.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject"]
      Resource  = ["arn:aws:s3:::demarc-everyone/*"]
    }]
  })
}

# A statement that lists principals among others: one star is enough.
resource "aws_s3_bucket" "fail_heredoc" {
  bucket = "demarc-heredoc"
}

resource "aws_s3_bucket_policy" "heredoc" {
  bucket = "demarc-heredoc"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Principal": {"AWS": ["arn:aws:iam::111122223333:root", "*"]},
        "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::demarc-heredoc/*"
      }
    }
  EOT
}

resource "aws_s3_bucket" "pass_organization" {
  bucket = "demarc-organization"
}

resource "aws_s3_bucket_policy" "organization" {
  bucket = aws_s3_bucket.pass_organization.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::demarc-organization/*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }]
  })
}

resource "aws_s3_bucket" "unknown_later" {
  bucket = "demarc-later"
}

resource "aws_s3_bucket_policy" "later" {
  bucket = aws_s3_bucket.unknown_later.id
  policy = tostring(terraform_data.later.output)
}

resource "aws_s3_bucket" "fail_restricted" {
  bucket = "demarc-restricted"
}

resource "aws_s3_bucket_public_access_block" "restricted" {
  bucket                  = aws_s3_bucket.fail_restricted.id
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "restricted" {
  bucket = aws_s3_bucket.fail_restricted.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::demarc-restricted/*" }]
  })
}
