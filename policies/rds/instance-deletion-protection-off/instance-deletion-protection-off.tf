resource "terraform_data" "later" {
  input = "later"
}

resource "aws_db_instance" "pass_on" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  deletion_protection = true
}

resource "aws_db_instance" "fail_not_written" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "unknown_later" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  deletion_protection = tobool(terraform_data.later.output)
}

resource "aws_db_instance" "none_replica" {
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.pass_on.identifier
}

resource "aws_rds_cluster_instance" "none_member" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  instance_class     = "db.t4g.medium"
}
