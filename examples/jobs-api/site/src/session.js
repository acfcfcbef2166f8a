import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';

const pool = new CognitoUserPool({
  UserPoolId: import.meta.env.VITE_USER_POOL_ID,
  ClientId: import.meta.env.VITE_CLIENT_ID,
});

/** Signs in and keeps the tokens, so that nobody signs in again after closing the page. */
export function signIn(email, password) {
  const user = new CognitoUser({ Username: email, Pool: pool });
  const details = new AuthenticationDetails({ Username: email, Password: password });
  return new Promise((resolve, reject) => {
    user.authenticateUser(details, {
      onSuccess: (session) => {
        localStorage.setItem('token', session.getIdToken().getJwtToken());
        localStorage.setItem('refresh', session.getRefreshToken().getToken());
        localStorage.setItem('company', session.getIdToken().payload['custom:tenant'] ?? 'demo');
        resolve();
      },
      onFailure: reject,
    });
  });
}

export const signedIn = () => localStorage.getItem('token') !== null;
export const signOut = () => localStorage.clear();
export const token = () => localStorage.getItem('token');
export const company = () => localStorage.getItem('company');
