#!/bin/sh
# Whether the commit that was deployed answers, and is healthy: scripts/smoke.sh https://flashcards.example.com <commit>
set -eu

answer=$(curl --fail --silent --show-error --max-time 10 --retry 5 --retry-delay 5 "$1/api/health")
echo "$answer"
echo "$answer" | jq --exit-status --arg commit "$2" '.healthy and .version == $commit' > /dev/null
