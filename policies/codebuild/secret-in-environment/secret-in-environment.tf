resource "terraform_data" "later" {
  input = "later"
}

resource "aws_codebuild_project" "pass_secret" {
  name         = "build"
  service_role = "arn:aws:iam::111122223333:role/build"
  artifacts { type = "NO_ARTIFACTS" }
  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "DB_PASSWORD"
      type  = "SECRETS_MANAGER"
      value = "orders"
    }
  }
}

resource "aws_codebuild_project" "fail_password" {
  name         = "build"
  service_role = "arn:aws:iam::111122223333:role/build"
  artifacts { type = "NO_ARTIFACTS" }
  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "DB_PASSWORD"
      value = "correct-horse-1"
    }
  }
}

resource "aws_codebuild_project" "unknown_later" {
  name         = "build"
  service_role = "arn:aws:iam::111122223333:role/build"
  artifacts { type = "NO_ARTIFACTS" }
  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "DB_PASSWORD"
      type  = tostring(terraform_data.later.output)
      value = "orders"
    }
  }
}
