resource "terraform_data" "later" {
  input = "later"
}

resource "aws_iam_user" "unknown_maybe_attached" {
  name = "maybe-attached"
}

# The attachment may be that of any user.
resource "aws_iam_user_policy_attachment" "later" {
  user       = tostring(terraform_data.later.output)
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
