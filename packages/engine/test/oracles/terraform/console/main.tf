# What the expressions in ../expressions.txt may refer to.

variable "name" {
  type    = string
  default = "flashcards"
}

variable "enabled" {
  type    = bool
  default = true
}

variable "replicas" {
  type    = number
  default = "3"
}

variable "converted" {
  type    = list(string)
  default = [1, true, "x"]
}

variable "ports" {
  type    = set(number)
  default = [443, 80, 443]
}

variable "labels" {
  type    = map(string)
  default = { tier = 1, public = true, owner = "core" }
}

variable "pair" {
  type    = tuple([string, number])
  default = [1, "2"]
}

variable "anything" {
  type    = any
  default = { a = [1, "x"], b = null }
}

variable "same" {
  type    = list(any)
  default = [1, "x", true]
}

variable "settings" {
  type = object({
    name    = string
    memory  = optional(number, 128)
    handler = optional(string)
    vpc = optional(object({
      subnets = optional(list(string), ["subnet-1"])
      private = optional(bool, true)
    }), {})
    tags = optional(map(string), {})
  })
  default = {
    name  = "worker"
    extra = "dropped by the conversion"
    vpc   = { private = "false" }
  }
}

variable "services" {
  type = map(object({
    port   = number
    public = optional(bool, false)
  }))
  default = {
    web = { port = "443", public = "true" }
    api = { port = 8080 }
  }
}

variable "absent" {
  type    = string
  default = null
}

variable "not_nullable" {
  type     = string
  default  = "kept"
  nullable = false
}

variable "secret" {
  type      = string
  default   = "hush"
  sensitive = true
}

# Without a default: unknown to the console.
variable "unknown_string" {
  type = string
}

variable "unknown_number" {
  type = number
}

variable "unknown_bool" {
  type = bool
}

variable "unknown_list" {
  type = list(string)
}

variable "unknown_map" {
  type = map(string)
}

variable "unknown_object" {
  type = object({ name = string, size = number })
}

variable "unknown_any" {}

locals {
  list       = ["a", "b", "c"]
  numbers    = [3, 1, 2]
  mixed      = ["a", 1, true, null]
  empty_list = []
  map        = { a = 1, b = 2, c = 3 }
  strings    = { env = "prod", team = "core" }
  empty_map  = {}
  set        = toset(["b", "a", "b"])
  nothing    = null
  object     = { name = "x", port = 80, tags = { env = "dev" }, list = [1, 2] }
  objects = [
    { name = "web", port = 80, zones = ["a", "b"] },
    { name = "api", port = 8080, zones = ["c"] },
    { name = "job", port = null, zones = [] },
  ]
  nested  = { one = { two = { three = [10, 20, { four = "deep" }] } } }
  secret  = sensitive("s3cret")
  unicode = "Grüße, 世界 👋🏽 e\u0301"
  quoted  = "she said \"hi\"\tand\nleft \\ \u00e9 \U0001F600"
  literal = "$${not} %%{either} $ % $$ %% {x}"
  key     = "b"
  index   = 1

  # A trailing comment // and /* another */ inside a string stay: "# // /* */"
  comment = "# // /* */" // after
  spread = [ # after a bracket
    1,       /* in between */
    2,       # last
  ]

  with_equals = { "quoted key" = 1, (local.key) = 2, a : 3, "${local.key}-x" = 4 }

  heredoc = <<EOT
first ${local.key}
  second
	tab \n is not an escape here
EOT

  heredoc_indented = <<-EOT
    first
      second ${local.index + 1}

    fourth $${kept} %%{kept}
    EOT

  heredoc_uneven = <<-EOT
        eight
      six
          ten
  EOT

  heredoc_list = [<<-A
    one
    A
    , <<-B
    two
    B
  ]

  heredoc_empty = <<EOT
EOT

  heredoc_quotes = <<EOT
{"json": "with \"quotes\"", "x": ${jsonencode(local.list)}}
EOT

  directive_if   = "%{if var.enabled}on%{else}off%{endif}"
  directive_bare = "a %{if !var.enabled}never%{endif} b"
  directive_for  = "%{for x in local.list}<${x}>%{endfor}"
  directive_kv   = "%{for k, v in local.map}${k}=${v};%{endfor}"
  directive_idx  = "%{for i, v in local.list}${i}:${v} %{endfor}"

  directive_lines = <<-EOT
    start
    %{for x in local.list}
    item ${x}
    %{endfor}
    end
  EOT

  directive_stripped = <<-EOT
    start
    %{~for x in local.list~}
    item ${x}
    %{~endfor~}
    end
  EOT

  directive_right = <<-EOT
    %{for x in local.list~}
    item ${x}
    %{endfor~}
    end
  EOT

  directive_nested = <<-EOT
    %{for o in local.objects~}
    %{if o.port != null~}
    ${o.name}:${o.port}
    %{else~}
    ${o.name} has none
    %{endif~}
    %{endfor~}
  EOT

  strip_interpolation = "a   ${~"b"~}   c"
  strip_heredoc       = <<-EOT
    left
    ${~local.key~}
    right
  EOT

  template         = "Hello, $${name}!"
  template_for     = "%%{for x in xs}[$${x}]%%{endfor}"
  template_bad     = "Hello, $${"
  template_unknown = "Hello, $${nobody}!"

  operators_over_lines = (
    1
    + 2
    * 3
  )

  conditional_lines = (
    var.enabled
    ? "yes"
    : "no"
  )

  chain = join(
    "-",
    [
      for x in local.list :
      upper(x)
      if x != "b"
    ],
  )
}
