resource "terraform_data" "later" {
  input = "later"
}

resource "aws_kms_key" "cluster" {
  enable_key_rotation = true
}

resource "aws_eks_cluster" "pass_own_key" {
  name     = "own-key"
  role_arn = "arn:aws:iam::111122223333:role/cluster"

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.cluster.arn
    }
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
  name     = "later"
  role_arn = "arn:aws:iam::111122223333:role/cluster"

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = tostring(terraform_data.later.output)
    }
  }
}
