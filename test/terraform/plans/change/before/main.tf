resource "aws_s3_bucket" "stays" {
  bucket = "stays"
}

resource "aws_s3_bucket" "goes" {
  bucket = "goes"
}

resource "aws_db_instance" "grows" {
  identifier        = "grows"
  instance_class    = "db.t3.micro"
  engine            = "mysql"
  allocated_storage = 10
  username          = "admin"
  password          = "correct horse"
}

resource "aws_ebs_volume" "replaced" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = false
}
