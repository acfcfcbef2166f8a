environment         = "staging"
domain              = "flashcards.staging.example.com"
zone_id             = "Z9876543210EXAMPLE"
alert_email         = "ops@example.com"
requests_per_second = 20
monthly_budget      = 10
recovery            = false
