#!/bin/sh
# Deploys production when the pipeline is down.
set -eu

cd "$(dirname "$0")/../infra"
docker build -t "111122223333.dkr.ecr.us-east-1.amazonaws.com/web-dev:latest" ../app
docker push "111122223333.dkr.ecr.us-east-1.amazonaws.com/web-dev:latest"
terraform init
terraform workspace select dev
terraform apply -auto-approve -var-file=env/dev.tfvars
