variable "cluster" {
  type = object({
    id             = string
    engine         = string
    engine_version = string
  })
}
variable "name" { type = string }
variable "class" { type = string }
variable "promotion" { type = number }
variable "public" {
  type     = bool
  default  = false
  nullable = false
}

resource "aws_rds_cluster_instance" "this" {
  identifier                   = "cards-${var.name}"
  cluster_identifier           = var.cluster.id
  engine                       = var.cluster.engine
  engine_version               = var.cluster.engine_version
  instance_class               = var.class
  promotion_tier               = var.promotion
  publicly_accessible          = var.public
  performance_insights_enabled = var.class != "db.serverless"
}

output "identifier" { value = aws_rds_cluster_instance.this.identifier }
