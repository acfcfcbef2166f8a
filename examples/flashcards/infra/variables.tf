variable "region" {
  type        = string
  description = "Region of everything in this stack."
  default     = "us-east-1"
}

variable "environment" {
  type        = string
  description = "Part of every name."
}

variable "memory_mb" {
  type        = number
  description = "Memory of the API function. 512 MB answered a warm review in about 300 ms."
  default     = 512
}

variable "token_lifetime" {
  type        = string
  description = "Seconds until a sign-in token expires. Given on the command line."
}

variable "log_retention_days" {
  type    = number
  default = 14
}

locals {
  name = "flashcards-${var.environment}"
}
