variable "environment" {
  type        = string
  description = "Part of every name and tag."
}

variable "owner" {
  type        = string
  description = "Who answers for the costs."
  default     = "flashcards"
}

variable "domain" {
  type        = string
  description = "Host name of the site. The API behind the CDN answers as origin.<domain>."
}

variable "zone_id" {
  type        = string
  description = "Hosted zone of the domain."
}

variable "alert_email" {
  type        = string
  description = "Who hears alarms and budget warnings."
}

variable "requests_per_second" {
  type        = number
  description = "What the stage lets through. 100 users need far less."
  default     = 100
}

variable "monthly_budget" {
  type        = number
  description = "US dollars."
  default     = 30
}

variable "recovery" {
  type        = bool
  description = "Point-in-time recovery and deletion protection of the tables."
  default     = true
}

variable "log_retention_days" {
  type    = number
  default = 30
}
