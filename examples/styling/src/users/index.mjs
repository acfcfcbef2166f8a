import { logger } from './log.mjs';
import { count } from './metrics.mjs';
import * as users from './users.mjs';

const SITE = 'https://app.styling.example.com';

const routes = {
  'GET /users': async ({ queryStringParameters }) => {
    const email = queryStringParameters?.email;
    return answer(200, email === undefined ? await users.list() : await users.byEmail(email));
  },
  'POST /users': async ({ body }) => {
    await users.put(JSON.parse(body));
    count('SignUps');
    return answer(201, {});
  },
  'DELETE /users/{id}': async ({ pathParameters }) => {
    await users.remove(pathParameters.id);
    return answer(204, {});
  },
};

export const handler = async (event) => {
  const log = logger(event.requestContext.requestId);
  log('info', 'request', { event });

  const route = routes[`${event.httpMethod} ${event.resource}`];
  if (route === undefined) return failure(405, 'not-allowed', 'no such method here');
  try {
    return await route(event);
  } catch (error) {
    log('error', 'failed', { error: error.message, stack: error.stack });
    return failure(500, 'internal', 'something went wrong');
  }
};

const answer = (statusCode, body) => ({
  statusCode,
  headers: { 'access-control-allow-origin': SITE, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const failure = (statusCode, code, message) => answer(statusCode, { error: { code, message } });
