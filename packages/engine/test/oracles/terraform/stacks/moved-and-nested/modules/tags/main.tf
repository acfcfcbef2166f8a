variable "name" { type = string }
locals {
  base = { Name = var.name, Module = basename(abspath(path.module)) }
}
output "all" { value = merge(local.base, { Hash = substr(sha256(var.name), 0, 8) }) }
