resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_policy" "pass_named" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::111122223333:role/worker" }]
  })
}

resource "aws_iam_policy" "fail_any" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:PassRole"], Resource = ["*"] }]
  })
}

resource "aws_iam_policy" "unknown_later" {
  policy = tostring(terraform_data.later.output)
}
