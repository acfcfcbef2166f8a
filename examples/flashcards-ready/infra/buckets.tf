module "site" {
  source = "./modules/bucket"

  name   = "${local.name}-site"
  policy = data.aws_iam_policy_document.site.json
}

# One SQLite file per user: users/<id>.db.
module "data" {
  source = "./modules/bucket"

  name              = "${local.name}-data"
  old_versions_days = 90
}

# Access logs of the buckets and the CDN, and the trail of the account.
module "logs" {
  source = "./modules/bucket"

  name         = "${local.name}-logs"
  expires_days = 365
  accepts_acls = true
  policy       = data.aws_iam_policy_document.logs.json
}

resource "aws_s3_bucket_logging" "to_logs" {
  for_each = {
    site = module.site.bucket
    data = module.data.bucket
  }

  bucket        = each.value
  target_bucket = module.logs.bucket
  target_prefix = "s3/${each.key}/"
}

data "aws_iam_policy_document" "site" {
  statement {
    sid       = "ReadByTheDistribution"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::${local.name}-site/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [aws_cloudfront_distribution.app.arn]
    }
  }
}

data "aws_iam_policy_document" "logs" {
  statement {
    sid       = "AccessLogsOfBuckets"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.name}-logs/s3/*"]

    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  statement {
    sid       = "TrailAsksForTheAcl"
    actions   = ["s3:GetBucketAcl"]
    resources = ["arn:aws:s3:::${local.name}-logs"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }

  statement {
    sid       = "TrailWrites"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.name}-logs/cloudtrail/AWSLogs/${data.aws_caller_identity.current.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }
  }
}
