import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from '../src/app.ts';

test('the archive hides what does not exist', async () => {
  const app = build();
  const response = await app.inject({ method: 'GET', url: '/archive/12345' });
  assert.equal(response.statusCode, 404);
  await app.close();
});
