resource "terraform_data" "later" {
  input = "later"
}

# Where the block is written, the provider requires HTTPS.
resource "aws_opensearch_domain" "pass_block" {
  domain_name = "block"

  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}

resource "aws_opensearch_domain" "fail_off" {
  domain_name = "off"

  domain_endpoint_options {
    enforce_https = false
  }
}

resource "aws_opensearch_domain" "unknown_later" {
  domain_name = "later"

  domain_endpoint_options {
    enforce_https = tobool(terraform_data.later.output)
  }
}
