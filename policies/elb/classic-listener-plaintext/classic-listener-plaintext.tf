resource "terraform_data" "later" {
  input = "later"
}

resource "aws_elb" "pass_tls" {
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 443
    lb_protocol       = "https"
  }
}

resource "aws_elb" "fail_http" {
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_elb" "unknown_later" {
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 8443
    lb_protocol       = tostring(terraform_data.later.output)
  }
}
