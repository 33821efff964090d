resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecs_service" "pass_not_written" {
  name            = "not-written"
  task_definition = "app"

  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_ecs_service" "fail_enabled" {
  name            = "enabled"
  task_definition = "app"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = true
  }
}

resource "aws_ecs_service" "unknown_later" {
  name            = "later"
  task_definition = "app"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = tobool(terraform_data.later.output)
  }
}
