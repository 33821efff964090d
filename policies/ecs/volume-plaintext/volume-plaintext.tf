resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecs_task_definition" "pass_tls" {
  family                = "orders"
  container_definitions = "[]"
  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = "ENABLED"
    }
  }
}

resource "aws_ecs_task_definition" "fail_not_written" {
  family                = "orders"
  container_definitions = "[]"
  volume {
    name = "data"
    efs_volume_configuration { file_system_id = "fs-1" }
  }
}

resource "aws_ecs_task_definition" "unknown_later" {
  family                = "orders"
  container_definitions = "[]"
  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = tostring(terraform_data.later.output)
    }
  }
}
