resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_role" "pass_service" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "fail_everyone" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sts:AssumeRole" }]
  })
}

data "aws_iam_policy_document" "everyone" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_iam_role" "fail_document" {
  assume_role_policy = data.aws_iam_policy_document.everyone.json
}

resource "aws_iam_role" "unknown_later" {
  assume_role_policy = tostring(terraform_data.later.output)
}
