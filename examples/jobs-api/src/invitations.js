const { AdminCreateUserCommand, CognitoIdentityProviderClient } = require('@aws-sdk/client-cognito-identity-provider');

const users = new CognitoIdentityProviderClient({});

/** Invites a colleague into the same company. */
exports.create = async ({ event, tenant }) => {
  const { email } = JSON.parse(event.body);
  await users.send(
    new AdminCreateUserCommand({
      UserPoolId: process.env.USER_POOL_ID,
      Username: email,
      UserAttributes: [{ Name: 'custom:tenant', Value: tenant }],
    }),
  );
  return { invited: true };
};
