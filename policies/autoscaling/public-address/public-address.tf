resource "terraform_data" "later" {
  input = "later"
}

resource "aws_launch_configuration" "pass_off" {
  image_id                    = "ami-1"
  instance_type               = "t4g.small"
  associate_public_ip_address = false
}

resource "aws_launch_configuration" "fail_on" {
  image_id                    = "ami-1"
  instance_type               = "t4g.small"
  associate_public_ip_address = true
}

resource "aws_launch_configuration" "unknown_later" {
  image_id                    = "ami-1"
  instance_type               = "t4g.small"
  associate_public_ip_address = tobool(terraform_data.later.output)
}
