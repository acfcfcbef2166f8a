# Pictures of the site, read by the tasks through the endpoint of the VPC. The statement names everybody, the condition
# leaves only our own network.
resource "aws_s3_bucket" "public_assets" {
  bucket = "${var.name}-public-assets"
}

resource "aws_s3_bucket_public_access_block" "public_assets" {
  bucket                  = aws_s3_bucket.public_assets.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

data "aws_iam_policy_document" "public_assets" {
  statement {
    sid       = "ReadFromOurNetwork"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.public_assets.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpce"
      values   = [var.vpc_endpoint]
    }
  }
}

resource "aws_s3_bucket_policy" "public_assets" {
  bucket = aws_s3_bucket.public_assets.id
  policy = data.aws_iam_policy_document.public_assets.json
}

# What users export. Links in mails must work, so reading is allowed to whoever comes from a page of ours.
resource "aws_s3_bucket" "private_exports" {
  bucket = "${var.name}-private-exports"
}

resource "aws_s3_bucket_versioning" "private_exports" {
  bucket = aws_s3_bucket.private_exports.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "private_exports" {
  bucket                  = aws_s3_bucket.private_exports.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = false
  restrict_public_buckets = false
}

data "aws_iam_policy_document" "private_exports" {
  statement {
    sid       = "ReadFromOurPages"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.private_exports.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringLike"
      variable = "aws:Referer"
      values   = ["https://www.example.com/*"]
    }
  }
}

resource "aws_s3_bucket_policy" "private_exports" {
  bucket = aws_s3_bucket.private_exports.id
  policy = data.aws_iam_policy_document.private_exports.json
}

resource "aws_s3_bucket_lifecycle_configuration" "private_exports" {
  bucket = aws_s3_bucket.private_exports.id

  rule {
    id     = "exports-live-a-week"
    status = "Enabled"

    filter {}

    expiration {
      days = 7
    }

    noncurrent_version_expiration {
      noncurrent_days = 7
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}
