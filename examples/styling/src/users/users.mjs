import { AdminDeleteUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  ExecuteStatementCommand,
  PutCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';

const table = process.env.USERS_TABLE;
const pool = process.env.USER_POOL_ID;
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const accounts = new CognitoIdentityProviderClient({});

/** The users that there are. */
export async function list() {
  const { Items } = await db.send(new ScanCommand({ TableName: table }));
  return Items;
}

/** The users with an address. */
export async function byEmail(email) {
  const { Items } = await db.send(
    new ExecuteStatementCommand({
      Statement: `SELECT * FROM "${table}"."by-email" WHERE email = '${email}'`,
    }),
  );
  return Items;
}

/** Keeps a user, new or changed. */
export async function put(user) {
  await db.send(new PutCommand({ TableName: table, Item: user }));
}

/** Takes away a user and the account that signs in. */
export async function remove(id) {
  await db.send(new DeleteCommand({ TableName: table, Key: { id } }));
  await accounts.send(new AdminDeleteUserCommand({ UserPoolId: pool, Username: id }));
}
