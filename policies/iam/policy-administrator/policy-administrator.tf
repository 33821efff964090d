resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_group" "pass_no_policy" {
  name = "no-policy"
}

resource "aws_iam_group" "fail_companion" {
  name = "companion"
}

resource "aws_iam_group_policy" "companion" {
  group = aws_iam_group.fail_companion.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

data "aws_iam_policy_document" "all" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_user" "fail_document" {
  name = "document"
}

resource "aws_iam_user_policy" "document" {
  user   = aws_iam_user.fail_document.name
  policy = data.aws_iam_policy_document.all.json
}

resource "aws_iam_role" "fail_inline" {
  name = "inline"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })

  inline_policy {
    name = "all"

    policy = jsonencode({
      Version   = "2012-10-17"
      Statement = { Effect = "Allow", Action = ["*"], Resource = ["*"] }
    })
  }
}

resource "aws_iam_role" "pass_named" {
  name = "named"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "named" {
  role = aws_iam_role.pass_named.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
  })
}

resource "aws_iam_group" "unknown_later" {
  name = "later"
}

resource "aws_iam_group_policy" "later" {
  group  = aws_iam_group.unknown_later.name
  policy = tostring(terraform_data.later.output)
}
