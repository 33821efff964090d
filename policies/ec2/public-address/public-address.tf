resource "terraform_data" "later" {
  input = "later"
}

resource "aws_instance" "fail_public" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  subnet_id                   = "subnet-0123456789abcdef0"
  associate_public_ip_address = true
}

resource "aws_instance" "unknown_later" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  subnet_id                   = "subnet-0123456789abcdef0"
  associate_public_ip_address = tobool(terraform_data.later.output)
}

resource "aws_launch_template" "pass_private" {
  network_interfaces {
    subnet_id                   = "subnet-0123456789abcdef0"
    associate_public_ip_address = false
  }
}

resource "aws_launch_template" "pass_subnet_decides" {
  image_id = "ami-0123456789abcdef0"
}

resource "aws_launch_template" "fail_public" {
  network_interfaces {
    associate_public_ip_address = "true"
  }
}
