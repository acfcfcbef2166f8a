import { token } from './auth.js';
import { config } from './config.js';

async function call(method, path, body) {
  const response = await fetch(`${config.api}${path}`, {
    method,
    headers: { authorization: token(), 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error((await response.json()).error?.message);
  return response.status === 204 ? undefined : response.json();
}

export const people = () => call('GET', '/users');
export const profile = (id) => call('GET', `/users/${id}`);
export const keep = (person) => call('POST', '/users', person);
export const leave = (id) => call('DELETE', `/users/${id}`);
