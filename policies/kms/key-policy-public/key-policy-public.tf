resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "pass_not_written" {
  description = "plain"
}

resource "aws_kms_key" "pass_named" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_key" "fail_everyone" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_key" "fail_companion" {
  description = "its policy is a resource of its own"
}

resource "aws_kms_key_policy" "of_companion" {
  key_id = aws_kms_key.fail_companion.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Principal = "*", Action = "kms:Decrypt", Resource = "*" }
  })
}

resource "aws_kms_key" "unknown_later" {
  policy = tostring(terraform_data.later.output)
}
