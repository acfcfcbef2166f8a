import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';

const table = process.env.LOOKS_TABLE;
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async ({ arguments: { user } }) => {
  console.log(`looks of ${user} asked for`);
  const { Items } = await db.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: '#user = :user',
      ExpressionAttributeNames: { '#user': 'user' },
      ExpressionAttributeValues: { ':user': user },
    }),
  );
  console.log(`${Items.length} looks found`);
  return Items;
};
