resource "terraform_data" "later" {
  input = "later"
}

resource "aws_secretsmanager_secret" "unknown_maybe_rotated" {
  name = "maybe"
}

# The schedule may be that of any secret.
resource "aws_secretsmanager_secret_rotation" "later" {
  secret_id           = tostring(terraform_data.later.output)
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}
