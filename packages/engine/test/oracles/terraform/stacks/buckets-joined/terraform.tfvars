buckets = {
  uploads = {
    expire_days = 30
    tags        = { Data = "personal" }
  }
  logs = {
    versioned   = false
    expire_days = 365
    kms         = true
  }
  assets = {
    public = { read = true }
  }
}
