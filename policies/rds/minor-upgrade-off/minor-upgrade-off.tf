resource "terraform_data" "later" {
  input = "later"
}

resource "aws_db_instance" "pass_not_written" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "fail_off" {
  engine                     = "postgres"
  instance_class             = "db.t4g.medium"
  auto_minor_version_upgrade = false
}

resource "aws_rds_cluster_instance" "fail_member" {
  cluster_identifier         = "orders"
  engine                     = "aurora-mysql"
  instance_class             = "db.t4g.medium"
  auto_minor_version_upgrade = false
}

resource "aws_db_instance" "unknown_later" {
  engine                     = "postgres"
  instance_class             = "db.t4g.medium"
  auto_minor_version_upgrade = tobool(terraform_data.later.output)
}

resource "aws_db_instance" "none_custom" {
  engine                     = "custom-oracle-ee"
  instance_class             = "db.m6i.large"
  auto_minor_version_upgrade = false
}
