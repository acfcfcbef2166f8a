#!/bin/sh
# Deploys the infrastructure of dev with the image of a commit: scripts/deploy-dev.sh <commit>
set -eu

cd "$(dirname "$0")/../infra"
terraform init
terraform workspace select dev
terraform apply -var-file=env/dev.tfvars -var "image_tag=$1"
