resource "terraform_data" "later" {
  input = "later"
}

resource "aws_redshift_cluster" "pass_encrypted" {
  cluster_identifier = "encrypted"
  node_type          = "ra3.large"
  encrypted          = true
}

resource "aws_redshift_cluster" "fail_switched_off" {
  cluster_identifier = "switched-off"
  node_type          = "ra3.large"
  encrypted          = false
}

resource "aws_redshift_cluster" "unknown_later" {
  cluster_identifier = "later"
  node_type          = "ra3.large"
  encrypted          = tobool(terraform_data.later.output)
}
