import { add, type Perturbation, replace } from './perturbation.ts';

/** A service whose code is here, behind a load balancer. */
const ASKED = [
  add('asked/Dockerfile', 'FROM node:22-slim\nWORKDIR /app\nCOPY *.js .\nCMD ["node", "server.js"]\n'),
  add(
    'asked/server.js',
    `const express = require('express');
const { price } = require('./prices.js');

const app = express();
app.get('/price', async (request, response) => response.json(await price()));
const server = app.listen(8080);
server.keepAliveTimeout = 65_000;
`,
  ),
  add(
    'asked/prices.js',
    `const axios = require('axios');

exports.price = async () => (await axios.get('https://prices.example.com', { timeout: 5_000 })).data;
`,
  ),
  add(
    'asked.tf',
    `resource "aws_ecs_task_definition" "asked" {
  family                = "asked"
  container_definitions = jsonencode([{ name = "asked", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/asked:1" }])
}

resource "aws_ecs_service" "asked" {
  name            = "asked"
  task_definition = aws_ecs_task_definition.asked.arn

  load_balancer {
    target_group_arn = aws_lb_target_group.asked.arn
    container_name   = "asked"
    container_port   = 8080
  }
}

resource "aws_lb" "asked" {
  name         = "asked"
  idle_timeout = 60
}

resource "aws_lb_target_group" "asked" {
  name     = "asked"
  port     = 8080
  protocol = "HTTP"
}

resource "aws_lb_listener" "asked" {
  load_balancer_arn = aws_lb.asked.arn
  port              = 443
  protocol          = "HTTPS"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.asked.arn
  }
}
`,
  ),
];

export const CONTAINERS: readonly Perturbation[] = [
  {
    check: 'task-secrets-may-be-read',
    given: [
      add(
        'mail.tf',
        `resource "aws_secretsmanager_secret" "mail" {
  name = "mail"
}

resource "aws_iam_role" "mail" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_iam_role_policy" "mail" {
  role   = aws_iam_role.mail.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["secretsmanager:GetSecretValue"], Resource = "*" }] })
}

resource "aws_ecs_task_definition" "mail" {
  family             = "mail"
  execution_role_arn = aws_iam_role.mail.arn
  container_definitions = jsonencode([{
    name    = "mail"
    image   = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/mail:1"
    secrets = [{ name = "MAIL_PASSWORD", valueFrom = aws_secretsmanager_secret.mail.arn }]
  }])
}
`,
      ),
    ],
    resource: 'aws_ecs_task_definition.mail',
    off: [replace('mail.tf', '"secretsmanager:GetSecretValue"', '"secretsmanager:DescribeSecret"')],
    at: { file: 'mail.tf', text: 'name = "MAIL_PASSWORD"' },
    hidden: [replace('mail.tf', '"secretsmanager:GetSecretValue"', 'var.hidden')],
  },
  {
    check: 'containers-listen-where-asked',
    given: ASKED,
    resource: 'aws_ecs_service.asked',
    off: [replace('asked.tf', 'container_port   = 8080', 'container_port   = 8081')],
    at: { file: 'asked.tf', text: 'container_port   = 8081' },
    hidden: [replace('asked.tf', 'container_port   = 8080', 'container_port   = var.hidden')],
  },
  {
    check: 'connections-outlive-load-balancer',
    given: ASKED,
    resource: 'aws_ecs_service.asked',
    off: [replace('asked/server.js', '65_000', '30_000')],
    at: { file: 'asked/server.js', text: 'app.listen(8080)' },
    hidden: [replace('asked.tf', 'idle_timeout = 60', 'idle_timeout = var.hidden')],
  },
  {
    check: 'limits-fit-load-balancer',
    given: ASKED,
    resource: 'aws_ecs_service.asked',
    off: [replace('asked/prices.js', 'timeout: 5_000', 'timeout: 90_000')],
    besides: ['calls-end-in-time'],
    at: { file: 'asked/prices.js', text: 'axios.get' },
    hidden: [replace('asked.tf', 'idle_timeout = 60', 'idle_timeout = var.hidden')],
  },
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
