resource "terraform_data" "later" {
  input = "later"
}

resource "aws_instance" "pass_detailed" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = true
}

resource "aws_instance" "fail_off" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = false
}

resource "aws_instance" "unknown_later" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = tobool(terraform_data.later.output)
}
