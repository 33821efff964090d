resource "terraform_data" "later" {
  input = "later"
}

resource "aws_backup_plan" "pass_month" {
  name = "month"

  rule {
    rule_name         = "daily"
    target_vault_name = "orders"

    lifecycle {
      delete_after = 35
    }
  }
}

resource "aws_backup_plan" "pass_for_ever" {
  name = "for-ever"

  rule {
    rule_name         = "daily"
    target_vault_name = "orders"
  }
}

resource "aws_backup_plan" "fail_second_rule" {
  name = "mixed"

  rule {
    rule_name         = "weekly"
    target_vault_name = "orders"

    lifecycle {
      delete_after = 90
    }
  }

  rule {
    rule_name         = "hourly"
    target_vault_name = "orders"

    lifecycle {
      delete_after = 3
    }
  }
}

resource "aws_backup_plan" "unknown_later" {
  name = "later"

  rule {
    rule_name         = "daily"
    target_vault_name = "orders"

    lifecycle {
      delete_after = tonumber(terraform_data.later.output)
    }
  }
}
