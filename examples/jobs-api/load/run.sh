#!/usr/bin/env bash
# Two hundred users at once, fifty requests each.
set -euo pipefail
npx --yes artillery@2.0.34 quick --count 200 --num 50 "${API_URL:?the address of the API}/health"
