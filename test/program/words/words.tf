variable "acl" {
  default = "public-read"
}

variable "open" {
  default = true
}

# public-read stands in the plan, PublicRead in policies.
resource "aws_s3_bucket" "site" {
  bucket = "demarc-words-site"
}

resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.site.id
  acl    = var.acl
}

resource "aws_db_instance" "shared" {
  engine              = "mysql"
  instance_class      = "db.t3.micro"
  allocated_storage   = 20
  username            = "admin"
  skip_final_snapshot = true
  publicly_accessible = var.open
}

# Absent: logging in CloudFormation's words is Logging.ClusterLogging.EnabledTypes.
resource "aws_eks_cluster" "quiet" {
  name     = "quiet"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  vpc_config {
    subnet_ids = ["subnet-1", "subnet-2"]
  }
}

# Inside the JSON text of the definitions names have another spelling.
resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "nginx", memory = 128 }])
}

# Unknown as a whole.
resource "aws_sqs_queue" "names" {
  name = "demarc-words"
}

resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = aws_sqs_queue.names.url
  inline_policy {
    name   = "later"
    policy = aws_sqs_queue.names.url
  }
}

resource "aws_kms_key" "later" {
  policy              = aws_sqs_queue.names.url
  enable_key_rotation = false
}

resource "aws_security_group" "later" {
  name = "later"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [aws_sqs_queue.names.url]
  }
}

# A companion's argument that is not written: versioning of the bucket itself is called versioning.enabled.
resource "aws_s3_bucket_versioning" "site" {
  bucket = aws_s3_bucket.site.id
  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_ecr_repository" "images" {
  name                 = "images"
  image_tag_mutability = "MUTABLE"
}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.site.id
}
