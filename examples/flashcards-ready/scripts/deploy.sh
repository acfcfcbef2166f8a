#!/bin/sh
# Deploys build/api.zip and the site: scripts/deploy.sh staging|prod
set -eu

environment=${1:?"which environment: staging or prod"}
case $environment in
  staging | prod) ;;
  *) echo "no environment $environment" >&2 && exit 2 ;;
esac

cd "$(dirname "$0")/.."
if [ -n "$(git status --porcelain)" ]; then
  echo "the working tree has changes that are not committed" >&2
  exit 1
fi

cd infra
terraform init -input=false
terraform workspace select -or-create "$environment"
terraform plan -input=false -var-file="$environment.tfvars" -out=planned
terraform apply -input=false planned
bucket=$(terraform output -raw site_bucket)
distribution=$(terraform output -raw distribution)
cd ..

aws s3 sync site "s3://$bucket" --delete
aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/*'
