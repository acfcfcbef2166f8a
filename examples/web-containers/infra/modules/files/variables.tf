variable "name" {
  type = string
}

variable "vpc_endpoint" {
  type        = string
  description = "gateway endpoint of S3"
}
