const FIELDS = new Set(['id', 'email', 'name']);

/** Says what is wrong with a user; nothing where all is right. */
export function faultsOf(user) {
  if (user === null || typeof user !== 'object') return ['not an object'];
  const faults = Object.keys(user)
    .filter((field) => !FIELDS.has(field))
    .map((field) => `${field} is not known`);
  if (typeof user.id !== 'string' || user.id === '') faults.push('id is missing');
  if (!/^[^@\s]+@[^@\s]+$/.test(user.email ?? '')) faults.push('email is no address');
  if ((user.name ?? '').length > 80) faults.push('name is longer than 80 letters');
  return faults;
}
