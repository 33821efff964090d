resource "terraform_data" "later" {
  input = "later"
}

resource "aws_elasticache_replication_group" "pass_required" {
  replication_group_id       = "required"
  description                = "sessions"
  transit_encryption_enabled = true
}

resource "aws_elasticache_replication_group" "fail_not_written" {
  replication_group_id = "not-written"
  description          = "sessions"
}

resource "aws_elasticache_replication_group" "unknown_later" {
  replication_group_id       = "later"
  description                = "sessions"
  transit_encryption_enabled = tobool(terraform_data.later.output)
}
