resource "terraform_data" "later" {
  input = "later"
}

resource "aws_neptune_cluster" "pass_right" {
  storage_encrypted = true
}

resource "aws_neptune_cluster" "fail_wrong" {
  storage_encrypted = false
}

resource "aws_neptune_cluster" "fail_not_written" {
}

resource "aws_neptune_cluster" "unknown_later" {
  storage_encrypted = tobool(terraform_data.later.output)
}
