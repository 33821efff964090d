variable "password" {
  type    = string
  default = "correct-horse-1"
}

resource "aws_db_instance" "pass_managed" {
  engine                      = "mysql"
  instance_class              = "db.t4g.medium"
  manage_master_user_password = true
}

resource "aws_db_instance" "fail_literal" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  username       = "admin"
  password       = "correct-horse-2"
}

resource "aws_rds_cluster" "fail_variable_default" {
  engine          = "aurora-mysql"
  master_username = "admin"
  master_password = var.password
}

resource "aws_secretsmanager_secret" "pass_without_value" {
  name = "without-value"
}

resource "aws_secretsmanager_secret" "fail_version" {
  name = "version"
}

resource "aws_secretsmanager_secret_version" "of_version" {
  secret_id     = aws_secretsmanager_secret.fail_version.id
  secret_string = "correct-horse-3"
}

resource "random_password" "main" {
  length = 32
}

# A generated value is made at apply: it is kept in the state, but stands in no file of yours.
# There is no unknown here: what is known after apply only was written by nobody.
resource "aws_db_instance" "pass_generated" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  username       = "admin"
  password       = random_password.main.result
}
