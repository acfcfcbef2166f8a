variable "services" {
  type = map(object({
    image  = string
    port   = optional(number, 8080)
    count  = optional(number, 2)
    path   = optional(string)
    env    = optional(map(string), {})
    cpu    = optional(number, 256)
    memory = optional(number)
    health = optional(object({ path = optional(string, "/health"), interval = optional(number, 30) }), {})
  }))
  default = {
    web = { image = "web:1.2", path = "/*", env = { API = "http://api:9000" } }
    api = { image = "api:3", port = 9000, path = "/api/*", cpu = 512, health = { interval = 10 } }
    job = { image = "job", count = 0 }
  }
}

variable "certificate" {
  type    = string
  default = "arn:aws:acm:eu-central-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
}

locals {
  routed   = { for k, s in var.services : k => s if s.path != null }
  priority = { for i, k in sort(keys(local.routed)) : k => (i + 1) * 10 }
  https    = var.certificate != ""
  subnets  = ["subnet-0000000a", "subnet-0000000b"]
}

resource "aws_ecs_cluster" "this" {
  name = "cards"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_lb" "this" {
  name                       = "cards"
  internal                   = false
  load_balancer_type         = "application"
  subnets                    = local.subnets
  security_groups            = ["sg-00000001"]
  drop_invalid_header_fields = true
  enable_deletion_protection = true
}

resource "aws_lb_listener" "https" {
  count             = local.https ? 1 : 0
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      message_body = "no such page"
      status_code  = 404
    }
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"

  dynamic "default_action" {
    for_each = local.https ? ["redirect"] : []
    content {
      type = default_action.value
      redirect {
        port        = 443
        protocol    = "HTTPS"
        status_code = "HTTP_301"
      }
    }
  }
  dynamic "default_action" {
    for_each = local.https ? [] : ["fixed-response"]
    content {
      type = default_action.value
      fixed_response {
        content_type = "text/plain"
        status_code  = 503
      }
    }
  }
}

module "service" {
  source   = "./modules/service"
  for_each = var.services

  name     = each.key
  service  = merge(each.value, { memory = coalesce(each.value.memory, each.value.cpu * 2) })
  cluster  = aws_ecs_cluster.this.id
  subnets  = local.subnets
  listener = try(aws_lb_listener.https[0].arn, aws_lb_listener.http.arn)
  priority = lookup(local.priority, each.key, null)
}

output "memory" {
  value = { for k, m in module.service : k => m.memory }
}

output "containers" {
  value = jsondecode(module.service["api"].definitions)[0].portMappings
}
