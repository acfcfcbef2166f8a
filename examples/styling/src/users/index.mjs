import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';

const table = process.env.USERS_TABLE;
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async (event) => {
  switch (event.httpMethod) {
    case 'GET': {
      const { Items } = await db.send(new ScanCommand({ TableName: table }));
      return answer(200, Items);
    }
    case 'POST':
      await db.send(new PutCommand({ TableName: table, Item: JSON.parse(event.body) }));
      return answer(201, {});
    case 'DELETE':
      await db.send(new DeleteCommand({ TableName: table, Key: { id: event.pathParameters.id } }));
      return answer(204, {});
    default:
      return answer(405, {});
  }
};

const answer = (statusCode, body) => ({ statusCode, body: JSON.stringify(body) });
