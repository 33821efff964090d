# No unknown: what is not in the plan is in no user data that the plan holds. The provider keeps a digest of user_data, so that
# only user_data_base64 and the user data of launch templates can be read.
resource "aws_instance" "pass_nothing" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.small"
}

resource "aws_launch_template" "pass_command" {
  user_data = base64encode("#!/bin/bash\naws secretsmanager get-secret-value --secret-id orders > /etc/app.json\n")
}

resource "aws_launch_template" "fail_address" {
  user_data = base64encode("#!/bin/bash\npsql postgres://app:correct-horse-2@db.example.com/orders\n")
}

resource "aws_instance" "fail_base64" {
  ami              = "ami-0123456789abcdef0"
  instance_type    = "t4g.small"
  user_data_base64 = base64encode("#!/bin/bash\nexport AWS_ACCESS_KEY_ID=AKIAQ4J5Y6Z7W2X3V4B5\n")
}
