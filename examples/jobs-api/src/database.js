const { Client } = require('pg');
const { GetSecretValueCommand, SecretsManagerClient } = require('@aws-sdk/client-secrets-manager');

const secrets = new SecretsManagerClient({});

/** A connection for one call; nothing pools them. */
exports.connect = async () => {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.DATABASE_SECRET }));
  const { username, password } = JSON.parse(SecretString);
  const client = new Client({ host: process.env.DATABASE_HOST, user: username, password, database: 'jobs' });
  await client.connect();
  return client;
};
