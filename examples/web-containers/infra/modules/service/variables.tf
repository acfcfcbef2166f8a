variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "private_subnets" {
  type = list(string)
}

variable "balancer_group" {
  type = string
}

variable "target_group" {
  type = string
}

variable "image_tag" {
  type = string
}

variable "tasks_min" {
  type = number
}

variable "tasks_max" {
  type = number
}

variable "database_host" {
  type = string
}

variable "database_secret" {
  type        = string
  description = "ARN of the secret with the password"
}

variable "exports_bucket" {
  type = string
}
