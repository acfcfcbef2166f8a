resource "aws_kms_key" "database" {
  description         = "${var.name}: database"
  enable_key_rotation = true
}

resource "random_password" "master" {
  length  = 32
  special = false
}

# Changed by hand.
resource "aws_secretsmanager_secret" "master" {
  name_prefix = "${var.name}-database-"
  kms_key_id  = aws_kms_key.database.arn
}

resource "aws_secretsmanager_secret_version" "master" {
  secret_id     = aws_secretsmanager_secret.master.id
  secret_string = random_password.master.result
}

resource "aws_db_subnet_group" "main" {
  name_prefix = "${var.name}-"
  subnet_ids  = var.private_subnets
}

resource "aws_security_group" "database" {
  name_prefix = "${var.name}-database-"
  vpc_id      = var.vpc_id

  ingress {
    description     = "from the tasks"
    from_port       = 3306
    to_port         = 3306
    protocol        = "tcp"
    security_groups = [var.client_group]
  }
}

resource "aws_rds_cluster" "main" {
  cluster_identifier              = var.name
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.08.0"
  database_name                   = "web"
  master_username                 = "web"
  master_password                 = random_password.master.result
  db_subnet_group_name            = aws_db_subnet_group.main.name
  vpc_security_group_ids          = [aws_security_group.database.id]
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.database.arn
  backup_retention_period         = var.backup_days
  preferred_backup_window         = "03:00-04:00"
  deletion_protection             = var.protected
  skip_final_snapshot             = !var.protected
  final_snapshot_identifier       = "${var.name}-final"
  enabled_cloudwatch_logs_exports = ["audit", "error", "slowquery"]
}

resource "aws_rds_cluster_instance" "main" {
  count = var.instances

  identifier           = "${var.name}-${count.index}"
  cluster_identifier   = aws_rds_cluster.main.id
  engine               = aws_rds_cluster.main.engine
  instance_class       = var.instance_class
  db_subnet_group_name = aws_db_subnet_group.main.name
}
