resource "terraform_data" "later" {
  input = "later"
}

resource "aws_dynamodb_table" "pass_on" {
  name     = "on"
  hash_key = "id"

  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_dynamodb_table" "fail_not_written" {
  name     = "not-written"
  hash_key = "id"
}

resource "aws_dynamodb_table" "fail_off" {
  name     = "off"
  hash_key = "id"

  point_in_time_recovery {
    enabled = false
  }
}

resource "aws_dynamodb_table" "unknown_later" {
  name     = "later"
  hash_key = "id"

  point_in_time_recovery {
    enabled = tobool(terraform_data.later.output)
  }
}
