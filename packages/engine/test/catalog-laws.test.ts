import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../src/assess/judge.ts';
import { interval } from '../src/assess/score.ts';
import type { Check } from '../src/catalog/check.ts';
import { CHECKS } from '../src/catalog/index.generated.ts';
import { Graph, type GraphData } from '../src/model/graph.ts';
import { combine, kindOf, type Outcome, type Possible } from '../src/model/outcome.ts';
import { assessFolder } from './support/assess-folder.ts';
import { collectGraphs, collectRepositoryGraphs } from './support/collect-graphs.ts';
import { hideOne } from './support/hide.ts';
import { onlyLost } from './support/honesty.ts';
import { filesOf, type RepositoryFixture, repositoryFixtures } from './support/repository-fixtures.ts';

/*
 * The law of honesty, over every check and every fixture: hiding evidence only adds to what an outcome could be.
 * AIRWORTHY_LAW_RUNS raises the number of hidings per check and fixture.
 */
const RUNS = Number(process.env['AIRWORTHY_LAW_RUNS'] ?? 25);
const catalog = fileURLToPath(new URL('../src/catalog', import.meta.url));
const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

function fixturesOf(check: Check): readonly string[] {
  return globSync(
    ['main.tf', 'template.{yaml,yml,json}', 'manifest.json'].map(
      (file) => `*/${check.id}/fixtures/**/${file}`,
    ),
    { cwd: catalog },
  ).map((file) => `${catalog}/${dirname(file)}`);
}

const OF_ROOTS = CHECKS.filter((c) => c.about === undefined);
const OF_REPOSITORIES = CHECKS.filter((c) => c.about === 'repository');

describe.each(OF_ROOTS.map((c) => [c.id, c] as const))('%s', (_, check) => {
  it('only adds to what an outcome could be when evidence is hidden', async () => {
    for (const folder of new Set(fixturesOf(check))) {
      for (const graph of await collectGraphs(folder)) obeysTheLaw(graph, [check], RUNS);
    }
  });
});

describe.each(OF_REPOSITORIES.map((c) => [c.id, c] as const))('%s', (id, check) => {
  const fixtures = repositoryFixtures(
    join(catalog, dirname(globSync(`*/${id}/check.ts`, { cwd: catalog })[0]!)),
  );

  it('only adds to what an outcome could be when evidence is hidden', async () => {
    for (const { folder, infrastructure, fileSystem } of fixtures) {
      const graphs = await collectRepositoryGraphs(folder, { alone: !infrastructure, fileSystem });
      obeysTheLaw(check.seesInfrastructure === true ? graphs.joint : graphs.own, [check], RUNS);
    }
  });

  it('only adds to what an outcome could be when a file cannot be read', async () => {
    for (const fixture of fixtures) {
      const assessed = (hidden?: string) =>
        assessFolder(fixture.folder, {
          only: [id],
          fileSystem: hidden === undefined ? fixture.fileSystem : without(fixture, hidden),
          ...(fixture.infrastructure ? {} : { language: 'repository' }),
        });
      const before = await assessed();
      // Without its configuration nothing is assessed at all.
      const hideable = filesOf(fixture).filter((file) => file !== 'airworthy.yaml');
      for (const file of hideable) onlyLost(before, await assessed(file), `${fixture.name}: ${file}`);
    }
  });
});

/** The fixture with one file that nobody may read. */
function without({ folder, fileSystem }: RepositoryFixture, file: string): RepositoryFixture['fileSystem'] {
  const path = join(folder, file);
  return {
    ...fileSystem,
    readFile: async (asked) => {
      if (asked !== path) return fileSystem.readFile(asked);
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    },
  };
}

describe('all checks together', () => {
  it.each(['flashcards', 'flashcards-ready'])('keep the law on the example %s', async (name) => {
    for (const graph of await collectGraphs(`${examples}/${name}`)) obeysTheLaw(graph, OF_ROOTS, RUNS * 4);
    const { own, joint } = await collectRepositoryGraphs(`${examples}/${name}`);
    const seesMore = (check: Check) => check.seesInfrastructure === true;
    obeysTheLaw(
      own,
      OF_REPOSITORIES.filter((c) => !seesMore(c)),
      RUNS,
    );
    if (OF_REPOSITORIES.some(seesMore)) obeysTheLaw(joint, OF_REPOSITORIES.filter(seesMore), RUNS);
  });
});

function obeysTheLaw(graph: GraphData, checks: readonly Check[], runs: number): void {
  const before = new Map(checks.map((check) => [check.id, rowsOf(judge(check, new Graph(graph)))]));
  const lowerBefore = interval([...before.values()].map((rows) => combine([...rows.values()]))).lower;
  fc.assert(
    fc.property(
      fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      (numbers, times) => {
        let at = 0;
        const pick = (n: number) => numbers[at++ % numbers.length]! % n;
        let hidden = graph;
        for (let i = 0; i < times; i++) hidden = hideOne(hidden, pick);
        const results: ReadonlySet<Possible>[] = [];
        for (const check of checks) {
          const outcomes = judge(check, new Graph(hidden));
          const after = rowsOf(outcomes);
          const all = combine([...after.values()]);
          results.push(all);
          for (const outcome of outcomes) {
            if (kindOf(outcome.could) === 'unknown')
              expect(outcome.deciders.length, `${check.id}: ${outcome.message}`).toBeGreaterThan(0);
          }
          for (const [address, could] of before.get(check.id)!) {
            const now = after.get(address) ?? unseen(after);
            for (const possible of could)
              expect([...now], `${check.id} on ${address} was ${[...could]}`).toContain(possible);
          }
          for (const possible of combine([...before.get(check.id)!.values()])) {
            expect([...all], `${check.id} as a whole`).toContain(possible);
          }
        }
        expect(interval(results).lower).toBeLessThanOrEqual(lowerBefore + 1e-12);
      },
    ),
    { numRuns: runs, seed: 20261121 },
  );
}

function rowsOf(outcomes: readonly Outcome[]): ReadonlyMap<string, ReadonlySet<Possible>> {
  const rows = new Map<string, ReadonlySet<Possible>>();
  for (const o of outcomes) {
    const name = o.resource?.address ?? (o.message.startsWith('resources not seen') ? o.message : '');
    rows.set(name, new Set([...(rows.get(name) ?? []), ...o.could]));
  }
  return rows;
}

/** A resource that was hidden with its file is among those not seen. */
function unseen(rows: ReadonlyMap<string, ReadonlySet<Possible>>): ReadonlySet<Possible> {
  const name = [...rows.keys()].find((key) => key.startsWith('resources not seen'));
  return (name === undefined ? undefined : rows.get(name)) ?? new Set();
}
