# No unknown: that there is a VPC is written.
resource "aws_opensearch_domain" "pass_vpc" {
  domain_name = "inside"
  vpc_options { subnet_ids = ["subnet-1"] }
}

resource "aws_opensearch_domain" "fail_not_written" {
  domain_name = "outside"
}
