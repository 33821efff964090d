resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecs_task_definition" "pass_own" {
  family                = "own"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

resource "aws_ecs_task_definition" "fail_host" {
  family                = "host"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

resource "aws_ecs_task_definition" "unknown_later" {
  family                = "later"
  network_mode          = tostring(terraform_data.later.output)
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}
