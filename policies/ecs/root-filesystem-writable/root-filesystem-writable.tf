resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecs_task_definition" "pass_read_only" {
  family                = "read-only"
  container_definitions = jsonencode([{ name = "app", image = "app", readonlyRootFilesystem = true }])
}

resource "aws_ecs_task_definition" "fail_not_written" {
  family                = "not-written"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

resource "aws_ecs_task_definition" "unknown_later" {
  family                = "later"
  container_definitions = jsonencode([{ name = "app", image = "app", readonlyRootFilesystem = terraform_data.later.output }])
}

resource "aws_ecs_task_definition" "none_windows" {
  family                = "windows"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
