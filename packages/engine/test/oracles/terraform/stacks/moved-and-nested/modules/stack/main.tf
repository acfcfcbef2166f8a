variable "tenant" { type = string }
variable "tags" { type = map(string) }
variable "queues" { type = map(number) }

locals {
  wanted = flatten([
    for name, count in var.queues : [for i in range(count) : { key = "${name}${i}", name = name, number = i + 1 }]
  ])
}

module "queue" {
  source   = "./parts/queue"
  for_each = { for q in local.wanted : q.key => q }
  name     = format("%s-%s-%02d", var.tenant, each.value.name, each.value.number)
  tags     = merge(var.tags, { Tenant = var.tenant, Path = path.module })
}

resource "aws_cloudwatch_metric_alarm" "age" {
  for_each            = module.queue
  alarm_name          = "${each.value.name}-age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 900
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { QueueName = each.value.name }
}

output "queue_names" { value = values(module.queue)[*].name }
output "urls" { value = [for q in module.queue : q.url] }
