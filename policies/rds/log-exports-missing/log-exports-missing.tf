resource "terraform_data" "later" {
  input = "later"
}

resource "aws_db_instance" "pass_postgres" {
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_rds_cluster" "pass_aurora" {
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}

resource "aws_db_instance" "fail_not_written" {
  engine         = "mariadb"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "unknown_later" {
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = [tostring(terraform_data.later.output)]
}

resource "aws_rds_cluster_instance" "none_member" {
  cluster_identifier = aws_rds_cluster.pass_aurora.id
  engine             = "aurora-mysql"
  instance_class     = "db.t4g.medium"
}
