environment        = "prod"
tasks_min          = 2
tasks_max          = 6
database_instances = 2
database_class     = "db.r6g.large"
backup_days        = 14
budget_usd         = 400
