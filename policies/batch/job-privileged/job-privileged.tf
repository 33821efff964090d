resource "terraform_data" "later" {
  input = "later"
}

resource "aws_batch_job_definition" "pass_right" {
  name = "report"
  type = "container"
  container_properties = jsonencode({ image = "report", privileged = false })
}

resource "aws_batch_job_definition" "fail_wrong" {
  name = "report"
  type = "container"
  container_properties = jsonencode({ image = "report", privileged = true })
}

resource "aws_batch_job_definition" "pass_not_written" {
  name = "report"
  type = "container"
}

resource "aws_batch_job_definition" "unknown_later" {
  name = "report"
  type = "container"
  container_properties = jsonencode({ image = "report", privileged = tobool(terraform_data.later.output) })
}
