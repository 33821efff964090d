resource "terraform_data" "later" {
  input = "later"
}

resource "aws_elasticache_replication_group" "pass_week" {
  replication_group_id = "orders"
  description          = "orders"
  snapshot_retention_limit = 7
}

resource "aws_elasticache_replication_group" "fail_not_written" {
  replication_group_id = "orders"
  description          = "orders"
}

resource "aws_elasticache_replication_group" "unknown_later" {
  replication_group_id = "orders"
  description          = "orders"
  snapshot_retention_limit = tonumber(terraform_data.later.output)
}
