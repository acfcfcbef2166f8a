/** A relational database as it should be; the example has none. */
export const DATABASE_FILE = 'orders.tf';
export const DATABASE_ADDRESS = 'aws_db_instance.orders';
export const DATABASE = `resource "aws_db_instance" "orders" {
  identifier                  = "\${local.name}-orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "orders"
  manage_master_user_password = true
  multi_az                    = true
  publicly_accessible         = false
  storage_encrypted           = true
  deletion_protection         = true
  backup_retention_period     = 30
}
`;
