resource "terraform_data" "later" {
  input = "later"
}

resource "aws_cognito_user_pool" "pass_right" {
  name = "customers"
  mfa_configuration = "ON"
  software_token_mfa_configuration { enabled = true }
}

resource "aws_cognito_user_pool" "fail_wrong" {
  name = "customers"
  mfa_configuration = "OFF"
}

resource "aws_cognito_user_pool" "fail_not_written" {
  name = "customers"
}

resource "aws_cognito_user_pool" "unknown_later" {
  name = "customers"
  mfa_configuration = tostring(terraform_data.later.output)
}
