# No unknown: that there is a log is written.
resource "aws_redshift_cluster" "pass_log" {
  cluster_identifier = "logged"
  node_type          = "ra3.large"
}

resource "aws_redshift_logging" "log" {
  cluster_identifier   = aws_redshift_cluster.pass_log.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}

resource "aws_redshift_cluster" "fail_not_written" {
  cluster_identifier = "silent"
  node_type          = "ra3.large"
}
