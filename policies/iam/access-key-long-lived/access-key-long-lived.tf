resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_user" "other" {
  name = "other"
}

resource "aws_iam_access_key" "pass_inactive" {
  user   = aws_iam_user.other.name
  status = "Inactive"
}

resource "aws_iam_access_key" "fail_not_written" {
  user = aws_iam_user.other.name
}

resource "aws_iam_access_key" "unknown_later" {
  user   = aws_iam_user.other.name
  status = tostring(terraform_data.later.output)
}
