import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let known: string | undefined;

/**
 * A digest of the code that runs, with the versions of what it stands on: two builds with the same version number do not
 * read each other's results. The packages it depends on are pinned in `package.json`.
 */
export function buildDigest(): string {
  known ??= digestOf(codeFolder());
  return known;
}

/** `dist`, where everything lies in one folder, or `src` with its folders when it runs from source. */
function codeFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.endsWith('cache') ? dirname(here) : here;
}

function digestOf(folder: string): string {
  const digest = createHash('sha256');
  digest.update(`${process.version} ${Intl.Collator().resolvedOptions().locale}\n`);
  digest.update(readFileSync(join(folder, '../package.json')));
  for (const path of codeIn(folder, '')) {
    digest.update(`${path} ${hash('sha256', readFileSync(join(folder, path)), 'base64')}\n`);
  }
  return digest.digest('hex').slice(0, 32);
}

function codeIn(folder: string, below: string): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'types' ? [] : codeIn(folder, path);
      return /\.(?:js|ts|json|wasm|br|md)$/.test(entry.name) ? [path] : [];
    })
    .sort();
}
