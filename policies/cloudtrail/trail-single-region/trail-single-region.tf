resource "terraform_data" "later" {
  input = "later"
}

resource "aws_cloudtrail" "pass_all_regions" {
  name                  = "all-regions"
  s3_bucket_name        = "demarc-trails"
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "fail_not_written" {
  name           = "not-written"
  s3_bucket_name = "demarc-trails"
}

resource "aws_cloudtrail" "unknown_later" {
  name                  = "later"
  s3_bucket_name        = "demarc-trails"
  is_multi_region_trail = tobool(terraform_data.later.output)
}
