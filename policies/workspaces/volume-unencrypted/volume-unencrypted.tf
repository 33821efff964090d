resource "terraform_data" "later" {
  input = "later"
}

resource "aws_workspaces_workspace" "pass_both" {
  bundle_id    = "wsb-1"
  directory_id = "d-1"
  user_name    = "ada"
  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = true
}

resource "aws_workspaces_workspace" "fail_root" {
  bundle_id    = "wsb-1"
  directory_id = "d-1"
  user_name    = "ada"
  user_volume_encryption_enabled = true
}

resource "aws_workspaces_workspace" "unknown_later" {
  bundle_id    = "wsb-1"
  directory_id = "d-1"
  user_name    = "ada"
  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = tobool(terraform_data.later.output)
}
