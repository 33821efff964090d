resource "terraform_data" "later" {
  input = "later"
}

resource "aws_db_instance" "pass_on" {
  engine                              = "postgres"
  instance_class                      = "db.t4g.medium"
  iam_database_authentication_enabled = true
}

resource "aws_rds_cluster" "fail_not_written" {
  engine = "aurora-postgresql"
}

resource "aws_db_instance" "unknown_later" {
  engine                              = "mysql"
  instance_class                      = "db.t4g.medium"
  iam_database_authentication_enabled = tobool(terraform_data.later.output)
}

resource "aws_db_instance" "none_sql_server" {
  engine         = "sqlserver-se"
  instance_class = "db.m6i.large"
}
