variable "name" {
  type = string
}

variable "handler" {
  type = string
}

variable "package" {
  type        = string
  description = "Path of the archive that holds the code."
}

variable "memory_mb" {
  type = number
}

variable "timeout_seconds" {
  type = number
}

variable "reserved_concurrency" {
  type        = number
  description = "Most containers at once. The concurrency alarm sounds at four fifths of it."
}

variable "environment" {
  type        = map(string)
  description = "No secrets: their ARNs."
}

variable "policy" {
  type        = string
  description = "What the function may do beside logs and traces."
}

variable "log_retention_days" {
  type = number
}

variable "alarm_topic_arn" {
  type = string
}
