resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kinesis_stream" "pass_right" {
  name        = "orders"
  shard_count = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_kinesis_stream" "fail_wrong" {
  name        = "orders"
  shard_count = 1
  encryption_type = "NONE"
}

resource "aws_kinesis_stream" "fail_not_written" {
  name        = "orders"
  shard_count = 1
}

resource "aws_kinesis_stream" "unknown_later" {
  name        = "orders"
  shard_count = 1
  encryption_type = tostring(terraform_data.later.output)
}
