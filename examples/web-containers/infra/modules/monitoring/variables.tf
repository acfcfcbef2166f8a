variable "name" {
  type = string
}

variable "alert_email" {
  type = string
}

variable "budget_usd" {
  type = number
}

variable "cluster" {
  type = string
}

variable "service" {
  type = string
}

variable "database" {
  type = string
}

variable "load_balancer_arn" {
  type = string
}

variable "load_balancer_label" {
  type = string
}

variable "target_group_label" {
  type = string
}
