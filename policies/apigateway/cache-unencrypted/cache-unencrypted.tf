resource "terraform_data" "later" {
  input = "later"
}

resource "aws_api_gateway_stage" "pass_encrypted" {
  rest_api_id   = "api"
  stage_name    = "encrypted"
  deployment_id = "1"
}

resource "aws_api_gateway_method_settings" "encrypted" {
  rest_api_id = "api"
  stage_name  = aws_api_gateway_stage.pass_encrypted.stage_name
  method_path = "*/*"
  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}

resource "aws_api_gateway_stage" "fail_off" {
  rest_api_id   = "api"
  stage_name    = "off"
  deployment_id = "1"
}

resource "aws_api_gateway_method_settings" "off" {
  rest_api_id = "api"
  stage_name  = aws_api_gateway_stage.fail_off.stage_name
  method_path = "*/*"
  settings {
    caching_enabled      = true
    cache_data_encrypted = false
  }
}

resource "aws_api_gateway_stage" "unknown_later" {
  rest_api_id   = "api"
  stage_name    = "later"
  deployment_id = "1"
}

resource "aws_api_gateway_method_settings" "later" {
  rest_api_id = "api"
  stage_name  = aws_api_gateway_stage.unknown_later.stage_name
  method_path = "*/*"
  settings {
    caching_enabled      = true
    cache_data_encrypted = tobool(terraform_data.later.output)
  }
}
