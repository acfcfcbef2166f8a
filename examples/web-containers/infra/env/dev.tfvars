environment        = "dev"
tasks_min          = 1
tasks_max          = 2
database_instances = 1
database_class     = "db.t4g.medium"
backup_days        = 7
alert_email        = "team@example.com"
budget_usd         = 150
