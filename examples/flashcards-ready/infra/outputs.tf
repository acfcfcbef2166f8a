output "site_url" {
  value = "https://${var.domain}/"
}

output "site_bucket" {
  value = module.site.bucket
}

output "sign_in" {
  value = {
    domain = "https://${aws_cognito_user_pool_domain.users.domain}.auth.us-east-1.amazoncognito.com"
    client = aws_cognito_user_pool_client.site.id
  }
}

output "distribution" {
  value = aws_cloudfront_distribution.app.id
}

output "user_pool" {
  value = aws_cognito_user_pool.users.id
}
