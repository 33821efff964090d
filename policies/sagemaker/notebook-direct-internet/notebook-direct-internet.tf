resource "terraform_data" "later" {
  input = "later"
}

resource "aws_sagemaker_notebook_instance" "pass_right" {
  name          = "notes"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::111122223333:role/notes"
  subnet_id     = "subnet-1"
  security_groups = ["sg-1"]
  direct_internet_access = "Disabled"
}

resource "aws_sagemaker_notebook_instance" "fail_wrong" {
  name          = "notes"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::111122223333:role/notes"
  subnet_id     = "subnet-1"
  security_groups = ["sg-1"]
  direct_internet_access = "Enabled"
}

resource "aws_sagemaker_notebook_instance" "fail_not_written" {
  name          = "notes"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::111122223333:role/notes"
  subnet_id     = "subnet-1"
  security_groups = ["sg-1"]
}

resource "aws_sagemaker_notebook_instance" "unknown_later" {
  name          = "notes"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::111122223333:role/notes"
  subnet_id     = "subnet-1"
  security_groups = ["sg-1"]
  direct_internet_access = tostring(terraform_data.later.output)
}
