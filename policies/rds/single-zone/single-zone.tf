resource "terraform_data" "later" {
  input = "later"
}

resource "aws_db_instance" "pass_two_zones" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = true
}

resource "aws_db_instance" "fail_not_written" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "fail_one_zone" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false
}

resource "aws_db_instance" "unknown_later" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = tobool(terraform_data.later.output)
}

resource "aws_rds_cluster_instance" "none_member" {
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
  instance_class     = "db.t4g.medium"
}
