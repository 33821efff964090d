resource "terraform_data" "later" {
  input = "later"
}

resource "aws_security_group" "pass_one_port" {
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_all_protocols" {
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_rule_of_its_own" {}

resource "aws_security_group_rule" "everything" {
  security_group_id = aws_security_group.fail_rule_of_its_own.id
  type              = "ingress"
  protocol          = "all"
  from_port         = 0
  to_port           = 65535
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group" "unknown_later" {
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = [tostring(terraform_data.later.output)]
  }
}
