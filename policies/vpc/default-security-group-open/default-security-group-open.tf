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

# Closed, and opened again by a rule of its own.
resource "aws_vpc" "fail_rule_of_its_own" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_default_security_group" "reopened" {
  vpc_id = aws_vpc.fail_rule_of_its_own.id
}

resource "aws_vpc_security_group_ingress_rule" "reopening" {
  security_group_id = aws_default_security_group.reopened.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/8"
}
