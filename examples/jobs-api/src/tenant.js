/** The company of whoever signed in, from the token that the authorizer has verified. */
exports.companyOf = (event) => {
  const company = event.requestContext?.authorizer?.claims?.['custom:tenant'];
  if (!company) throw new Error('no company in the token');
  return company;
};

/** Refuses whoever lacks a role. */
exports.requireRole = (event, role) => {
  const groups = event.requestContext?.authorizer?.claims?.['cognito:groups'] ?? '';
  if (!groups.split(',').includes(role)) throw new Error(`only for ${role}`);
};
