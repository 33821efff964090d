resource "aws_s3_bucket" "site" {
  bucket = "site"
  acl    = "public-read"
  tags   = { Owner = "web" }
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
  acl    = "public-read"
}

resource "aws_s3_bucket" "more" {
  bucket = "more"
  acl    = "public-read"
}

resource "aws_security_group" "web" {
  name = "web"
}

resource "aws_security_group_rule" "ssh" {
  security_group_id = aws_security_group.web.id
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}
