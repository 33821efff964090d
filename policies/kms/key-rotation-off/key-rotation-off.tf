resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "pass_rotated" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fail_not_written" {
  description = "plain"
}

resource "aws_kms_key" "fail_off" {
  customer_master_key_spec = "SYMMETRIC_DEFAULT"
  enable_key_rotation      = false
}

resource "aws_kms_key" "unknown_later" {
  enable_key_rotation = tobool(terraform_data.later.output)
}

resource "aws_kms_key" "none_asymmetric" {
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
}

resource "aws_kms_key" "none_own_store" {
  custom_key_store_id = "cks-1234567890abcdef0"
}

resource "aws_kms_external_key" "none_imported" {
  description = "made elsewhere"
}
