resource "terraform_data" "later" {
  input = "later"
}

resource "aws_lambda_function" "pass_active" {
  function_name = "active"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_function" "fail_pass_through" {
  function_name = "pass-through"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  tracing_config {
    mode = "PassThrough"
  }
}

resource "aws_lambda_function" "unknown_later" {
  function_name = "later"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  tracing_config {
    mode = tostring(terraform_data.later.output)
  }
}
