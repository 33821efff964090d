resource "terraform_data" "later" {
  input = "later"
}

resource "aws_config_configuration_recorder" "pass_not_written" {
  name     = "not-written"
  role_arn = "arn:aws:iam::111122223333:role/config"
}

# all_supported is true unless told otherwise.
resource "aws_config_configuration_recorder" "pass_global_only" {
  name     = "global-only"
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    include_global_resource_types = true
  }
}

resource "aws_config_configuration_recorder" "fail_list" {
  name     = "list"
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    all_supported  = false
    resource_types = ["AWS::EC2::Instance"]
  }
}

resource "aws_config_configuration_recorder" "unknown_later" {
  name     = "later"
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    all_supported = tobool(terraform_data.later.output)
  }
}
