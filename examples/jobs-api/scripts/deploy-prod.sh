#!/usr/bin/env bash
# Production, as soon as the stack exists.
set -euo pipefail
npx cdk deploy --all -c env=dev --require-approval never --outputs-file outputs.json
