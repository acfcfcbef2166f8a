environment = "dev"
instances = {
  one = { class = "db.serverless" }
}
