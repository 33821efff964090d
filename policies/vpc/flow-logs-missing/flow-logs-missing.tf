resource "terraform_data" "later" {
  input = "later"
}

resource "aws_vpc" "pass_all" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "all" {
  vpc_id               = aws_vpc.pass_all.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::network-logs"
}

resource "aws_vpc" "fail_none" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc" "fail_accept_only" {
  cidr_block = "10.2.0.0/16"
}

resource "aws_flow_log" "accept" {
  vpc_id               = aws_vpc.fail_accept_only.id
  traffic_type         = "ACCEPT"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::network-logs"
}

resource "aws_vpc" "unknown_traffic" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_flow_log" "some" {
  vpc_id               = aws_vpc.unknown_traffic.id
  traffic_type         = tostring(terraform_data.later.output)
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::network-logs"
}
