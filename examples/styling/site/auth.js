import { config } from './config.js';

const KEY = 'styling.token';

/** Leads to the pages of Cognito, which come back to /callback. */
export function signIn() {
  const asked = new URLSearchParams({
    response_type: 'token',
    client_id: config.client,
    redirect_uri: `${location.origin}/callback`,
    scope: 'openid email',
  });
  location.assign(`${config.signIn}/oauth2/authorize?${asked}`);
}

/** Takes the token from the address that Cognito came back with. */
export function comeBack() {
  const token = new URLSearchParams(location.hash.slice(1)).get('id_token');
  if (token === null) return;
  localStorage.setItem(KEY, token);
  history.replaceState(null, '', '/');
}

export const token = () => localStorage.getItem(KEY);

/** Whose token it is. */
export const user = () => {
  const payload = token()?.split('.')[1];
  return payload && JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))).sub;
};

export function signOut() {
  localStorage.removeItem(KEY);
  location.assign('/');
}
