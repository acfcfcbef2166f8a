import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build } from '../../src/app.ts';

// Until the runner has a database.
describe.skip('entries', () => {
  it('are listed after they were added', async () => {
    const app = build();
    const credentials = { mail: 'first@example.com', password: 'a password of a test' };
    const { headers } = await app.inject({ method: 'POST', url: '/sign-up', payload: credentials });
    const cookie = String(headers['set-cookie']);
    await app.inject({ method: 'POST', url: '/entries', headers: { cookie }, payload: { title: 'a', text: 'b' } });
    const { json } = await app.inject({ method: 'GET', url: '/entries', headers: { cookie } });
    assert.equal(json().length, 1);
    await app.close();
  });
});
