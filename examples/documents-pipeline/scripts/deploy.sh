#!/usr/bin/env bash
# scripts/deploy.sh dev | prod
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  dev) npx cdk deploy --all --require-approval never ;;
  prod) npx cdk deploy --all -c environment=prod --require-approval never ;;
  *) echo "usage: scripts/deploy.sh dev | prod" >&2; exit 2 ;;
esac
