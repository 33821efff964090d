resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "table" {
  enable_key_rotation = true
}

resource "aws_dynamodb_table" "pass_own_key" {
  name     = "own-key"
  hash_key = "id"

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.table.arn
  }
}

resource "aws_dynamodb_table" "fail_not_written" {
  name     = "not-written"
  hash_key = "id"
}

resource "aws_dynamodb_table" "fail_aws_managed" {
  name     = "aws-managed"
  hash_key = "id"

  server_side_encryption {
    enabled = true
  }
}

resource "aws_dynamodb_table" "unknown_later" {
  name     = "later"
  hash_key = "id"

  server_side_encryption {
    enabled     = true
    kms_key_arn = tostring(terraform_data.later.output)
  }
}
