resource "terraform_data" "later" {
  input = "later"
}

resource "aws_vpc" "pass_closed" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_security_group" "closed" {
  vpc_id = aws_vpc.pass_closed.id
}

resource "aws_vpc" "fail_open" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_default_security_group" "open" {
  vpc_id = aws_vpc.fail_open.id

  ingress {
    protocol  = "-1"
    self      = true
    from_port = 0
    to_port   = 0
  }
}

# Its group may be closed elsewhere.
resource "aws_vpc" "unknown_not_managed" {
  cidr_block = "10.2.0.0/16"
}
