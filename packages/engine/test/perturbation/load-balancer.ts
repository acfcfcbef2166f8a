/** A public load balancer as it should be; the example has none. */
export const LOAD_BALANCER_FILE = 'balancer.tf';
export const LOAD_BALANCER = `resource "aws_lb" "public" {
  name               = "\${local.name}-public"
  load_balancer_type = "application"
  internal           = false

  access_logs {
    bucket  = module.logs.bucket
    enabled = true
  }
}

resource "aws_wafv2_web_acl_association" "public" {
  resource_arn = aws_lb.public.arn
  web_acl_arn  = aws_wafv2_web_acl.edge.arn
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.public.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}
`;
