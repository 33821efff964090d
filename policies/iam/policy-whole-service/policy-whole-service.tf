resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_policy" "pass_kinds" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:Get*"], Resource = "*" }]
  })
}

resource "aws_iam_policy" "fail_service" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["dynamodb:*"], Resource = "*" }]
  })
}

resource "aws_iam_group" "fail_companion" {
  name = "companion"
}

resource "aws_iam_group_policy" "companion" {
  group = aws_iam_group.fail_companion.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = "sqs:*", Resource = "*" }
  })
}

resource "aws_iam_policy" "unknown_later" {
  policy = tostring(terraform_data.later.output)
}
