import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';

const table = process.env.LOOKS_TABLE;
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async ({ arguments: { user } }) => {
  const { Items } = await db.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: '#user = :user',
      ExpressionAttributeNames: { '#user': 'user' },
      ExpressionAttributeValues: { ':user': user },
    }),
  );
  return Items;
};
