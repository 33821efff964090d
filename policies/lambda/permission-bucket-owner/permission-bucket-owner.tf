resource "terraform_data" "later" {
  input = "later"
}

resource "aws_s3_bucket" "orders" {}

resource "aws_lambda_function" "pass_account" {
  function_name = "account"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_permission" "account" {
  function_name  = aws_lambda_function.pass_account.function_name
  action         = "lambda:InvokeFunction"
  principal      = "s3.amazonaws.com"
  source_arn     = aws_s3_bucket.orders.arn
  source_account = "111122223333"
}

resource "aws_lambda_function" "fail_arn_only" {
  function_name = "arn-only"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_permission" "arn_only" {
  function_name = aws_lambda_function.fail_arn_only.function_name
  action        = "lambda:InvokeFunction"
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.orders.arn
}

resource "aws_lambda_function" "unknown_later" {
  function_name = "later"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_permission" "later" {
  function_name = aws_lambda_function.unknown_later.function_name
  action        = "lambda:InvokeFunction"
  principal     = tostring(terraform_data.later.output)
}
