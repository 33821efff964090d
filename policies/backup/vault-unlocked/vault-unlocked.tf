# No unknown: where a lock names the vault, there is one.
resource "aws_backup_vault" "pass_locked" {
  name = "orders"
}

resource "aws_backup_vault_lock_configuration" "orders" {
  backup_vault_name  = aws_backup_vault.pass_locked.name
  min_retention_days = 7
}

resource "aws_backup_vault" "fail_not_locked" {
  name = "orders-open"
}
