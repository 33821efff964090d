resource "terraform_data" "later" {
  input = "later"
}

resource "aws_lb" "pass_on" {
  enable_deletion_protection = true
}

resource "aws_lb" "fail_not_written" {
  internal = true
}

resource "aws_lb" "unknown_later" {
  enable_deletion_protection = tobool(terraform_data.later.output)
}
