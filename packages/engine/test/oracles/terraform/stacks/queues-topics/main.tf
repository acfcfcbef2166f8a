variable "prefix" {
  type    = string
  default = "cards"
}

locals {
  queues = {
    mail   = { visibility = 30 }
    import = { visibility = 900, fifo = true }
    audit  = {}
  }
  subscriptions = {
    for pair in setproduct(["created", "deleted"], ["audit", "mail"]) :
    "${pair[0]}/${pair[1]}" => { topic = pair[0], queue = pair[1] }
    if !(pair[0] == "deleted" && pair[1] == "mail")
  }
  account = "111122223333"
}

module "queue" {
  source     = "./modules/queue"
  for_each   = local.queues
  name       = "${var.prefix}-${each.key}"
  visibility = try(each.value.visibility, null)
  fifo       = try(each.value.fifo, false)
}

resource "aws_sns_topic" "this" {
  for_each          = toset(values(local.subscriptions)[*].topic)
  name              = "${var.prefix}-${each.value}"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic_subscription" "this" {
  for_each             = local.subscriptions
  topic_arn            = aws_sns_topic.this[each.value.topic].arn
  endpoint             = module.queue[each.value.queue].arn
  protocol             = "sqs"
  raw_message_delivery = each.value.queue == "audit"
  filter_policy = each.value.queue != "mail" ? null : jsonencode({
    kind  = ["card", "deck"]
    count = [{ numeric = [">", 0] }]
  })
}

data "aws_iam_policy_document" "base" {
  policy_id = "base"
  statement {
    sid       = "Owner"
    actions   = ["sqs:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${local.account}:root", "arn:aws:iam::444455556666:root"]
    }
  }
}

data "aws_iam_policy_document" "queue" {
  for_each                = local.queues
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  override_policy_documents = each.key == "import" ? [jsonencode({
    Statement = [{ Sid = "Owner", Effect = "Deny", Action = "sqs:PurgeQueue", Resource = "*", Principal = "*" }]
  })] : []

  statement {
    sid       = "Topics"
    actions   = ["sqs:SendMessage"]
    resources = ["arn:aws:sqs:eu-central-1:${local.account}:${var.prefix}-${each.key}"]
    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values = [
        for s in values(local.subscriptions) :
        "arn:aws:sns:eu-central-1:${local.account}:${var.prefix}-${s.topic}" if s.queue == each.key
      ]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_sqs_queue_policy" "this" {
  for_each  = module.queue
  queue_url = each.value.url
  policy    = data.aws_iam_policy_document.queue[each.key].json
}

output "subscriptions" {
  value = { for k, s in aws_sns_topic_subscription.this : k => s.raw_message_delivery }
}

output "dead_letters" {
  value = [for k in sort(keys(module.queue)) : module.queue[k].dead_letter_name]
}
