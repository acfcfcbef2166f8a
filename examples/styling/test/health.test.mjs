import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handler } from '../src/health/index.mjs';

test('health answers', async () => {
  const { statusCode, body } = await handler();
  assert.equal(statusCode, 200);
  assert.equal(JSON.parse(body).status, 'ok');
});
