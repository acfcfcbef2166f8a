#!/bin/sh
# Deploys a stage from a commit: scripts/deploy.sh dev|prod
set -eu

stage="$1"
cd "$(dirname "$0")/.."
if [ -n "$(git status --porcelain)" ]; then
  echo 'Commit first: what is deployed must be found again.' >&2
  exit 1
fi

sam build
sam deploy --config-env "$stage" --resolve-s3 --capabilities CAPABILITY_IAM --tags "commit=$(git rev-parse HEAD)"
scripts/publish-site.sh "styling-$stage"
