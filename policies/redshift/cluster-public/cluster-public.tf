resource "terraform_data" "later" {
  input = "later"
}

resource "aws_redshift_cluster" "pass_private" {
  cluster_identifier  = "private"
  node_type           = "ra3.large"
  publicly_accessible = false
}

# Before version 6 the provider sends true when nothing is written.
resource "aws_redshift_cluster" "fail_not_written" {
  cluster_identifier = "not-written"
  node_type          = "ra3.large"
}

resource "aws_redshift_cluster" "unknown_later" {
  cluster_identifier  = "later"
  node_type           = "ra3.large"
  publicly_accessible = tobool(terraform_data.later.output)
}
