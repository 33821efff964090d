resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_policy" "pass_named" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::demarc-data/*" }]
  })
}

resource "aws_iam_policy" "fail_secrets" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "secretsmanager:*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "unknown_later" {
  policy = tostring(terraform_data.later.output)
}
