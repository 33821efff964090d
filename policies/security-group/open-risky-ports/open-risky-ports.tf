resource "terraform_data" "later" {
  input = "later"
}

resource "aws_security_group" "pass_web" {
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "fail_smb" {
  ingress {
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "unknown_later" {
  ingress {
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = [tostring(terraform_data.later.output)]
  }
}
