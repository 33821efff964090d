resource "terraform_data" "later" {
  input = "later"
}

variable "encrypt" {
  type    = bool
  default = true
}

resource "aws_ebs_volume" "pass_variable" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = var.encrypt
}

resource "aws_ebs_volume" "fail_not_written" {
  availability_zone = "eu-west-1a"
  size              = 20
}

resource "aws_ebs_volume" "fail_switched_off" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = false
}

resource "aws_ebs_volume" "unknown_later" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = tobool(terraform_data.later.output)
}

resource "aws_ebs_volume" "unknown_snapshot" {
  availability_zone = "eu-west-1a"
  snapshot_id       = "snap-0123456789abcdef0"
}
