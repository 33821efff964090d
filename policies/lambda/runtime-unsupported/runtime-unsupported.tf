resource "terraform_data" "later" {
  input = "later"
}

resource "aws_lambda_function" "pass_supported" {
  function_name = "supported"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
  s3_key        = "function.zip"
  handler       = "index.handler"
  runtime       = "python3.14"
}

resource "aws_lambda_function" "fail_unsupported" {
  function_name = "unsupported"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
  s3_key        = "function.zip"
  handler       = "index.handler"
  runtime       = "python3.9"
}

resource "aws_lambda_function" "unknown_later" {
  function_name = "later"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
  s3_key        = "function.zip"
  handler       = "index.handler"
  runtime       = tostring(terraform_data.later.output)
}

resource "aws_lambda_function" "none_image" {
  function_name = "image"
  role          = "arn:aws:iam::111122223333:role/function"
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/function"
}
