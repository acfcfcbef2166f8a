export interface Credentials {
  readonly mail: string;
  readonly password: string;
}

/** Says what is wrong with credentials; nothing where they are good. */
export function faultsOf({ mail, password }: Partial<Credentials>): readonly string[] {
  const faults: string[] = [];
  if (!mail || !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(mail)) faults.push('mail is not an address');
  if (!password || password.length < 12) faults.push('password has fewer than 12 characters');
  return faults;
}
