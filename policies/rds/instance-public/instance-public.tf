resource "terraform_data" "later" {
  input = "later"
}

# The provider sends false when nothing is written.
resource "aws_db_instance" "pass_not_written" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "fail_public" {
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  publicly_accessible = true
}

resource "aws_rds_cluster_instance" "fail_member" {
  cluster_identifier  = "orders"
  engine              = "aurora-mysql"
  instance_class      = "db.t4g.medium"
  publicly_accessible = true
}

resource "aws_db_instance" "unknown_later" {
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  publicly_accessible = tobool(terraform_data.later.output)
}
