resource "terraform_data" "later" {
  input = "later"
}

resource "aws_security_group" "pass_tls" {
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_http" {
  ingress {
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "unknown_later" {
  ingress {
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = [tostring(terraform_data.later.output)]
  }
}

resource "aws_security_group" "none_of_load_balancer" {
  ingress {
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "front" {
  security_groups = [aws_security_group.none_of_load_balancer.id]
  subnets         = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
}
