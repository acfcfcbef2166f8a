#!/usr/bin/env bash
# Copies what the stacks tell into the env file that the site is built with.
set -euo pipefail
jq -r '[.[]] | add | "VITE_API_URL=\(.ApiUrl)\nVITE_USER_POOL_ID=\(.UserPoolId)\nVITE_CLIENT_ID=\(.ClientId)"' \
  outputs.json > site/.env.local
