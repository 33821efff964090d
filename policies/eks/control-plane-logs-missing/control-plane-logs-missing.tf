resource "terraform_data" "later" {
  input = "later"
}

resource "aws_eks_cluster" "pass_audit" {
  name                      = "audit"
  role_arn                  = "arn:aws:iam::111122223333:role/cluster"
  enabled_cluster_log_types = ["api", "audit"]

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_eks_cluster" "fail_not_written" {
  name     = "not-written"
  role_arn = "arn:aws:iam::111122223333:role/cluster"

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_eks_cluster" "unknown_later" {
  name                      = "later"
  role_arn                  = "arn:aws:iam::111122223333:role/cluster"
  enabled_cluster_log_types = [tostring(terraform_data.later.output)]

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}
