variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "cidr" {
  type    = string
  default = "10.20.0.0/16"
}

variable "zones" {
  type    = number
  default = 3
}

variable "rules" {
  type = list(object({
    port   = number
    cidrs  = optional(list(string), [])
    groups = optional(list(string), [])
    note   = optional(string)
  }))
  default = [
    { port = 443, cidrs = ["0.0.0.0/0"], note = "public" },
    { port = 8080, groups = ["web"] },
    { port = 5432, groups = ["app", "web"] },
  ]
}

locals {
  tags  = { Environment = terraform.workspace, Cost = "network" }
  names = ["web", "app", "db"]
  zones = [for i in range(var.zones) : "${var.region}${substr("abcdef", i, 1)}"]
  open = {
    for i, r in var.rules : format("%02d-%d", i, r.port) => r
  }
}

module "network" {
  source = "./modules/network"
  cidr   = var.cidr
  zones  = local.zones
}

resource "aws_security_group" "this" {
  for_each    = toset(local.names)
  name        = each.key
  description = "The ${each.key} tier"
  vpc_id      = module.network.vpc_id
  tags        = { Name = upper(each.key), Cost = "compute" }
}

resource "aws_vpc_security_group_ingress_rule" "cidr" {
  for_each = merge([
    for key, r in local.open : { for c in r.cidrs : "${key} ${c}" => { port = r.port, cidr = c, note = r.note } }
  ]...)
  security_group_id = aws_security_group.this["web"].id
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr
  description       = each.value.note
}

resource "aws_security_group_rule" "group" {
  for_each = {
    for pair in flatten([for r in var.rules : [for g in r.groups : { port = r.port, from = g }]]) :
    "${pair.from}:${pair.port}" => pair
  }
  type                     = "ingress"
  security_group_id        = aws_security_group.this[each.value.port == 5432 ? "db" : "app"].id
  source_security_group_id = aws_security_group.this[each.value.from].id
  protocol                 = "tcp"
  from_port                = each.value.port
  to_port                  = each.value.port
}

resource "aws_security_group" "inline" {
  name   = "inline"
  vpc_id = module.network.vpc_id

  dynamic "ingress" {
    for_each = [for r in var.rules : r if length(r.cidrs) > 0]
    content {
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ingress.value.cidrs
      description = coalesce(ingress.value.note, "none")
    }
  }

  egress {
    from_port        = 0
    to_port          = 0
    protocol         = -1
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_network_acl_rule" "ssh" {
  count          = length(local.zones) > 2 ? 1 : 0
  network_acl_id = module.network.acl_id
  rule_number    = 100 + count.index
  protocol       = "6"
  rule_action    = "deny"
  cidr_block     = "0.0.0.0/0"
  from_port      = 22
  to_port        = 22
}

output "subnets" {
  value = module.network.cidrs
}

output "zones" {
  value = zipmap(local.zones, range(length(local.zones)))
}

output "vpc" {
  value = module.network.vpc_id
}
