resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "function" {
  enable_key_rotation = true
}

resource "aws_lambda_function" "pass_own_key" {
  function_name = "own-key"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
  kms_key_arn   = aws_kms_key.function.arn

  environment {
    variables = { STAGE = "prod" }
  }
}

resource "aws_lambda_function" "fail_no_key" {
  function_name = "no-key"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  environment {
    variables = { STAGE = "prod" }
  }
}

resource "aws_lambda_function" "unknown_later" {
  function_name = "later"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
  kms_key_arn   = tostring(terraform_data.later.output)

  environment {
    variables = { STAGE = "prod" }
  }
}

resource "aws_lambda_function" "none_no_variables" {
  function_name = "no-variables"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}
