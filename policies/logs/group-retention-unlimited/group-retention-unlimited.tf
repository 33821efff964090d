resource "terraform_data" "later" {
  input = "later"
}

resource "aws_cloudwatch_log_group" "pass_year" {
  name              = "year"
  retention_in_days = 365
}

resource "aws_cloudwatch_log_group" "fail_not_written" {
  name = "not-written"
}

# 0 is the provider's word for ever.
resource "aws_cloudwatch_log_group" "fail_zero" {
  name              = "zero"
  retention_in_days = 0
}

resource "aws_cloudwatch_log_group" "unknown_later" {
  name              = "later"
  retention_in_days = tonumber(terraform_data.later.output)
}

resource "aws_cloudwatch_log_group" "none_delivery" {
  name            = "delivery"
  log_group_class = "DELIVERY"
}
