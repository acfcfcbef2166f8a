import { company, token } from './session.js';

/** Calls the API for the company that was chosen. */
async function call(method, path, body) {
  const answer = await fetch(`${import.meta.env.VITE_API_URL}${path}`, {
    method,
    headers: { Authorization: token(), 'X-Tenant-ID': company(), 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error((await answer.json()).error);
  return answer.json();
}

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);
export const remove = (path) => call('DELETE', path);
