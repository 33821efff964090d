resource "terraform_data" "later" {
  input = "later"
}

resource "aws_sfn_state_machine" "pass_right" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = "{}"
  logging_configuration {
    level           = "ERROR"
    log_destination = "arn:aws:logs:eu-west-1:111122223333:log-group:orders:*"
  }
}

resource "aws_sfn_state_machine" "fail_wrong" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = "{}"
  logging_configuration { level = "OFF" }
}

resource "aws_sfn_state_machine" "fail_not_written" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = "{}"
}

resource "aws_sfn_state_machine" "unknown_later" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = "{}"
  logging_configuration { level = tostring(terraform_data.later.output) }
}
