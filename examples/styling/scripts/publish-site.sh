#!/bin/sh
# Publishes the pages of a stack: scripts/publish-site.sh styling-dev
set -eu

stack="$1"
physical() {
  aws cloudformation describe-stack-resource --stack-name "$stack" --logical-resource-id "$1" \
    --query StackResourceDetail.PhysicalResourceId --output text
}

graph=$(basename "$(physical Graph)")
pool=$(physical People)
domain=$(aws cognito-idp describe-user-pool --user-pool-id "$pool" --query UserPool.Domain --output text)

cat > site/config.json <<JSON
{
  "api": "https://$(physical Api).execute-api.us-east-1.amazonaws.com/${stack#styling-}",
  "graph": "$(aws appsync get-graphql-api --api-id "$graph" --query graphqlApi.uris.GRAPHQL --output text)",
  "graphKey": "$(aws appsync list-api-keys --api-id "$graph" --query 'apiKeys[0].id' --output text)",
  "signIn": "https://$domain.auth.us-east-1.amazoncognito.com",
  "client": "$(physical Site)"
}
JSON

aws s3 sync site "s3://$(physical PublicSite)" --delete --exclude config.example.json
aws cloudfront create-invalidation --distribution-id "$(physical Cdn)" --paths '/*'
