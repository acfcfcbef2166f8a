#!/bin/sh
# Brings the last version back.
set -e
function=flashcards-prod-api

version=$(aws lambda list-versions-by-function --function-name "$function" --query 'Versions[-2].Version' --output text)
echo "would publish version $version of $function again"
