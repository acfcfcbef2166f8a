variable "environment" {
  type        = string
  description = "dev or prod"
}

variable "availability_zones" {
  type    = list(string)
  default = ["us-east-1a", "us-east-1b"]
}

variable "image_tag" {
  type        = string
  description = "tag of the image to run, given by the pipeline"
  default     = "latest"
}

variable "tasks_min" {
  type = number
}

variable "tasks_max" {
  type = number
}

variable "database_instances" {
  type = number
}

variable "database_class" {
  type = string
}

variable "backup_days" {
  type = number
}

variable "alert_email" {
  type        = string
  description = "who hears of alarms; nobody where empty"
  default     = ""
}

variable "budget_usd" {
  type = number
}
