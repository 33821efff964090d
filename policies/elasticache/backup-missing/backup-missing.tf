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

resource "aws_elasticache_cluster" "fail_cluster" {
  cluster_id      = "orders"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}

resource "aws_elasticache_cluster" "none_member" {
  cluster_id           = "orders-001"
  replication_group_id = "orders"
}
