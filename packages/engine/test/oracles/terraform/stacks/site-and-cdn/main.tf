variable "site" {
  type = object({
    domain  = string
    aliases = optional(list(string), ["www"])
    headers = optional(map(string), {})
    geo     = optional(object({ type = string, countries = list(string) }))
  })
  default = {
    domain  = "cards.example.com"
    aliases = ["www", "m"]
    headers = { "x-robots-tag" = "noindex", "permissions-policy" = "camera=()" }
  }
}

variable "behaviors" {
  type = list(map(string))
  default = [
    { path = "/static/*", ttl = "86400" },
    { path = "/api/*", ttl = 0, origin = "api" },
  ]
}

locals {
  hosts   = concat([var.site.domain], [for a in var.site.aliases : "${a}.${var.site.domain}"])
  origins = { site = { versioned = true }, logs = { versioned = false } }
}

module "origin" {
  source    = "./modules/origin"
  for_each  = local.origins
  bucket    = "${replace(var.site.domain, ".", "-")}-${each.key}"
  versioned = each.value.versioned
  cdn       = each.key == "site" ? aws_cloudfront_distribution.this.arn : null
}

resource "aws_acm_certificate" "this" {
  provider                  = aws.global
  domain_name               = local.hosts[0]
  subject_alternative_names = slice(local.hosts, 1, length(local.hosts))
  validation_method         = "DNS"
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_origin_access_control" "this" {
  name                              = var.site.domain
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_response_headers_policy" "this" {
  name = "headers"
  dynamic "custom_headers_config" {
    for_each = length(var.site.headers) > 0 ? [var.site.headers] : []
    content {
      dynamic "items" {
        for_each = custom_headers_config.value
        content {
          header   = items.key
          value    = items.value
          override = true
        }
      }
    }
  }
  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 365 * 24 * 60 * 60
      include_subdomains         = true
      override                   = true
    }
  }
}

resource "aws_cloudfront_distribution" "this" {
  enabled             = true
  is_ipv6_enabled     = true
  comment             = "Site of ${title(element(split(".", var.site.domain), 0))}"
  default_root_object = "index.html"
  aliases             = local.hosts
  price_class         = "PriceClass_100"

  origin {
    origin_id                = "site"
    domain_name              = module.origin["site"].host
    origin_access_control_id = aws_cloudfront_origin_access_control.this.id
  }

  dynamic "origin" {
    for_each = toset([for b in var.behaviors : b.origin if can(b.origin)])
    content {
      origin_id   = origin.value
      domain_name = "${origin.value}.${var.site.domain}"
      custom_origin_config {
        http_port              = 80
        https_port             = 443
        origin_protocol_policy = "https-only"
        origin_ssl_protocols   = ["TLSv1.2"]
      }
    }
  }

  default_cache_behavior {
    target_origin_id           = "site"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    response_headers_policy_id = aws_cloudfront_response_headers_policy.this.id
    forwarded_values {
      query_string = false
      cookies {
        forward = "none"
      }
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = var.behaviors
    iterator = b
    content {
      path_pattern           = b.value.path
      target_origin_id       = lookup(b.value, "origin", "site")
      viewer_protocol_policy = b.key == 0 ? "redirect-to-https" : "https-only"
      allowed_methods        = can(b.value["origin"]) ? ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"] : ["GET", "HEAD"]
      cached_methods         = ["GET", "HEAD"]
      min_ttl                = 0
      default_ttl            = b.value.ttl
      max_ttl                = tonumber(b.value.ttl) * 2
      forwarded_values {
        query_string = true
        cookies {
          forward = "all"
        }
      }
    }
  }

  logging_config {
    bucket          = module.origin["logs"].host
    include_cookies = false
  }

  restrictions {
    geo_restriction {
      restriction_type = try(var.site.geo.type, "none")
      locations        = try(var.site.geo.countries, [])
    }
  }

  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate.this.arn
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}

resource "aws_route53_record" "alias" {
  for_each = { for pair in setproduct(local.hosts, ["A", "AAAA"]) : join(" ", reverse(pair)) => pair }
  zone_id  = "Z0000000EXAMPLE"
  name     = each.value[0]
  type     = each.value[1]
  alias {
    name                   = aws_cloudfront_distribution.this.domain_name
    zone_id                = aws_cloudfront_distribution.this.hosted_zone_id
    evaluate_target_health = false
  }
}

output "records" {
  value = sort(keys(aws_route53_record.alias))
}
