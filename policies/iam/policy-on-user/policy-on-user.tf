resource "aws_iam_group" "other" {
  name = "other"
}

resource "aws_iam_user" "pass_in_group" {
  name = "in-group"
}

resource "aws_iam_user_group_membership" "in_group" {
  user   = aws_iam_user.pass_in_group.name
  groups = [aws_iam_group.other.name]
}

resource "aws_iam_user" "fail_inline" {
  name = "inline"
}

resource "aws_iam_user_policy" "inline" {
  user = aws_iam_user.fail_inline.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:Get*", Resource = "*" }]
  })
}

resource "aws_iam_user" "fail_attached" {
  name = "attached"
}

resource "aws_iam_user_policy_attachment" "attached" {
  user       = "attached"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_user" "fail_shared_attachment" {
  name = "shared-attachment"
}

resource "aws_iam_policy_attachment" "shared" {
  name       = "shared"
  users      = [aws_iam_user.fail_shared_attachment.name]
  groups     = [aws_iam_group.other.name]
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
