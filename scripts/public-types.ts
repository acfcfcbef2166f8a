import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORTED = /(?:\bfrom|\bimport\(|^import)\s*(['"])(\.[^'"]+)\1/gm;

/** Leaves of the declarations in a folder those that its `index.d.ts` leads to: the compiler writes one for each source file. */
export function keepPublicTypes(folder: string): void {
  const kept = reachedFrom(join(folder, 'index.d.ts'));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).reverse()) {
    const path = join(entry.parentPath, entry.name);
    const needed = entry.isDirectory() ? readdirSync(path).length > 0 : kept.has(path);
    if (!needed) rmSync(path, { recursive: true });
  }
}

function reachedFrom(first: string): ReadonlySet<string> {
  const reached = new Set([first]);
  // A set is walked on while it grows.
  for (const path of reached)
    for (const [, , name] of readFileSync(path, 'utf8').matchAll(IMPORTED)) {
      const named = join(dirname(path), name!).replace(/\.(?:js|ts)$/, '.d.ts');
      if (!existsSync(named)) throw new Error(`${path} imports ${name}, of which there is no declaration.`);
      reached.add(named);
    }
  return reached;
}
