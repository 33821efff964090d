resource "terraform_data" "later" {
  input = "later"
}

resource "aws_cloudwatch_log_group" "pass_two_years" {
  name              = "two-years"
  retention_in_days = 731
}

# 0 is the provider's word for ever.
resource "aws_cloudwatch_log_group" "pass_zero" {
  name              = "zero"
  retention_in_days = 0
}

resource "aws_cloudwatch_log_group" "fail_month" {
  name              = "month"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "unknown_later" {
  name              = "later"
  retention_in_days = tonumber(terraform_data.later.output)
}
