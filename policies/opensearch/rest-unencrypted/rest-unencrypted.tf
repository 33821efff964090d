resource "terraform_data" "later" {
  input = "later"
}

resource "aws_opensearch_domain" "pass_encrypted" {
  domain_name = "encrypted"

  encrypt_at_rest {
    enabled = true
  }
}

resource "aws_opensearch_domain" "fail_off" {
  domain_name = "off"

  encrypt_at_rest {
    enabled = false
  }
}

resource "aws_elasticsearch_domain" "fail_not_written" {
  domain_name = "not-written"
}

resource "aws_opensearch_domain" "unknown_later" {
  domain_name = "later"

  encrypt_at_rest {
    enabled = tobool(terraform_data.later.output)
  }
}
