resource "terraform_data" "later" {
  input = "later"
}

resource "aws_dynamodb_table" "pass_on" {
  name                        = "on"
  hash_key                    = "id"
  deletion_protection_enabled = true
}

resource "aws_dynamodb_table" "fail_not_written" {
  name     = "not-written"
  hash_key = "id"
}

resource "aws_dynamodb_table" "unknown_later" {
  name                        = "later"
  hash_key                    = "id"
  deletion_protection_enabled = tobool(terraform_data.later.output)
}
