resource "terraform_data" "later" {
  input = "later"
}

# Where the block is written, the log is on.
resource "aws_elb" "pass_bucket_only" {
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 443
    lb_protocol       = "https"
  }

  access_logs {
    bucket = "request-logs"
  }
}

resource "aws_elb" "fail_not_written" {
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 443
    lb_protocol       = "https"
  }
}

resource "aws_elb" "fail_off" {
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 443
    lb_protocol       = "https"
  }

  access_logs {
    bucket  = "request-logs"
    enabled = false
  }
}

resource "aws_elb" "unknown_later" {
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 443
    lb_protocol       = "https"
  }

  access_logs {
    bucket  = "request-logs"
    enabled = tobool(terraform_data.later.output)
  }
}
