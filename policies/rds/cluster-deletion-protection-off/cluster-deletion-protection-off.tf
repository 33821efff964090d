resource "terraform_data" "later" {
  input = "later"
}

resource "aws_rds_cluster" "pass_on" {
  engine              = "aurora-postgresql"
  deletion_protection = true
}

resource "aws_rds_cluster" "fail_not_written" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster" "unknown_later" {
  engine              = "aurora-postgresql"
  deletion_protection = tobool(terraform_data.later.output)
}
