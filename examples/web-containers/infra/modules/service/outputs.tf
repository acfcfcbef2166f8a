output "cluster" {
  value = aws_ecs_cluster.main.name
}

output "service" {
  value = aws_ecs_service.web.name
}

output "security_group" {
  value = aws_security_group.tasks.id
}
