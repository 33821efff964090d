resource "terraform_data" "later" {
  input = "later"
}

resource "aws_docdb_cluster" "pass_encrypted" {
  storage_encrypted = true
}

resource "aws_docdb_cluster" "fail_not_written" {
  cluster_identifier = "orders"
}

resource "aws_docdb_cluster" "unknown_later" {
  storage_encrypted = tobool(terraform_data.later.output)
}
