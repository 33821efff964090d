resource "terraform_data" "later" {
  input = "later"
}

resource "aws_launch_template" "pass_required" {
  image_id = "ami-0123456789abcdef0"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }
}

resource "aws_launch_template" "fail_optional" {
  image_id = "ami-0123456789abcdef0"

  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_launch_template" "unknown_later" {
  image_id = "ami-0123456789abcdef0"

  metadata_options {
    http_tokens = tostring(terraform_data.later.output)
  }
}
