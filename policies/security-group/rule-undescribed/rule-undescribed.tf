resource "terraform_data" "later" {
  input = "later"
}

resource "aws_security_group" "pass_described" {
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
    description = "HTTPS from the VPC"
  }
}

resource "aws_security_group" "fail_not_written" {
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_security_group" "unknown_later" {
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
    description = tostring(terraform_data.later.output)
  }
}
