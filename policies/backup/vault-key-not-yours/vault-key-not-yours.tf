resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "backup" {
  enable_key_rotation = true
}

resource "aws_backup_vault" "pass_own_key" {
  name        = "orders"
  kms_key_arn = aws_kms_key.backup.arn
}

resource "aws_backup_vault" "fail_no_key" {
  name = "orders-plain"
}

resource "aws_backup_vault" "unknown_later" {
  name        = "orders-later"
  kms_key_arn = tostring(terraform_data.later.output)
}
