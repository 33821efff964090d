resource "terraform_data" "later" {
  input = "later"
}

resource "aws_api_gateway_stage" "pass_on" {
  rest_api_id          = "api"
  stage_name           = "on"
  deployment_id        = "1"
  xray_tracing_enabled = true
}

resource "aws_api_gateway_stage" "fail_not_written" {
  rest_api_id   = "api"
  stage_name    = "off"
  deployment_id = "1"
}

resource "aws_api_gateway_stage" "unknown_later" {
  rest_api_id          = "api"
  stage_name           = "later"
  deployment_id        = "1"
  xray_tracing_enabled = tobool(terraform_data.later.output)
}
