resource "terraform_data" "later" {
  input = "later"
}

resource "aws_db_instance" "pass_encrypted" {
  identifier        = "orders"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  storage_encrypted = true
}

resource "aws_db_instance" "pass_replica" {
  identifier          = "orders-replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.pass_encrypted.identifier
}

resource "aws_db_instance" "fail_not_written" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "unknown_later" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  storage_encrypted = tobool(terraform_data.later.output)
}

resource "aws_db_instance" "unknown_snapshot" {
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "nightly-2026-11-01"
}

resource "aws_rds_cluster" "other" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "none_member" {
  cluster_identifier = aws_rds_cluster.other.id
  engine             = "aurora-mysql"
  instance_class     = "db.t4g.medium"
}
