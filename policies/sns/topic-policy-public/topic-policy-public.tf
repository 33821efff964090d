resource "terraform_data" "later" {
  input = "later"
}

resource "aws_sns_topic" "pass_no_policy" {
  name = "no-policy"
}

resource "aws_sns_topic" "fail_inline" {
  name = "inline"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sns:Publish", Resource = "*" }]
  })
}

resource "aws_sns_topic" "fail_companion" {
  name = "companion"
}

resource "aws_sns_topic_policy" "companion" {
  arn = aws_sns_topic.fail_companion.arn

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sns:Publish", Resource = "*" }]
  })
}

resource "aws_sns_topic" "pass_source" {
  name = "source"
}

resource "aws_sns_topic_policy" "source" {
  arn = aws_sns_topic.pass_source.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = "*"
      Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:s3:::demarc-uploads" } }
    }]
  })
}

resource "aws_sns_topic" "unknown_later" {
  name = "later"
}

resource "aws_sns_topic_policy" "later" {
  arn    = aws_sns_topic.unknown_later.arn
  policy = tostring(terraform_data.later.output)
}
