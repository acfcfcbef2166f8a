import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../src/assess/assessment.ts';
import { assessRepository } from '../src/index.ts';
import { onlyLost } from './support/honesty.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * The law of honesty at its source: an example loses a file, a variable's value or a module, and nothing becomes a pass,
 * no gap becomes anything but unknown, neither the verdict nor the lower bound of the score improves.
 */
const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

function filesOf(name: string): Record<string, MemoryFile> {
  const folder = `${examples}/${name}`;
  const paths = globSync('**/*.{tf,tfvars,yaml,json}', { cwd: folder });
  return Object.fromEntries(paths.map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]));
}

async function assessed(files: Record<string, MemoryFile>): Promise<Assessment> {
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    env: 'prod',
    roots: ['infra'],
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return run.assessment;
}

describe.each(['flashcards', 'flashcards-ready'])('%s', (name) => {
  const files = filesOf(name);
  const code = Object.keys(files).filter((path) => /\.tf$/.test(path));

  it('has lost nothing but certainty when a file cannot be read', async () => {
    const before = await assessed(files);
    for (const path of code) {
      const after = await assessed({ ...files, [path]: { error: 'EACCES' } });
      onlyLost(before, after, path);
      expect(JSON.stringify(after.coverage), path).toContain('permission denied');
    }
  });

  it('has lost nothing but certainty when a variable has no value', async () => {
    const before = await assessed(files);
    const variables = code.flatMap((path) =>
      [...String(files[path]).matchAll(/^variable "(\w+)"/gm)].map((m) => [path, m[1]!] as const),
    );
    expect(variables.length).toBeGreaterThan(0);
    for (const [path, variable] of variables) {
      const without = Object.fromEntries(
        Object.entries(files).map(([file, text]) => {
          if (file.endsWith('.tfvars'))
            return [file, String(text).replace(new RegExp(`^${variable}\\s*=.*$`, 'gm'), '')];
          if (file !== path) return [file, text];
          const block = new RegExp(
            `(variable "${variable}" \\{[\\s\\S]*?\\n)(\\s*default\\s*=[^\\n{\\[]*\\n)`,
          );
          return [file, String(text).replace(block, '$1')];
        }),
      );
      onlyLost(before, await assessed(without), `var.${variable}`);
    }
  });

  it('has lost nothing but certainty when a module is missing', async () => {
    const before = await assessed(files);
    const modules = new Set(
      code.filter((path) => path.includes('/modules/')).map((path) => path.slice(0, path.lastIndexOf('/'))),
    );
    for (const folder of modules) {
      const left = Object.fromEntries(
        Object.entries(files).filter(([path]) => !path.startsWith(`${folder}/`)),
      );
      const after = await assessed(left);
      onlyLost(before, after, folder);
      expect(after.coverage.notSeen.length, folder).toBeGreaterThan(0);
    }
  });
});
