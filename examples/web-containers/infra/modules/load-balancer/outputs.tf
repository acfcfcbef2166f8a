output "arn" {
  value = aws_lb.main.arn
}

# How CloudWatch calls it: app/<name>/<id>.
output "label" {
  value = aws_lb.main.arn_suffix
}

output "dns_name" {
  value = aws_lb.main.dns_name
}

output "security_group" {
  value = aws_security_group.balancer.id
}

output "target_group" {
  value = aws_lb_target_group.web.arn
}

output "target_group_label" {
  value = aws_lb_target_group.web.arn_suffix
}
