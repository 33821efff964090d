resource "terraform_data" "later" {
  input = "later"
}

resource "aws_db_instance" "pass_not_written" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "fail_expired" {
  engine             = "postgres"
  instance_class     = "db.t4g.medium"
  ca_cert_identifier = "rds-ca-2019"
}

resource "aws_rds_cluster_instance" "fail_member" {
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
  instance_class     = "db.t4g.medium"
  ca_cert_identifier = "rds-ca-2019"
}

resource "aws_db_instance" "unknown_later" {
  engine             = "postgres"
  instance_class     = "db.t4g.medium"
  ca_cert_identifier = tostring(terraform_data.later.output)
}
