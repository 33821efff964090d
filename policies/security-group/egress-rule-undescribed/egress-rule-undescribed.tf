resource "terraform_data" "later" {
  input = "later"
}

resource "aws_security_group" "pass_described" {
  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
    description = "HTTPS to partners"
  }
}

resource "aws_security_group" "fail_not_written" {
  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "unknown_later" {
  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
    description = tostring(terraform_data.later.output)
  }
}
