resource "terraform_data" "later" {
  input = "later"
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "demarc-trails"
  enable_logging = tobool(terraform_data.later.output)
}
