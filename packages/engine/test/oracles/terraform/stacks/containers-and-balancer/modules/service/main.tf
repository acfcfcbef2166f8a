variable "name" { type = string }
variable "service" {
  type = object({
    image  = string
    port   = number
    count  = number
    path   = string
    env    = map(string)
    cpu    = number
    memory = number
    health = object({ path = string, interval = number })
  })
}
variable "cluster" { type = string }
variable "subnets" { type = list(string) }
variable "listener" { type = string }
variable "priority" {
  type    = number
  default = null
}

locals {
  s      = var.service
  routed = local.s.path != null
  definitions = jsonencode([
    {
      name      = var.name
      image     = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/${local.s.image}${strcontains(local.s.image, ":") ? "" : ":latest"}"
      essential = true
      portMappings = [{ containerPort = local.s.port, protocol = "tcp" }]
      environment  = [for k, v in local.s.env : { name = k, value = v }]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = aws_cloudwatch_log_group.this.name
          "awslogs-region"        = "eu-central-1"
          "awslogs-stream-prefix" = var.name
        }
      }
    }
  ])
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/ecs/${var.name}"
  retention_in_days = 14
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = local.s.cpu
  memory                   = local.s.memory
  container_definitions    = local.definitions
  runtime_platform {
    cpu_architecture = "ARM64"
  }
}

resource "aws_lb_target_group" "this" {
  count       = local.routed ? 1 : 0
  name        = var.name
  port        = local.s.port
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-00000001"
  health_check {
    path     = local.s.health.path
    interval = local.s.health.interval
    matcher  = "200-299"
  }
}

resource "aws_lb_listener_rule" "this" {
  for_each     = local.routed ? { (var.name) = local.s.path } : {}
  listener_arn = var.listener
  priority     = var.priority
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[0].arn
  }
  condition {
    path_pattern {
      values = [each.value]
    }
  }
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = var.cluster
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = local.s.count
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = var.subnets
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = aws_lb_target_group.this[*].arn
    content {
      target_group_arn = load_balancer.value
      container_name   = var.name
      container_port   = local.s.port
    }
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = local.s.count > 1
  }
}

resource "aws_appautoscaling_target" "this" {
  count              = local.s.count > 0 ? 1 : 0
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = join("/", ["service", "cards", aws_ecs_service.this.name])
  min_capacity       = local.s.count
  max_capacity       = min(10, local.s.count * 4)
}

output "memory" { value = aws_ecs_task_definition.this.memory }
output "definitions" { value = local.definitions }
