resource "terraform_data" "later" {
  input = "later"
}

resource "aws_dax_cluster" "pass_right" {
  cluster_name       = "orders"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.t3.small"
  replication_factor = 1
  server_side_encryption { enabled = true }
}

resource "aws_dax_cluster" "fail_wrong" {
  cluster_name       = "orders"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.t3.small"
  replication_factor = 1
  server_side_encryption { enabled = false }
}

resource "aws_dax_cluster" "fail_not_written" {
  cluster_name       = "orders"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.t3.small"
  replication_factor = 1
}

resource "aws_dax_cluster" "unknown_later" {
  cluster_name       = "orders"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.t3.small"
  replication_factor = 1
  server_side_encryption { enabled = tobool(terraform_data.later.output) }
}
