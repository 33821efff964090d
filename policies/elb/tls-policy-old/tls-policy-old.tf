resource "terraform_data" "later" {
  input = "later"
}

resource "aws_lb_listener" "pass_new" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/50dc6c495c0c9188"
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-FS-1-2-Res-2020-10"

  default_action {
    type = "forward"
  }
}

resource "aws_lb_listener" "fail_not_written" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/50dc6c495c0c9188"
  protocol          = "HTTPS"

  default_action {
    type = "forward"
  }
}

resource "aws_alb_listener" "fail_old" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/50dc6c495c0c9188"
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-2016-08"

  default_action {
    type = "forward"
  }
}

resource "aws_lb_listener" "unknown_later" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/50dc6c495c0c9188"
  protocol          = "HTTPS"
  ssl_policy        = tostring(terraform_data.later.output)

  default_action {
    type = "forward"
  }
}
