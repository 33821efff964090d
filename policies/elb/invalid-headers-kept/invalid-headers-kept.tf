resource "terraform_data" "later" {
  input = "later"
}

resource "aws_lb" "pass_dropped" {
  drop_invalid_header_fields = true
}

resource "aws_lb" "fail_not_written" {
  internal = true
}

resource "aws_lb" "unknown_later" {
  drop_invalid_header_fields = tobool(terraform_data.later.output)
}

resource "aws_lb" "none_network" {
  load_balancer_type = "network"
}
