resource "terraform_data" "later" {
  input = "later"
}

resource "aws_dms_replication_instance" "pass_right" {
  replication_instance_id    = "moving"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible = false
}

resource "aws_dms_replication_instance" "fail_wrong" {
  replication_instance_id    = "moving"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible = true
}

resource "aws_dms_replication_instance" "pass_not_written" {
  replication_instance_id    = "moving"
  replication_instance_class = "dms.t3.medium"
}

resource "aws_dms_replication_instance" "unknown_later" {
  replication_instance_id    = "moving"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible = tobool(terraform_data.later.output)
}
