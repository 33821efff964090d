resource "terraform_data" "later" {
  input = "later"
}

resource "aws_opensearch_domain" "pass_encrypted" {
  domain_name = "encrypted"

  node_to_node_encryption {
    enabled = true
  }
}

resource "aws_opensearch_domain" "fail_off" {
  domain_name = "off"

  node_to_node_encryption {
    enabled = false
  }
}

resource "aws_opensearch_domain" "unknown_later" {
  domain_name = "later"

  node_to_node_encryption {
    enabled = tobool(terraform_data.later.output)
  }
}
