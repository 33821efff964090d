resource "terraform_data" "later" {
  input = "later"
}

resource "aws_mq_broker" "pass_right" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  user {
    username = "app"
    password = "correct-horse-1"
  }
  publicly_accessible = false
}

resource "aws_mq_broker" "fail_wrong" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  user {
    username = "app"
    password = "correct-horse-1"
  }
  publicly_accessible = true
}

resource "aws_mq_broker" "pass_not_written" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  user {
    username = "app"
    password = "correct-horse-1"
  }
}

resource "aws_mq_broker" "unknown_later" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  user {
    username = "app"
    password = "correct-horse-1"
  }
  publicly_accessible = tobool(terraform_data.later.output)
}
