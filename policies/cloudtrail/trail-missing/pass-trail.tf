resource "aws_cloudtrail" "main" {
  name                  = "main"
  s3_bucket_name        = "demarc-trails"
  is_multi_region_trail = true
}
