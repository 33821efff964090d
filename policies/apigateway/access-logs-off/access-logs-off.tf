# No unknown: a reference stands for a log group.
resource "aws_api_gateway_stage" "pass_log" {
  rest_api_id   = "api"
  stage_name    = "prod"
  deployment_id = "1"
  access_log_settings {
    destination_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:api"
    format          = "$context.requestId"
  }
}

resource "aws_api_gateway_stage" "fail_not_written" {
  rest_api_id   = "api"
  stage_name    = "prod"
  deployment_id = "1"
}

resource "aws_apigatewayv2_stage" "fail_http" {
  api_id = "api"
  name   = "$default"
}
