resource "terraform_data" "later" {
  input = "later"
}

resource "aws_opensearch_domain" "pass_new" {
  domain_name = "new"

  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

resource "aws_opensearch_domain" "fail_old" {
  domain_name = "old"

  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
  }
}

resource "aws_opensearch_domain" "unknown_later" {
  domain_name = "later"

  domain_endpoint_options {
    tls_security_policy = tostring(terraform_data.later.output)
  }
}
