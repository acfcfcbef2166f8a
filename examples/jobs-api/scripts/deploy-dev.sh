#!/usr/bin/env bash
set -euo pipefail
npx cdk deploy --all -c env=dev --require-approval never --outputs-file outputs.json
