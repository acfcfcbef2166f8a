variable "name" {
  type = string
}

variable "policy" {
  type        = string
  description = "Statements beside the one that refuses plain HTTP."
  default     = null
}

variable "old_versions_days" {
  type    = number
  default = 30
}

variable "expires_days" {
  type        = number
  description = "Null keeps objects for good."
  default     = null
}

variable "accepts_acls" {
  type        = bool
  description = "The standard logs of CloudFront come with an ACL."
  default     = false
}
