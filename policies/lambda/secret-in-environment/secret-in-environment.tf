resource "terraform_data" "later" {
  input = "later"
}

resource "terraform_data" "settings" {
  input = { DB_PASSWORD = "later" }
}

resource "aws_secretsmanager_secret" "database" {}

resource "aws_lambda_function" "pass_reference" {
  function_name = "reference"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  environment {
    variables = {
      STAGE           = "prod"
      DB_PASSWORD_ARN = aws_secretsmanager_secret.database.arn
    }
  }
}

resource "aws_lambda_function" "fail_literal" {
  function_name = "literal"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  environment {
    variables = {
      DB_PASSWORD = "correct-horse-battery"
    }
  }
}

# Nobody wrote what is known only later.
resource "aws_lambda_function" "pass_later" {
  function_name = "later"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  environment {
    variables = {
      DB_PASSWORD = tostring(terraform_data.later.output)
    }
  }
}

resource "aws_lambda_function" "unknown_settings" {
  function_name = "settings"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  environment {
    variables = terraform_data.settings.output
  }
}
