terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.60"
    }
  }

  backend "s3" {
    bucket       = "example-terraform-state"
    key          = "flashcards/terraform.tfstate"
    region       = "us-east-1"
    encrypt      = true
    use_lockfile = true
  }
}

# One region for all: certificates and web ACLs of CloudFront live in us-east-1 anyway.
provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      project     = "flashcards"
      environment = var.environment
      owner       = var.owner
    }
  }
}
