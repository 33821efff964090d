resource "terraform_data" "later" {
  input = "later"
}

resource "aws_sqs_queue" "pass_send" {
  name = "send"
}

resource "aws_sqs_queue_policy" "send" {
  queue_url = aws_sqs_queue.pass_send.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "sqs:SendMessage", Resource = "*" }]
  })
}

resource "aws_sqs_queue" "fail_service" {
  name = "service"
}

resource "aws_sqs_queue_policy" "service" {
  queue_url = aws_sqs_queue.fail_service.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "sqs:*", Resource = "*" }]
  })
}

resource "aws_sqs_queue" "unknown_later" {
  name   = "later"
  policy = tostring(terraform_data.later.output)
}
