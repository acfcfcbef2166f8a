variable "project" {
  type    = string
  default = "flashcards"
}

variable "buckets" {
  type = map(object({
    versioned   = optional(bool, true)
    expire_days = optional(number)
    kms         = optional(bool, false)
    public      = optional(object({ read = optional(bool, false) }), {})
    tags        = optional(map(string), {})
  }))
}
