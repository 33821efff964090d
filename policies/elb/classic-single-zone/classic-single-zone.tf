resource "terraform_data" "later" {
  input = "later"
}

resource "aws_elb" "pass_not_written" {
  subnets = ["subnet-1"]
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_elb" "fail_off" {
  subnets = ["subnet-1"]
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
  cross_zone_load_balancing = false
}

resource "aws_elb" "unknown_later" {
  subnets = ["subnet-1"]
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
  cross_zone_load_balancing = tobool(terraform_data.later.output)
}
