resource "aws_secretsmanager_secret" "pass_scheduled" {
  name = "scheduled"
}

resource "aws_secretsmanager_secret_rotation" "scheduled" {
  secret_id           = aws_secretsmanager_secret.pass_scheduled.id
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret" "pass_each" {
  for_each = toset(["a", "b"])
  name     = "each-${each.key}"
}

resource "aws_secretsmanager_secret_rotation" "each" {
  for_each            = aws_secretsmanager_secret.pass_each
  secret_id           = each.value.arn
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "rate(30 days)"
  }
}

resource "aws_secretsmanager_secret" "fail_no_schedule" {
  name = "no-schedule"
}
