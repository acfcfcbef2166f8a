import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from '../src/exports/csv.ts';

const entry = { id: 1, version: 1, created_at: new Date('2026-03-01T10:00:00Z'), title: 'He said "yes"', text: 'a,b\nc' };

test('a cell keeps quotes, commas and lines', () => {
  assert.equal(
    csvOf([entry]),
    'created,title,text\r\n"2026-03-01T10:00:00.000Z","He said ""yes""","a,b\nc"\r\n',
  );
});

test('no entries make a table with its heading', () => {
  assert.equal(csvOf([]), 'created,title,text\r\n');
});
