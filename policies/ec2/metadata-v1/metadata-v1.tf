resource "terraform_data" "later" {
  input = "later"
}

resource "aws_instance" "pass_required" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "pass_no_metadata" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_endpoint = "disabled"
  }
}

resource "aws_instance" "fail_optional" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional"
  }
}

resource "aws_instance" "unknown_later" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_tokens = tostring(terraform_data.later.output)
  }
}

resource "aws_instance" "unknown_image" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}
