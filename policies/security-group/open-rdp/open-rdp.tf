resource "terraform_data" "later" {
  input = "later"
}

resource "aws_security_group" "pass_private" {
  ingress {
    protocol    = "tcp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = ["172.16.0.0/12"]
  }
}

resource "aws_security_group" "fail_range" {
  ingress {
    protocol    = "tcp"
    from_port   = 3000
    to_port     = 4000
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_new_rule" {
  description = "the rule stands beside it"
}

resource "aws_vpc_security_group_ingress_rule" "desktop" {
  security_group_id = aws_security_group.fail_new_rule.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}

resource "aws_security_group" "unknown_later" {
  ingress {
    protocol    = "tcp"
    from_port   = 1024
    to_port     = tonumber(terraform_data.later.output)
    cidr_blocks = ["0.0.0.0/0"]
  }
}
