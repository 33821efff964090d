resource "terraform_data" "later" {
  input = "later"
}

resource "aws_lb" "pass_on" {
  access_logs {
    enabled = true
    bucket  = "request-logs"
  }
}

resource "aws_lb" "fail_not_written" {
  load_balancer_type = "application"
}

# A bucket alone switches nothing on.
resource "aws_alb" "fail_bucket_only" {
  access_logs {
    bucket = "request-logs"
  }
}

resource "aws_lb" "unknown_later" {
  access_logs {
    enabled = tobool(terraform_data.later.output)
    bucket  = "request-logs"
  }
}

resource "aws_lb" "none_network" {
  load_balancer_type = "network"
}
