resource "terraform_data" "later" {
  input = "later"
}

resource "aws_ecr_repository" "pass_no_policy" {
  name = "no-policy"
}

resource "aws_ecr_repository" "fail_everyone" {
  name = "everyone"
}

resource "aws_ecr_repository_policy" "everyone" {
  repository = aws_ecr_repository.fail_everyone.name

  policy = jsonencode({
    Version   = "2008-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = ["ecr:BatchGetImage"] }]
  })
}

resource "aws_ecr_repository" "pass_named" {
  name = "named"
}

resource "aws_ecr_repository_policy" "named" {
  repository = "named"

  policy = jsonencode({
    Version   = "2008-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = ["ecr:BatchGetImage"] }]
  })
}

resource "aws_ecr_repository" "unknown_later" {
  name = "later"
}

resource "aws_ecr_repository_policy" "later" {
  repository = aws_ecr_repository.unknown_later.name
  policy     = tostring(terraform_data.later.output)
}
