variable "environment" {
  type = string
}

variable "instances" {
  type = map(object({ class = string, promotion = optional(number, 1), public = optional(bool) }))
}

variable "password" {
  type      = string
  sensitive = true
}

locals {
  production = var.environment == "production"
  parameters = {
    log_statement             = "ddl"
    "rds.force_ssl"           = 1
    log_min_duration_statement = local.production ? 1000 : 0
  }
  writers = [for k, i in var.instances : k if i.promotion == 0]
}

resource "aws_rds_cluster_parameter_group" "this" {
  name   = "cards-${var.environment}"
  family = "aurora-postgresql16"

  dynamic "parameter" {
    for_each = local.parameters
    content {
      name         = parameter.key
      value        = parameter.value
      apply_method = parameter.key == "rds.force_ssl" ? "pending-reboot" : "immediate"
    }
  }
}

resource "aws_db_subnet_group" "this" {
  name       = "cards"
  subnet_ids = formatlist("subnet-%08d", range(1, 4))
}

resource "aws_rds_cluster" "this" {
  cluster_identifier              = "cards-${var.environment}"
  engine                          = "aurora-postgresql"
  engine_version                  = "16.4"
  database_name                   = replace("flash-cards", "-", "_")
  master_username                 = "owner"
  master_password                 = var.password
  db_subnet_group_name            = aws_db_subnet_group.this.name
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name
  storage_encrypted               = true
  deletion_protection             = local.production
  skip_final_snapshot             = !local.production
  final_snapshot_identifier       = local.production ? "cards-final" : null
  backup_retention_period         = local.production ? 35 : 1
  enabled_cloudwatch_logs_exports = ["postgresql"]

  dynamic "serverlessv2_scaling_configuration" {
    for_each = contains(values(var.instances)[*].class, "db.serverless") ? [{ min = 0.5, max = 8 }] : []
    content {
      min_capacity = serverlessv2_scaling_configuration.value.min
      max_capacity = serverlessv2_scaling_configuration.value["max"]
    }
  }
}

module "instance" {
  source   = "./modules/instance"
  for_each = var.instances

  cluster   = aws_rds_cluster.this
  name      = each.key
  class     = each.value.class
  promotion = each.value.promotion
  public    = each.value.public
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  for_each            = module.instance
  alarm_name          = "cpu-${each.key}"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  period              = 300
  evaluation_periods  = 2
  dimensions          = { DBInstanceIdentifier = each.value.identifier }
}

resource "aws_db_instance" "reporting" {
  count                   = local.production ? 1 : 0
  identifier              = "reporting"
  engine                  = "postgres"
  instance_class          = "db.t4g.micro"
  allocated_storage       = 20
  max_allocated_storage   = 20 * pow(2, 3)
  username                = "report"
  password                = "${var.password}-report"
  storage_encrypted       = true
  multi_az                = true
  backup_retention_period = 7
  skip_final_snapshot     = true
  publicly_accessible     = false
}

output "writer" {
  value = one(local.writers)
}

output "password_length" {
  value     = length(var.password)
  sensitive = true
}
