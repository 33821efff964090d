provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { Team = "storage" }
  }
}

resource "terraform_data" "later" {
  input = "later"
}

# Attributes that were not written are the provider's to choose: absent. So are blocks that it fills.
resource "aws_s3_bucket" "bare" {
  bucket = "bare"
}

resource "aws_instance" "bare" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  tags          = { Name = "bare" }
}

# A dynamic block stands in no configuration.
resource "aws_instance" "dynamic" {
  ami           = "ami-1"
  instance_type = "t3.micro"

  root_block_device {
    encrypted  = true
    kms_key_id = aws_kms_key.only.arn
  }

  dynamic "ebs_block_device" {
    for_each = ["/dev/sdf"]

    content {
      device_name = ebs_block_device.value
      encrypted   = terraform_data.later.id == "x"
    }
  }
}

resource "aws_kms_key" "only" {}

# A block that the provider never fills, unknown as a whole: a dynamic block over something unknown.
resource "aws_backup_plan" "dynamic" {
  name = "dynamic"

  dynamic "rule" {
    for_each = toset([terraform_data.later.id])

    content {
      rule_name         = rule.value
      target_vault_name = "vault"
    }
  }
}

resource "aws_security_group" "rules" {
  name = "rules"

  ingress {
    description = "shells"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "192.168.0.0/16"]
    self        = true
  }

  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [aws_security_group.source.id]
  }

  egress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_security_group" "source" {
  name = "source"
}

resource "aws_security_group_rule" "inward" {
  type              = "ingress"
  security_group_id = aws_security_group.source.id
  from_port         = 80
  to_port           = 80
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_security_group_rule" "outward" {
  type              = "egress"
  security_group_id = aws_security_group.source.id
  from_port         = 80
  to_port           = 80
  protocol          = "tcp"
  self              = true
}

resource "aws_ecs_task_definition" "task" {
  family = "task"

  container_definitions = jsonencode([{
    name         = "web"
    privileged   = true
    environment  = [{ name = "TOKEN", value = "t0ken" }]
    dockerLabels = { "com.example.team" = "storage" }
  }])
}

resource "aws_lb" "public" {
  name         = "public"
  internal     = false
  idle_timeout = 120
}

resource "aws_ssm_parameter" "secret" {
  name  = "secret"
  type  = "SecureString"
  value = "s3cret"
}

data "aws_ami" "image" {
  most_recent = true
  owners      = ["self"]
}
