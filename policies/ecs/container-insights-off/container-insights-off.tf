resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecs_cluster" "pass_enabled" {
  name = "enabled"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster" "fail_disabled" {
  name = "disabled"

  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

resource "aws_ecs_cluster" "unknown_later" {
  name = "later"

  setting {
    name  = "containerInsights"
    value = tostring(terraform_data.later.output)
  }
}

resource "aws_ecs_cluster" "unknown_not_written" {
  name = "not-written"
}
