import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Entries, type EntryStore } from '../src/entries/entries.ts';

const store: EntryStore = {
  list: async () => [],
  search: async (_user, words) => [{ id: 1, version: 1, created_at: new Date(0), title: words, text: '' }],
  insert: async () => 7,
  update: async (_user, _id, version) => version === 3,
  delete: async () => undefined,
};
const entries = new Entries(store);

test('a new entry has the number that it was stored under', async () => {
  const entry = await entries.add(1, { title: 'a', text: 'b' });
  assert.equal(entry.id, 7);
  assert.equal(entry.version, 1);
});

test('an entry that somebody changed before is not changed', async () => {
  assert.equal(await entries.change(1, 7, 2, { title: 'a', text: 'b' }), false);
  assert.equal(await entries.change(1, 7, 3, { title: 'a', text: 'b' }), true);
});

test('words of a search are trimmed', async () => {
  assert.equal((await entries.search(1, ' rain ', 'title'))[0]?.title, 'rain');
});
