resource "terraform_data" "later" {
  input = "later"
}

resource "aws_lambda_function_url" "pass_signed" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_function_url" "fail_open" {
  function_name      = "orders"
  authorization_type = "NONE"
}

resource "aws_lambda_function_url" "unknown_later" {
  function_name      = "orders"
  authorization_type = tostring(terraform_data.later.output)
}
