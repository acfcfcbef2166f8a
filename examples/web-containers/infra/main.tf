locals {
  name = "web-${var.environment}"
}

module "network" {
  source             = "./modules/network"
  name               = local.name
  availability_zones = var.availability_zones
}

module "load_balancer" {
  source         = "./modules/load-balancer"
  name           = local.name
  vpc_id         = module.network.vpc_id
  public_subnets = module.network.public_subnets
}

module "firewall" {
  source          = "./modules/firewall"
  name            = local.name
  attach          = var.environment == "prod"
  load_balancer   = module.load_balancer.arn
  requests_per_ip = 2000
}

module "database" {
  source          = "./modules/database"
  name            = local.name
  vpc_id          = module.network.vpc_id
  private_subnets = module.network.private_subnets
  client_group    = module.service.security_group
  instances       = var.database_instances
  instance_class  = var.database_class
  backup_days     = var.backup_days
  protected       = var.environment == "prod"
}

module "service" {
  source          = "./modules/service"
  name            = local.name
  vpc_id          = module.network.vpc_id
  private_subnets = module.network.private_subnets
  balancer_group  = module.load_balancer.security_group
  target_group    = module.load_balancer.target_group
  image_tag       = var.image_tag
  tasks_min       = var.tasks_min
  tasks_max       = var.tasks_max
  database_host   = module.database.endpoint
  database_secret = module.database.secret
  exports_bucket  = module.files.exports_bucket
}

module "files" {
  source       = "./modules/files"
  name         = local.name
  vpc_endpoint = module.network.s3_endpoint
}

module "monitoring" {
  source              = "./modules/monitoring"
  name                = local.name
  alert_email         = var.alert_email
  budget_usd          = var.budget_usd
  cluster             = module.service.cluster
  service             = module.service.service
  database            = module.database.cluster
  load_balancer_arn   = module.load_balancer.arn
  load_balancer_label = module.load_balancer.label
  target_group_label  = module.load_balancer.target_group_label
}
