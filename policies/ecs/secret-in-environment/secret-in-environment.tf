resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecs_task_definition" "pass_secrets" {
  family = "secrets"
  container_definitions = jsonencode([{
    name        = "app"
    image       = "app"
    environment = [{ name = "STAGE", value = "prod" }]
    secrets     = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:database" }]
  }])
}

resource "aws_ecs_task_definition" "fail_literal" {
  family = "literal"
  container_definitions = jsonencode([{
    name        = "app"
    image       = "app"
    environment = [{ name = "DB_PASSWORD", value = "correct-horse-battery" }]
  }])
}

resource "aws_ecs_task_definition" "unknown_later" {
  family = "later"
  container_definitions = jsonencode([{
    name        = "app"
    image       = "app"
    environment = [{ name = "DB_PASSWORD", value = terraform_data.later.output }]
  }])
}
