resource "terraform_data" "later" {
  input = "later"
}

resource "aws_rds_cluster" "pass_encrypted" {
  engine            = "aurora-postgresql"
  storage_encrypted = true
}

resource "aws_rds_cluster" "pass_new_aurora" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster" "fail_switched_off" {
  engine            = "aurora-postgresql"
  storage_encrypted = false
}

resource "aws_rds_cluster" "fail_multi_zone" {
  engine                    = "postgres"
  db_cluster_instance_class = "db.m6gd.large"
  allocated_storage         = 100
}

resource "aws_rds_cluster" "unknown_later" {
  engine            = "aurora-postgresql"
  storage_encrypted = tobool(terraform_data.later.output)
}
