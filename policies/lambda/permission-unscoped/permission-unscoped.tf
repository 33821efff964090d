resource "terraform_data" "later" {
  input = "later"
}

resource "aws_sns_topic" "main" {}

resource "aws_lambda_function" "pass_source" {
  function_name = "source"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_permission" "source" {
  function_name = aws_lambda_function.pass_source.function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.main.arn
}

resource "aws_lambda_function" "fail_service" {
  function_name = "service"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_permission" "service" {
  function_name = aws_lambda_function.fail_service.function_name
  action        = "lambda:InvokeFunction"
  principal     = "events.amazonaws.com"
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
