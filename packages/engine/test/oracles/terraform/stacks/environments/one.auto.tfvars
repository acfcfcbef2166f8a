overrides = {
  prod = {
    memory = "2048"
    table  = { name = "cards-prod" }
  }
  dev = {
    alarms = true
  }
}
