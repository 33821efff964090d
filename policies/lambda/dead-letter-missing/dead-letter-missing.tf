resource "terraform_data" "later" {
  input = "later"
}

resource "terraform_data" "switch" {
  input = true
}

resource "aws_sqs_queue" "failures" {}

resource "aws_lambda_function" "pass_queue" {
  function_name = "queue"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  dead_letter_config {
    target_arn = aws_sqs_queue.failures.arn
  }
}

resource "aws_lambda_function" "pass_destination" {
  function_name = "destination"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_function_event_invoke_config" "destination" {
  function_name = aws_lambda_function.pass_destination.function_name

  destination_config {
    on_failure {
      destination = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_function" "fail_none" {
  function_name = "none"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"
}

resource "aws_lambda_function" "unknown_later" {
  function_name = "later"
  role          = "arn:aws:iam::111122223333:role/function"
  s3_bucket     = "code"

  dead_letter_config {
    target_arn = terraform_data.switch.output ? terraform_data.later.output : null
  }
}
