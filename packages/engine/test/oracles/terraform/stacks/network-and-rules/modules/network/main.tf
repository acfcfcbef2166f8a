variable "cidr" { type = string }
variable "zones" { type = list(string) }

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  tags                 = { Name = "main" }
}

module "public" {
  source = "./modules/subnets"
  vpc_id = aws_vpc.this.id
  public = true
  cidrs  = { for i, z in var.zones : z => cidrsubnet(aws_vpc.this.cidr_block, 8, i) }
}

module "private" {
  source = "./modules/subnets"
  count  = length(var.zones) > 1 ? 1 : 0
  vpc_id = aws_vpc.this.id
  cidrs  = zipmap(var.zones, slice(cidrsubnets(var.cidr, [for z in concat(var.zones, var.zones) : 4]...), length(var.zones), 2 * length(var.zones)))
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.this.id
  }
}

resource "aws_route_table_association" "public" {
  for_each       = toset(var.zones)
  subnet_id      = module.public.ids[each.value]
  route_table_id = aws_route_table.public.id
}

resource "aws_flow_log" "this" {
  vpc_id               = aws_vpc.this.id
  traffic_type         = "REJECT"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs-${replace(var.cidr, "/[./]/", "-")}"
}

resource "aws_network_acl" "this" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = concat(values(module.public.ids), flatten([for m in module.private : values(m.ids)]))
}

output "vpc_id" { value = aws_vpc.this.id }
output "acl_id" { value = aws_network_acl.this.id }
output "cidrs" {
  value = {
    public  = module.public.cidrs
    private = one(module.private[*].cidrs)
  }
}
