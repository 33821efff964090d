resource "terraform_data" "later" {
  input = "later"
}

# The provider removes AWS's rule that lets everything out.
resource "aws_security_group" "pass_not_written" {
  description = "nothing goes out"
}

resource "aws_security_group" "fail_one_port" {
  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_written" {
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_rule_of_its_own" {}

resource "aws_vpc_security_group_egress_rule" "everything" {
  security_group_id = aws_security_group.fail_rule_of_its_own.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "unknown_later" {
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = [tostring(terraform_data.later.output)]
  }
}
