resource "terraform_data" "later" {
  input = "later"
}

resource "aws_cloudwatch_metric_alarm" "pass_topic" {
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  alarm_name          = "a"
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:on-call"]
}

resource "aws_cloudwatch_metric_alarm" "fail_not_written" {
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  alarm_name          = "b"
}

resource "aws_cloudwatch_metric_alarm" "unknown_later" {
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  alarm_name          = "c"
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:on-call"]
  actions_enabled     = tobool(terraform_data.later.output)
}
