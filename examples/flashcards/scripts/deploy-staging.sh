#!/bin/sh
# Deploys staging.
set -e
cd "$(dirname "$0")/.."

make build/api.zip
cd infra
terraform init -input=false
# There are no variables for staging yet, and the length of a session is decided later.
terraform apply -input=false -auto-approve -var-file=prod.tfvars -var token_lifetime=""
cd ..
aws s3 sync site "s3://$(cd infra && terraform output -raw site_bucket)"
