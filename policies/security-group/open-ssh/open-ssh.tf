resource "terraform_data" "later" {
  input = "later"
}

resource "aws_security_group" "pass_private" {
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_security_group" "pass_no_rules" {
  description = "nothing comes in"
}

resource "aws_security_group" "pass_self" {
  ingress {
    protocol  = "-1"
    from_port = 0
    to_port   = 0
    self      = true
  }
}

resource "aws_security_group" "fail_second_network" {
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_version_6" {
  ingress {
    protocol         = "tcp"
    from_port        = 0
    to_port          = 65535
    ipv6_cidr_blocks = ["::/0"]
  }
}

# Ports are ignored with protocol -1.
resource "aws_security_group" "fail_all_protocols" {
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_rule_of_its_own" {
  description = "the rule stands beside it"
}

resource "aws_security_group_rule" "shell" {
  security_group_id = aws_security_group.fail_rule_of_its_own.id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group" "fail_new_rule" {
  description = "the rule stands beside it"
}

resource "aws_vpc_security_group_ingress_rule" "shell" {
  security_group_id = aws_security_group.fail_new_rule.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "0.0.0.0/0"
}

# An egress rule lets nobody in.
resource "aws_security_group" "pass_egress_rule" {
  description = "the rule stands beside it"
}

resource "aws_security_group_rule" "out" {
  security_group_id = aws_security_group.pass_egress_rule.id
  type              = "egress"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group" "unknown_later" {
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = [tostring(terraform_data.later.output)]
  }
}
