variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "private_subnets" {
  type = list(string)
}

variable "client_group" {
  type        = string
  description = "security group of those who may connect"
}

variable "instances" {
  type = number
}

variable "instance_class" {
  type = string
}

variable "backup_days" {
  type = number
}

variable "protected" {
  type = bool
}
