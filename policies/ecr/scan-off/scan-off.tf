resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecr_repository" "pass_scanned" {
  name = "scanned"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_repository" "fail_not_written" {
  name = "not-written"
}

resource "aws_ecr_repository" "fail_off" {
  name = "off"

  image_scanning_configuration {
    scan_on_push = false
  }
}

resource "aws_ecr_repository" "unknown_later" {
  name = "later"

  image_scanning_configuration {
    scan_on_push = tobool(terraform_data.later.output)
  }
}
