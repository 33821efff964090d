resource "terraform_data" "later" {
  input = "later"
}

resource "aws_lambda_function" "pass_account" {
  function_name = "account"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_permission" "account" {
  function_name = aws_lambda_function.pass_account.function_name
  action        = "lambda:InvokeFunction"
  principal     = "111122223333"
}

resource "aws_lambda_function" "pass_organization" {
  function_name = "organization"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_permission" "organization" {
  function_name    = aws_lambda_function.pass_organization.arn
  action           = "lambda:InvokeFunction"
  principal        = "*"
  principal_org_id = "o-a1b2c3d4e5"
}

resource "aws_lambda_function" "fail_everyone" {
  function_name = "everyone"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_permission" "everyone" {
  function_name = aws_lambda_function.fail_everyone.arn
  action        = "lambda:InvokeFunction"
  principal     = "*"
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
