output "exports_bucket" {
  value = aws_s3_bucket.private_exports.bucket
}
