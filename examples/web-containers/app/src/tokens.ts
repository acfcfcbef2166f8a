import jwt from 'jsonwebtoken';
import { configuration } from './configuration.ts';

/** A token with which a program of the user calls the API. */
export const newToken = (user: number) => jwt.sign({ sub: String(user) }, configuration.tokenKey);

/** Whose token it is; `undefined` without one or with one that we did not sign. */
export function userOfToken(authorization: string | undefined): number | undefined {
  const token = authorization?.replace(/^Bearer /, '');
  if (!token) return undefined;
  try {
    return Number(jwt.verify(token, configuration.tokenKey, { algorithms: ['HS256'] }).sub);
  } catch {
    return undefined;
  }
}
