import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportedOutcome } from '../src/assess/assessment.ts';
import { CHECKS } from '../src/catalog/index.generated.ts';
import type { Change } from './perturbation/perturbation.ts';
import { REPOSITORY, type RepositoryPerturbation } from './perturbation/repository.ts';
import { assessFolder } from './support/assess-folder.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';
import { ParsedOnce } from './support/parsed-once.ts';

/*
 * The same as `perturbation.test.ts` for checks about the repository: the ready example passes, without the protected thing
 * the check fails at the line that shows it and no other does, and where the file cannot be read it is unknown.
 */
type Files = Readonly<Record<string, MemoryFile>>;

const folder = fileURLToPath(new URL('../../../examples/flashcards-ready', import.meta.url));
const EXAMPLE: Files = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(\.airworthy|node_modules|__pycache__)\//.test(path))
    .sort()
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
);

describe('the perturbations of the repository', () => {
  it('cover every check about it', () => {
    // What only a statement shows is in no file of the repository.
    const shown = CHECKS.filter((c) => c.evidence.includes('repo') || c.evidence.includes('iac'));
    const about = shown.filter((c) => c.about === 'repository').map((c) => c.id);
    expect(REPOSITORY.map((p) => p.check).sort()).toEqual(about.sort());
  });
});

describe.each(REPOSITORY.map((p) => [p.check, p] as const))('%s', (_, p) => {
  let given: Files;
  let before: readonly ReportedOutcome[];

  beforeAll(async () => {
    given = changed(EXAMPLE, p.given ?? []);
    before = await outcomesBefore(p.given ?? []);
  });

  it('passes before', () => {
    expect(of(p, before)?.outcome, of(p, before)?.message).toBe('pass');
  });

  it('fails where it is taken away, and no other check does', async () => {
    const files = changed(given, p.off);
    const after = await outcomesOf(files);
    const own = of({ ...p, resource: p.gap ?? p.resource }, after);
    expect(own?.outcome, own?.message).toBe('fail');
    const at = own?.evidence[0]?.at;
    if (p.at !== undefined) expect(`${at?.file}:${at?.line}`, own?.message).toBe(placeOf(p.at, files));
    const failed = new Set(before.filter((o) => o.outcome === 'fail').map((o) => o.key));
    const others = after.filter((o) => o.outcome === 'fail' && !failed.has(o.key) && o.check !== p.check);
    const expected = p.besides ?? [];
    const unexpected = others.filter((o) => !expected.includes(o.check));
    expect(unexpected.map((o) => `${o.check}: ${o.message}`)).toEqual([]);
    expect([...new Set(others.map((o) => o.check))].sort()).toEqual([...expected].sort());
  });

  it('is unknown where it cannot be read', async () => {
    expect(given[p.unreadable]).toBeDefined();
    const after = await outcomesOf({ ...given, [p.unreadable]: { error: 'EACCES' } });
    const own = after.filter((o) => o.check === p.check);
    expect(own.some((o) => o.outcome === 'unknown' && o.could.includes('fail'))).toBe(true);
    const decided = new Map(before.map((o) => [o.key, o.outcome]));
    const there = new Set(before.map((o) => o.resource?.address));
    // A thing that is there only because it was not seen, and of which something is not asked, says no more than nothing did.
    const isNew = (o: (typeof after)[number]) => !decided.has(o.key) && !there.has(o.resource?.address);
    const firmer = after.filter(
      (o) =>
        o.outcome !== 'unknown' &&
        decided.get(o.key) !== o.outcome &&
        !(o.outcome === 'not-applicable' && isNew(o)),
    );
    expect(firmer.map((o) => `${o.check} ${o.resource?.address}: ${o.outcome}`)).toEqual([]);
  });
});

function of(p: RepositoryPerturbation, all: readonly ReportedOutcome[]): ReportedOutcome | undefined {
  return all.find((o) => o.check === p.check && (o.resource?.address ?? null) === p.resource);
}

const parsedFiles = new ParsedOnce();
const assessedBefore = new Map<string, Promise<readonly ReportedOutcome[]>>();

/** Most perturbations are given the example as it is: each example that they are given is assessed once. */
function outcomesBefore(given: readonly Change[]): Promise<readonly ReportedOutcome[]> {
  const key = JSON.stringify(given);
  const outcomes = assessedBefore.get(key) ?? outcomesOf(changed(EXAMPLE, given));
  assessedBefore.set(key, outcomes);
  return outcomes;
}

async function outcomesOf(files: Files): Promise<readonly ReportedOutcome[]> {
  return (await assessFolder('/repo', { fileSystem: memoryFileSystem(files), parsedFiles })).outcomes;
}

function changed(files: Files, changes: readonly Change[]): Files {
  const result: Record<string, MemoryFile> = { ...files };
  for (const change of changes) {
    if ('from' in change) {
      const parts = String(result[change.file] ?? '').split(change.from);
      expect(parts.length, `${change.file} has it once:\n${change.from}`).toBe(2);
      result[change.file] = parts.join(change.to);
    } else if (change.text === undefined) {
      expect(result[change.file], change.file).toBeDefined();
      delete result[change.file];
    } else {
      expect(result[change.file], `${change.file} is new`).toBeUndefined();
      result[change.file] = change.text;
    }
  }
  return result;
}

function placeOf({ file, text }: { readonly file: string; readonly text: string }, files: Files): string {
  const parts = String(files[file] ?? '').split(text);
  expect(parts.length, `${file} has it once: ${text}`).toBe(2);
  return `${file}:${(parts[0]! + text).trimEnd().split('\n').length}`;
}
