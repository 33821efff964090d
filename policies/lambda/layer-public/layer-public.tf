resource "terraform_data" "later" {
  input = "later"
}

resource "aws_lambda_layer_version" "pass_account" {
  layer_name = "account"
  s3_bucket  = "code"
  s3_key     = "layer.zip"
}

resource "aws_lambda_layer_version_permission" "account" {
  layer_name     = aws_lambda_layer_version.pass_account.layer_arn
  version_number = 1
  statement_id   = "account"
  action         = "lambda:GetLayerVersion"
  principal      = "111122223333"
}

resource "aws_lambda_layer_version" "fail_everyone" {
  layer_name = "everyone"
  s3_bucket  = "code"
  s3_key     = "layer.zip"
}

resource "aws_lambda_layer_version_permission" "everyone" {
  layer_name     = aws_lambda_layer_version.fail_everyone.layer_arn
  version_number = 1
  statement_id   = "everyone"
  action         = "lambda:GetLayerVersion"
  principal      = "*"
}

resource "aws_lambda_layer_version" "unknown_later" {
  layer_name = "later"
  s3_bucket  = "code"
  s3_key     = "layer.zip"
}

resource "aws_lambda_layer_version_permission" "later" {
  layer_name     = aws_lambda_layer_version.unknown_later.layer_arn
  version_number = 1
  statement_id   = "later"
  action         = "lambda:GetLayerVersion"
  principal      = tostring(terraform_data.later.output)
}
