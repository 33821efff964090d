resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecr_repository" "pass_immutable" {
  name                 = "immutable"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_repository" "fail_not_written" {
  name = "not-written"
}

resource "aws_ecr_repository" "unknown_later" {
  name                 = "later"
  image_tag_mutability = tostring(terraform_data.later.output)
}
