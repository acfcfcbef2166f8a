import { fileURLToPath } from 'node:url';
import { assetOf } from '../packed-asset.ts';

/**
 * The notes of every check (Markdown), by id: why it matters, when it does not, the fix and what that costs. They are read where
 * they are shown, for they are a third of the catalogue.
 */
export async function readNotes(): Promise<ReadonlyMap<string, string>> {
  const bytes = await assetOf('notes.json', () =>
    fileURLToPath(new URL('./notes.generated.json', import.meta.url)),
  );
  return new Map(Object.entries<string>(JSON.parse(new TextDecoder().decode(bytes))));
}
