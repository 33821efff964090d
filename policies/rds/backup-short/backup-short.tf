resource "terraform_data" "later" {
  input = "later"
}

resource "aws_db_instance" "pass_week" {
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  backup_retention_period = 7
}

resource "aws_db_instance" "fail_six_days" {
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  backup_retention_period = 6
}

# The provider sends 0 when nothing is written.
resource "aws_db_instance" "fail_not_written" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_rds_cluster" "fail_not_written" {
  engine = "aurora-postgresql"
}

resource "aws_db_instance" "unknown_later" {
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  backup_retention_period = tonumber(terraform_data.later.output)
}

resource "aws_db_instance" "none_replica" {
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.pass_week.identifier
}
