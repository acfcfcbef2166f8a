import { add, type Perturbation, replace } from './perturbation.ts';

export const CONTAINERS: readonly Perturbation[] = [
  {
    check: 'ecs-service-scales',
    given: [
      add(
        'scaled.tf',
        `resource "aws_ecs_service" "scaled" {
  name            = "scaled"
  task_definition = "web:1"
}

resource "aws_appautoscaling_target" "scaled" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/main/\${aws_ecs_service.scaled.name}"
  min_capacity       = 2
  max_capacity       = 8
}

resource "aws_appautoscaling_policy" "scaled" {
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = aws_appautoscaling_target.scaled.resource_id
}
`,
      ),
    ],
    resource: 'aws_ecs_service.scaled',
    off: [replace('scaled.tf', 'max_capacity       = 8', 'max_capacity       = 2')],
    at: { file: 'scaled.tf', text: 'min_capacity       = 2' },
    hidden: [replace('scaled.tf', 'max_capacity       = 8', 'max_capacity       = var.hidden')],
  },
  {
    check: 'ecs-two-tasks',
    given: [
      add(
        'pair.tf',
        `resource "aws_ecs_service" "pair" {
  name            = "pair"
  task_definition = "web:1"
  desired_count   = 2
}
`,
      ),
    ],
    resource: 'aws_ecs_service.pair',
    off: [replace('pair.tf', 'desired_count   = 2', 'desired_count   = 1')],
    at: { file: 'pair.tf', text: 'desired_count   = 1' },
    hidden: [replace('pair.tf', 'desired_count   = 2', 'desired_count   = var.hidden')],
  },
  {
    check: 'cluster-container-insights',
    given: [
      add(
        'cluster.tf',
        `resource "aws_ecs_cluster" "containers" {
  name = "containers"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}
`,
      ),
    ],
    resource: 'aws_ecs_cluster.containers',
    off: [replace('cluster.tf', 'value = "enabled"', 'value = "disabled"')],
    at: { file: 'cluster.tf', text: 'value = "disabled"' },
    hidden: [replace('cluster.tf', 'value = "enabled"', 'value = var.hidden')],
  },
  {
    check: 'containers-keep-nothing-apart',
    given: [
      add(
        'hosts.tf',
        `resource "aws_ecs_task_definition" "hosts" {
  family                = "hosts"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])

  volume {
    name      = "cache"
    host_path = "/var/cache/web"
  }
}

resource "aws_lb_target_group" "hosts" {
  name     = "hosts"
  protocol = "TCP"
  port     = 80

  stickiness {
    type    = "source_ip"
    enabled = true
  }
}

resource "aws_ecs_service" "hosts" {
  name            = "hosts"
  task_definition = aws_ecs_task_definition.hosts.arn

  load_balancer {
    container_name   = "web"
    container_port   = 80
    target_group_arn = aws_lb_target_group.hosts.arn
  }
}
`,
      ),
    ],
    resource: 'aws_ecs_service.hosts',
    off: [replace('hosts.tf', 'enabled = true', 'enabled = false')],
    at: { file: 'hosts.tf', text: 'enabled = false' },
    hidden: [replace('hosts.tf', 'enabled = true', 'enabled = var.hidden')],
  },
  {
    check: 'services-can-be-found',
    given: [
      add(
        'several.tf',
        `resource "aws_ecs_task_definition" "several" {
  family                = "several"
  container_definitions = jsonencode([{ name = "web", image = "web:1", portMappings = [{ containerPort = 80 }] }])
}

resource "aws_ecs_service" "first" {
  name            = "first"
  task_definition = aws_ecs_task_definition.several.arn

  service_registries {
    registry_arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/1"
  }
}

resource "aws_ecs_service" "second" {
  name            = "second"
  task_definition = "elsewhere:1"
}
`,
      ),
    ],
    resource: 'aws_ecs_service.first',
    off: [
      replace(
        'several.tf',
        `  service_registries {
    registry_arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/1"
  }
`,
        '',
      ),
    ],
    at: { file: 'several.tf', text: 'resource "aws_ecs_service" "first" {' },
    hidden: [
      replace(
        'several.tf',
        `  service_registries {
    registry_arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/1"
  }
`,
        `  dynamic "service_registries" {
    for_each = var.hidden

    content {
      registry_arn = service_registries.value
    }
  }
`,
      ),
    ],
  },
  {
    check: 'containers-behind-load-balancer',
    given: [
      add(
        'only.tf',
        `resource "aws_ecs_task_definition" "only" {
  family                = "only"
  container_definitions = jsonencode([{ name = "web", image = "web:1", portMappings = [{ containerPort = 80 }] }])
}

resource "aws_ecs_service" "only" {
  name            = "only"
  task_definition = aws_ecs_task_definition.only.arn

  service_registries {
    registry_arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/1"
  }
}
`,
      ),
    ],
    resource: 'aws_ecs_service.only',
    off: [
      replace(
        'only.tf',
        `  service_registries {
    registry_arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/1"
  }
`,
        '',
      ),
    ],
    at: { file: 'only.tf', text: 'resource "aws_ecs_service" "only" {' },
    hidden: [
      replace(
        'only.tf',
        `  service_registries {
    registry_arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/1"
  }
`,
        `  dynamic "service_registries" {
    for_each = var.hidden

    content {
      registry_arn = service_registries.value
    }
  }
`,
      ),
    ],
  },
];
