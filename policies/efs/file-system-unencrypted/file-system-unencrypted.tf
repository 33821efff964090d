resource "terraform_data" "later" {
  input = "later"
}

resource "aws_efs_file_system" "pass_encrypted" {
  encrypted = true
}

resource "aws_efs_file_system" "fail_not_written" {
  creation_token = "not-written"
}

resource "aws_efs_file_system" "unknown_later" {
  encrypted = tobool(terraform_data.later.output)
}
