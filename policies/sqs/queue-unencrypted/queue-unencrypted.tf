resource "terraform_data" "later" {
  input = "later"
}

# AWS encrypts new queues by itself.
resource "aws_sqs_queue" "pass_not_written" {
  name = "not-written"
}

resource "aws_sqs_queue" "pass_key" {
  name              = "key"
  kms_master_key_id = "alias/queues"
}

resource "aws_sqs_queue" "fail_off" {
  name                    = "off"
  sqs_managed_sse_enabled = false
}

resource "aws_sqs_queue" "unknown_later" {
  name                    = "later"
  sqs_managed_sse_enabled = tobool(terraform_data.later.output)
}
