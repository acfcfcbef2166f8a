variable "name" { type = string }
variable "tags" {
  type    = map(string)
  default = {}
}

resource "aws_sqs_queue" "this" {
  name = var.name
  tags = var.tags
}

moved {
  from = aws_sqs_queue.main
  to   = aws_sqs_queue.this
}

output "name" { value = aws_sqs_queue.this.name }
output "url" { value = aws_sqs_queue.this.url }
