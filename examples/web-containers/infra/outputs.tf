output "address" {
  description = "where users go"
  value       = "http://${module.load_balancer.dns_name}"
}
