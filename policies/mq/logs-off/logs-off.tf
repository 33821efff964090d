resource "terraform_data" "later" {
  input = "later"
}

resource "aws_mq_broker" "pass_both" {
  broker_name        = "orders"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  user {
    username = "app"
    password = "correct-horse-1"
  }
  engine_type        = "ActiveMQ"
  logs {
    general = true
    audit   = true
  }
}

resource "aws_mq_broker" "fail_not_written" {
  broker_name        = "orders"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  user {
    username = "app"
    password = "correct-horse-1"
  }
  engine_type        = "ActiveMQ"
}

resource "aws_mq_broker" "unknown_later" {
  broker_name        = "orders"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  user {
    username = "app"
    password = "correct-horse-1"
  }
  engine_type        = "ActiveMQ"
  logs {
    general = true
    audit   = tobool(terraform_data.later.output)
  }
}
