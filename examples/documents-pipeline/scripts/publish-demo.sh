#!/usr/bin/env bash
# Copies the demo page to the bucket of the day.
set -euo pipefail
aws s3 sync "$(dirname "$0")/../demo" "s3://${1:?the bucket}" --delete
