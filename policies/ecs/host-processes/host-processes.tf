resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecs_task_definition" "pass_not_written" {
  family                = "not-written"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

resource "aws_ecs_task_definition" "fail_host" {
  family                = "host"
  pid_mode              = "host"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

resource "aws_ecs_task_definition" "unknown_later" {
  family                = "later"
  pid_mode              = tostring(terraform_data.later.output)
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}
