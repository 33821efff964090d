variable "retention" {
  default = 30
}

variable "password" {
  default   = "correct horse"
  sensitive = true
}

locals {
  names = ["logs", "data"]
}

# count: the same index, one that is named, all of them
resource "aws_kms_key" "counted" {
  count = 2
}

resource "aws_ebs_volume" "same_index" {
  count             = 2
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = true
  kms_key_id        = aws_kms_key.counted[count.index].arn
}

resource "aws_ebs_volume" "named_index" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = true
  kms_key_id        = aws_kms_key.counted[1].arn
}

resource "aws_ebs_volume" "some_index" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = true
  kms_key_id        = aws_kms_key.counted[length(local.names) - 1].arn
}

# for_each: chained, by key, all of them
resource "aws_subnet" "each" {
  for_each   = { a = "10.0.1.0/24", b = "10.0.2.0/24" }
  vpc_id     = aws_vpc.only.id
  cidr_block = each.value
}

resource "aws_vpc" "only" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_route_table" "only" {
  vpc_id = aws_vpc.only.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.only.id
  }
}

resource "aws_internet_gateway" "only" {
  vpc_id = aws_vpc.only.id
}

resource "aws_route_table_association" "chained" {
  for_each       = aws_subnet.each
  subnet_id      = each.value.id
  route_table_id = aws_route_table.only.id
}

resource "aws_route_table_association" "by_key" {
  for_each       = toset(["a", "b"])
  subnet_id      = aws_subnet.each[each.key].id
  route_table_id = aws_route_table.only.id
}

resource "aws_db_subnet_group" "all" {
  name       = "all"
  subnet_ids = [for subnet in aws_subnet.each : subnet.id]
}

resource "aws_db_subnet_group" "listed" {
  name       = "listed"
  subnet_ids = [aws_subnet.each["b"].id, aws_subnet.each["a"].id]
}

# A module used for two keys, and once more alone.
module "stores" {
  source   = "./store"
  for_each = toset(["logs", "data"])
  name     = each.key
  key      = aws_kms_key.counted[0].arn
}

module "alone" {
  source = "./store"
  name   = "alone"
}

resource "aws_s3_bucket_versioning" "of_module" {
  bucket = module.stores["logs"].bucket

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_versioning" "chained" {
  for_each = module.stores
  bucket   = each.value.bucket

  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_versioning" "of_known" {
  bucket = module.alone.name

  versioning_configuration {
    status = "Disabled"
  }
}

# What decides is not one resource.
resource "aws_ebs_volume" "through_local" {
  availability_zone = "eu-west-1a"
  size              = 1
  kms_key_id        = local.key
}

locals {
  key = aws_kms_key.counted[0].arn
}

resource "aws_ebs_volume" "either" {
  availability_zone = "eu-west-1a"
  size              = 1
  kms_key_id        = aws_vpc.only.id == "vpc-1" ? aws_kms_key.counted[0].arn : aws_kms_key.counted[1].arn
}

resource "aws_ebs_volume" "other_provider" {
  availability_zone = "eu-west-1a"
  size              = 1
  kms_key_id        = terraform_data.value.output
}

resource "terraform_data" "value" {
  input = "value"
}

# Written, but null: the provider chooses.
resource "aws_ebs_volume" "null_input" {
  availability_zone = "eu-west-1a"
  size              = 1
  kms_key_id        = var.retention > 100 ? aws_vpc.only.cidr_block : null
}

# Known, and where it comes from.
resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_cloudwatch_log_group" "from_variable" {
  name              = "${aws_iam_role.worker.name}-log"
  retention_in_days = var.retention
}

resource "aws_db_instance" "from_variable" {
  instance_class    = "db.t3.micro"
  engine            = "mysql"
  allocated_storage = 10
  username          = "admin"
  password          = var.password
}
