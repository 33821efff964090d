resource "terraform_data" "later" {
  input = "later"
}

resource "aws_sqs_queue" "pass_no_policy" {
  name = "no-policy"
}

resource "aws_sqs_queue" "fail_inline" {
  name = "inline"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*" }]
  })
}

resource "aws_sqs_queue" "fail_companion" {
  name = "companion"
}

resource "aws_sqs_queue_policy" "companion" {
  queue_url = aws_sqs_queue.fail_companion.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = ["*"] }, Action = "sqs:*", Resource = "*" }]
  })
}

resource "aws_sqs_queue" "pass_source" {
  name = "source"
}

resource "aws_sqs_queue_policy" "source" {
  queue_url = aws_sqs_queue.pass_source.url

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = "*"
      Condition = { StringEquals = { "aws:SourceAccount" = "111122223333" } }
    }]
  })
}

resource "aws_sqs_queue" "unknown_later" {
  name = "later"
}

resource "aws_sqs_queue_policy" "later" {
  queue_url = aws_sqs_queue.unknown_later.id
  policy    = tostring(terraform_data.later.output)
}
