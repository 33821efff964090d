resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_group" "pass_read_only" {
  name = "read-only"
}

resource "aws_iam_group_policy_attachment" "read_only" {
  group      = aws_iam_group.pass_read_only.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_group" "fail_group" {
  name = "group"
}

resource "aws_iam_group_policy_attachment" "group" {
  group      = aws_iam_group.fail_group.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role" "fail_role" {
  name = "role"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "role" {
  for_each   = toset(["ReadOnlyAccess", "AdministratorAccess"])
  role       = aws_iam_role.fail_role.name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}

# One attachment for users, groups and roles.
resource "aws_iam_user" "fail_user" {
  name = "user"
}

resource "aws_iam_policy_attachment" "user" {
  name       = "user"
  users      = [aws_iam_user.fail_user.name]
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_group" "unknown_later" {
  name = "later"
}

resource "aws_iam_group_policy_attachment" "later" {
  group      = aws_iam_group.unknown_later.name
  policy_arn = tostring(terraform_data.later.output)
}
