resource "terraform_data" "later" {
  input = "later"
}

resource "terraform_data" "switch" {
  input = true
}

resource "aws_lambda_function" "pass_inside" {
  function_name = "inside"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef0"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}

resource "aws_lambda_function" "fail_not_written" {
  function_name = "not-written"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_function" "unknown_later" {
  function_name = "later"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  vpc_config {
    subnet_ids         = terraform_data.switch.output ? [terraform_data.later.output] : []
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}
