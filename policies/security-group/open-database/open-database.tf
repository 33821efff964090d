resource "terraform_data" "later" {
  input = "later"
}

resource "aws_security_group" "app" {}

resource "aws_security_group" "pass_from_application" {
  ingress {
    protocol        = "tcp"
    from_port       = 5432
    to_port         = 5432
    security_groups = [aws_security_group.app.id]
  }
}

resource "aws_security_group" "fail_mysql" {
  ingress {
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3306
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_rule_of_its_own" {}

resource "aws_vpc_security_group_ingress_rule" "search" {
  security_group_id = aws_security_group.fail_rule_of_its_own.id
  ip_protocol       = "tcp"
  from_port         = 9200
  to_port           = 9200
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "unknown_later" {
  ingress {
    protocol    = "tcp"
    from_port   = 6379
    to_port     = 6379
    cidr_blocks = [tostring(terraform_data.later.output)]
  }
}
