import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from '../src/users/validate.mjs';

test('a user with id and address is right', () => {
  assert.deepEqual(faultsOf({ id: 'u1', email: 'first@example.com', name: 'First' }), []);
});

test('what is missing is named', () => {
  assert.deepEqual(faultsOf({ name: 'x'.repeat(81) }), [
    'id is missing',
    'email is no address',
    'name is longer than 80 letters',
  ]);
});

test('a field that nobody knows is named', () => {
  assert.deepEqual(faultsOf({ id: 'u1', email: 'first@example.com', admin: true }), ['admin is not known']);
});
