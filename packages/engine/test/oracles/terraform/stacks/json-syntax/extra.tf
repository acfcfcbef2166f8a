# A root may hold both syntaxes.
resource "aws_cloudwatch_log_stream" "this" {
  for_each       = module.group
  name           = "${local.joined}-${each.key}"
  log_group_name = each.value.name
}
