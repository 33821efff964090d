resource "terraform_data" "later" {
  input = "later"
}

resource "aws_api_gateway_domain_name" "pass_new" {
  domain_name              = "new.example.com"
  regional_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
  security_policy          = "TLS_1_2"
}

resource "aws_api_gateway_domain_name" "fail_old" {
  domain_name              = "old.example.com"
  regional_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
  security_policy          = "TLS_1_0"
}

resource "aws_api_gateway_domain_name" "unknown_later" {
  domain_name              = "later.example.com"
  regional_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
  security_policy          = tostring(terraform_data.later.output)
}
