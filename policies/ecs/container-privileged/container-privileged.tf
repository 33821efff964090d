resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecs_task_definition" "pass_not_written" {
  family                = "not-written"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

resource "aws_ecs_task_definition" "fail_sidecar" {
  family                = "sidecar"
  container_definitions = jsonencode([{ name = "app", image = "app" }, { name = "agent", image = "agent", privileged = true }])
}

# Known only after apply as a whole, since one part is.
resource "aws_ecs_task_definition" "unknown_later" {
  family                = "later"
  container_definitions = jsonencode([{ name = "app", image = terraform_data.later.output }])
}
