environment        = "prod"
domain             = "flashcards.example.com"
zone_id            = "Z0123456789EXAMPLE"
alert_email        = "ops@example.com"
log_retention_days = 90
