import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../src/catalog/index.generated.ts';
import { nodeFileSystem } from '../src/collect/files/node-file-system.ts';
import type { Assessment } from '../src/index.ts';
import { assessFolder } from './support/assess-folder.ts';
import { disagreement, type Fact, readFacts, stateIn } from './support/facts.ts';

/*
 * The true facts of the examples were written from their description, before any tool was run. Those that a check decides
 * must be what the check says.
 */
const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
const ids = CHECKS.map((c) => c.id);

function agreement(facts: readonly Fact[], { outcomes, scope }: Assessment, environment?: string) {
  const decided = facts.filter((fact) => fact.check !== undefined);
  const notAsked = scope.notAsked.map(({ requirement }) => requirement);
  const wrong = decided.flatMap((fact) => disagreement(fact, outcomes, environment, notAsked) ?? []);
  return { compared: decided.length, wrong };
}

describe.each([
  ['flashcards', 'NO-GO'],
  ['flashcards-ready', 'GO'],
])('%s', (name, decision) => {
  const facts = readFacts(`${examples}/${name}/facts.yaml`);

  it(`is ${decision}`, async () => {
    const { verdict } = await assessFolder(`${examples}/${name}`);
    expect(
      verdict.decision,
      JSON.stringify(verdict.criteria.filter((c) => c.outcome === 'fail' || c.outcome === 'unknown')),
    ).toBe(decision);
  });

  it('agrees with every fact that a check decides', async () => {
    const { compared, wrong } = agreement(facts, await assessFolder(`${examples}/${name}`));
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  });
});

describe.each(['web-containers', 'styling'])('%s', (name) => {
  const facts = readFacts(`${examples}/${name}/facts.yaml`);

  it('is assessed for production, and is NO-GO', async () => {
    const { verdict, subject } = await assessFolder(`${examples}/${name}`);
    expect([subject.environment.name, verdict.decision]).toEqual(['prod', 'NO-GO']);
  });

  it.each(['dev', 'prod'])('agrees in %s with every fact that a check decides', async (env) => {
    const { compared, wrong } = agreement(facts, await assessFolder(`${examples}/${name}`, { env }), env);
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(40);
  });
});

/** An example without what was synthesized from it. */
const withoutAssemblies = {
  ...nodeFileSystem,
  readDirectory: async (path: string) =>
    (await nodeFileSystem.readDirectory(path)).filter((entry) => entry.name !== 'assemblies'),
};

describe.each(['jobs-api', 'documents-pipeline'])('%s', (name) => {
  const facts = readFacts(`${examples}/${name}/facts.yaml`);

  it('is assessed for production, and is NO-GO', async () => {
    const { verdict, subject } = await assessFolder(`${examples}/${name}`);
    expect(subject.environment.name).toBe('prod');
    expect(subject.roots.filter((root) => root.assessed).map((root) => root.path)).toEqual([
      'assemblies/prod',
    ]);
    expect(verdict.decision).toBe('NO-GO');
  });

  describe.each(['dev', 'prod'])('in %s', (env) => {
    it('agrees with every fact that a check decides', async () => {
      const { compared, wrong } = agreement(facts, await assessFolder(`${examples}/${name}`, { env }), env);
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(70);
    });

    it('contradicts no fact without the assemblies: what is not seen is unknown, and so marked', async () => {
      const run = await assessFolder(`${examples}/${name}`, { env, fileSystem: withoutAssemblies });
      expect(run.subject.roots.filter((root) => root.assessed).map((root) => root.kind)).toEqual([
        'cdk-source',
      ]);
      const ofApp = run.outcomes.filter((outcome) => outcome.root !== '');
      expect(ofApp.every((outcome) => outcome.notSynthesized === true)).toBe(true);
      const wrong = facts.flatMap((fact) => contradiction(fact, run, env) ?? []);
      expect(wrong).toEqual([]);
      expect(facts.filter((fact) => saidOf(fact, run, env).length > 0).length).toBeGreaterThan(20);
    });
  });
});

/** What the source says about the resource of a fact. Its addresses may end before the resource itself. */
function saidOf(fact: Fact, { outcomes }: Assessment, env: string) {
  const address = fact.resource?.replaceAll('{env}', env);
  const construct = address?.replace(/\/(Resource|Default)$/, '');
  if (address === undefined) return [];
  return outcomes.filter(
    (o) => o.check === fact.check && (o.resource?.address === address || o.resource?.address === construct),
  );
}

/** An outcome of the source that is neither what the fact says nor unknown. */
function contradiction(fact: Fact, run: Assessment, env: string): string | undefined {
  const expected = stateIn(fact, env) === 'gap' ? 'fail' : stateIn(fact, env);
  const other = saidOf(fact, run, env).find((o) => o.outcome !== 'unknown' && o.outcome !== expected);
  if (other === undefined) return undefined;
  return `${fact.id} ${fact.check} ${fact.resource}: expected ${expected}, said ${other.outcome}`;
}

describe.each([
  'flashcards',
  'flashcards-ready',
  'jobs-api',
  'documents-pipeline',
  'web-containers',
  'styling',
])('the facts of %s', (name) => {
  it('are complete', () => {
    const facts = readFacts(`${examples}/${name}/facts.yaml`);
    expect(new Set(facts.map((f) => f.id)).size).toBe(facts.length);
    for (const fact of facts) {
      expect([fact.fact, fact.requirement, fact.state, fact.why].every(Boolean), fact.id).toBe(true);
      if (fact.check !== undefined) expect(ids, fact.id).toContain(fact.check);
    }
  });
});
