resource "terraform_data" "later" {
  input = "later"
}

resource "aws_secretsmanager_secret" "pass_no_policy" {
  name = "no-policy"
}

resource "aws_secretsmanager_secret" "fail_inline" {
  name = "inline"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret" "fail_companion" {
  name = "companion"
}

resource "aws_secretsmanager_secret_policy" "companion" {
  secret_arn = aws_secretsmanager_secret.fail_companion.arn

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret" "pass_named" {
  name = "named"
}

resource "aws_secretsmanager_secret_policy" "named" {
  secret_arn = aws_secretsmanager_secret.pass_named.arn

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret" "unknown_later" {
  name   = "later"
  policy = tostring(terraform_data.later.output)
}
