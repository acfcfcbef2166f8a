import { add, type Perturbation, replace } from './perturbation.ts';

export const EDGE: readonly Perturbation[] = [
  {
    check: 'cdn-own-domain',
    resource: 'aws_cloudfront_distribution.app',
    off: [replace('cdn.tf', 'aliases             = [var.domain]', 'aliases             = []')],
    at: { file: 'cdn.tf', text: 'aliases             = []' },
    hidden: [replace('cdn.tf', 'aliases             = [var.domain]', 'aliases             = var.hidden')],
  },
  {
    check: 'load-balancer-own-domain',
    given: [
      add(
        'named.tf',
        `resource "aws_lb" "named" {
  name     = "named"
  internal = false
}

resource "aws_route53_record" "named" {
  zone_id = var.zone_id
  name    = "named.example.com"
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.named.dns_name]
}
`,
      ),
      // What the validation of a certificate asks for is decided at deployment, and could be anything.
      replace('dns.tf', 'records = [each.value.resource_record_value]', 'records = ["_check.example.com"]'),
    ],
    resource: 'aws_lb.named',
    off: [replace('named.tf', 'records = [aws_lb.named.dns_name]', 'records = ["elsewhere.example.com"]')],
    at: { file: 'named.tf', text: 'resource "aws_lb" "named" {' },
    hidden: [replace('named.tf', 'records = [aws_lb.named.dns_name]', 'records = [var.hidden]')],
  },
  {
    check: 'failover-knows-health',
    given: [
      add(
        'failover.tf',
        `resource "aws_route53_record" "failover" {
  zone_id         = var.zone_id
  name            = "failover.example.com"
  type            = "CNAME"
  ttl             = 60
  records         = ["a.example.com"]
  set_identifier  = "primary"
  health_check_id = "11111111-1111"

  failover_routing_policy {
    type = "PRIMARY"
  }
}
`,
      ),
    ],
    resource: 'aws_route53_record.failover',
    off: [replace('failover.tf', '  health_check_id = "11111111-1111"\n', '')],
    at: { file: 'failover.tf', text: 'resource "aws_route53_record" "failover" {' },
    hidden: [replace('failover.tf', '"11111111-1111"', 'var.hidden')],
  },
  {
    check: 'cdn-default-root-object',
    resource: 'aws_cloudfront_distribution.app',
    off: [replace('cdn.tf', 'default_root_object = "index.html"', 'default_root_object = ""')],
    at: { file: 'cdn.tf', text: 'default_root_object = ""' },
    hidden: [replace('cdn.tf', 'default_root_object = "index.html"', 'default_root_object = var.hidden')],
  },
  {
    check: 'accelerator-leads-somewhere',
    given: [
      add(
        'accelerator.tf',
        `resource "aws_globalaccelerator_accelerator" "world" {
  name = "world"
}

resource "aws_globalaccelerator_listener" "world" {
  accelerator_arn = aws_globalaccelerator_accelerator.world.id
  protocol        = "TCP"
}

resource "aws_globalaccelerator_endpoint_group" "world" {
  listener_arn = aws_globalaccelerator_listener.world.id

  endpoint_configuration {
    endpoint_id = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/1"
  }
}
`,
      ),
    ],
    resource: 'aws_globalaccelerator_accelerator.world',
    off: [
      replace(
        'accelerator.tf',
        'listener_arn = aws_globalaccelerator_listener.world.id',
        'listener_arn = "another"',
      ),
    ],
    at: { file: 'accelerator.tf', text: 'resource "aws_globalaccelerator_accelerator" "world" {' },
    hidden: [
      replace(
        'accelerator.tf',
        'listener_arn = aws_globalaccelerator_listener.world.id',
        'listener_arn = var.hidden',
      ),
    ],
  },
  {
    check: 'cdn-origin-accepts-host',
    given: [
      replace(
        'cdn.tf',
        'domain_name = aws_apigatewayv2_domain_name.origin.domain_name',
        'domain_name = "${aws_apigatewayv2_api.flashcards.id}.execute-api.eu-central-1.amazonaws.com"',
      ),
    ],
    resource: 'aws_cloudfront_distribution.app',
    off: [
      replace('cdn.tf', '= local.managed.all_viewer_except_host', '= "216adef6-5c7f-47e4-b989-5492eafa07d3"'),
    ],
    at: { file: 'cdn.tf', text: '216adef6-5c7f-47e4-b989-5492eafa07d3' },
    hidden: [replace('cdn.tf', '= local.managed.all_viewer_except_host', '= var.hidden')],
  },
];
