resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_policy" "pass_listed" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:Get*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "fail_policy" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", NotResource = "arn:aws:s3:::ledger*" }]
  })
}

resource "aws_iam_policy" "unknown_later" {
  policy = tostring(terraform_data.later.output)
}
