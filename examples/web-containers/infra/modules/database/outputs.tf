output "cluster" {
  value = aws_rds_cluster.main.cluster_identifier
}

output "endpoint" {
  value = aws_rds_cluster.main.endpoint
}

output "secret" {
  value = aws_secretsmanager_secret.master.arn
}
