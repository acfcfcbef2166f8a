variable "name" {
  type = string
}

variable "attach" {
  type        = bool
  description = "whether the load balancer is behind it"
}

variable "load_balancer" {
  type = string
}

variable "requests_per_ip" {
  type        = number
  description = "in five minutes"
}
