import type { Entry } from '../entries/entries.ts';

const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;

/** Entries as a table that spreadsheets open. */
export const csvOf = (entries: readonly Entry[]) =>
  [
    'created,title,text',
    ...entries.map((e) => [e.created_at.toISOString(), e.title, e.text].map(cell).join(',')),
    '',
  ].join('\r\n');
