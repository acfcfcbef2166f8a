variable "vpc_id" {}
variable "public" { default = false }
variable "cidrs" { type = map(string) }

resource "aws_subnet" "this" {
  for_each                = var.cidrs
  vpc_id                  = var.vpc_id
  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = var.public
  tags                    = { Name = "${var.public ? "public" : "private"}-${substr(each.key, -1, 1)}" }
}

output "ids" { value = { for k, s in aws_subnet.this : k => s.id } }
output "cidrs" { value = values(aws_subnet.this)[*].cidr_block }
