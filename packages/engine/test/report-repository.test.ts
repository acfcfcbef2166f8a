import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../src/assess/assess.ts';
import { type Check, defineCheck, defineRootCheck } from '../src/catalog/check.ts';
import { type CollectOptions, collectRepository, type FormatName, type Run, render } from '../src/index.ts';
import { documentedDefault } from '../src/knowledge/defaults/index.ts';
import { EDGES } from '../src/knowledge/edges/index.ts';
import { not } from '../src/model/truth.ts';
import { sourcesOf } from '../src/quoted-texts.ts';
import { placesOf, resourcesOf } from '../src/report/entries.ts';
import { FORMATS } from '../src/report/formats.generated.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * What is about the repository itself is of no root: every report says so in words, and gives it a place where its format
 * needs one.
 */
const COMMON = {
  severity: 'high',
  effort: 'hours',
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  fix: 'Do it',
  fixImpact: { downtime: false },
  about: 'repository',
} as const;

const CHECKS: readonly Check[] = [
  defineRootCheck({
    ...COMMON,
    id: 'manifest-there',
    requirement: 'OPS-01',
    title: 'There is a lock file',
    gap: { one: 'There is no lock file', many: 'There are no lock files' },
    messages: { none: 'no lock file stands anywhere' },
    evaluate: (graph) => graph.of('Repository::Lockfile').exist().else('none'),
  }),
  defineCheck({
    ...COMMON,
    id: 'manifest-named',
    requirement: 'OPS-09',
    title: 'Manifests give a name',
    gap: { one: 'A manifest gives no name', many: '{count} manifests give no name' },
    messages: { none: '{resource} gives no name' },
    appliesTo: 'Repository::Manifest',
    evaluate: (manifest) => manifest.has('name').else('none'),
  }),
  defineRootCheck({
    ...COMMON,
    id: 'bucket-seen',
    requirement: 'OPS-15',
    title: 'No table is seen from here',
    gap: { one: 'A table is seen', many: 'Tables are seen' },
    messages: { seen: 'there is {actual}' },
    seesInfrastructure: true,
    evaluate: (graph) => not(graph.of('AWS::DynamoDB::Table').exist()).else('seen'),
  }),
] as readonly Check[];

const FILES = {
  'infra/main.tf':
    'variable "on" {}\nresource "aws_dynamodb_table" "cards" {\n  name     = "cards"\n  hash_key = "id"\n}\nresource "aws_s3_bucket" "perhaps" {\n  count = var.on ? 1 : 0\n}\n',
  'other/main.tf': 'resource "aws_dynamodb_table" "cards" {\n  name     = "others"\n  hash_key = "id"\n}\n',
  'package.json': '{ "private": true }\n',
  'site/package.json': '{ "name": "site"\n',
  'tests/a.test.ts': '',
};

let run: Run;
const texts = new Map<FormatName, string>();

async function assessed(
  files: Readonly<Record<string, string>>,
  checks = CHECKS,
  languages?: CollectOptions['languages'],
): Promise<Run> {
  const collected = await collectRepository({
    path: '/repo',
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
    now: new Date('2026-11-21T12:00:00Z'),
    fileSystem: memoryFileSystem(files),
    ...(languages === undefined ? {} : { languages }),
  });
  const assessment = assess({
    ...collected,
    version: '0',
    path: '/repo',
    checks,
    notes: new Map(),
    edges: EDGES,
    defaults: documentedDefault,
    notices: [],
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return { assessment, sources: sourcesOf(new Map(Object.entries(files))) };
}

beforeAll(async () => {
  run = await assessed(FILES);
  const how = {
    columns: 100,
    colour: false,
    verbose: true,
    quiet: false,
    date: new Date('2026-11-21T12:00:00Z'),
  };
  for (const { name } of FORMATS) texts.set(name, await render(name, run, how));
});

describe('what is about the repository', () => {
  it('is judged once, whatever the number of roots, and has no root', () => {
    const told = run.assessment.outcomes.map((o) => [
      o.check,
      o.root,
      o.resource?.address ?? null,
      o.outcome,
    ]);
    expect(told).toEqual([
      ['manifest-there', '', null, 'fail'],
      ['manifest-named', '', 'package.json', 'fail'],
      ['manifest-named', '', null, 'unknown'],
      ['bucket-seen', '', null, 'fail'],
    ]);
    expect(run.assessment.subject.roots.map((r) => r.path)).toEqual(['infra', 'other']);
    expect(run.assessment.coverage.resources.total).toBe(3);
    expect(new Set(run.assessment.outcomes.map((o) => o.key)).size).toBe(4);
  });

  it('sees the resources of every root as context where it asks for them', async () => {
    const counts: number[] = [];
    const counting = defineRootCheck({
      ...COMMON,
      id: 'count',
      requirement: 'OPS-15',
      title: 'Counts',
      gap: { one: '', many: '' },
      messages: { none: '' },
      seesInfrastructure: true,
      evaluate: (graph) => {
        const tables = graph.of('AWS::DynamoDB::Table');
        counts.push(tables.members.length);
        return tables.every((table) => graph.at(table.address).exist()).else('none');
      },
    });
    await assessed(FILES, [counting] as readonly Check[]);
    expect(counts).toEqual([2]);
  });

  it('counts in the score, the plan and the ledger', () => {
    const { score, plan, coverage } = run.assessment;
    expect(score.checks).toMatchObject({ fail: 3 });
    expect(plan.map((item) => item.check).sort()).toEqual([
      'bucket-seen',
      'manifest-named',
      'manifest-there',
    ]);
    expect(coverage.repository).toEqual({
      paths: 5,
      leftOut: [{ kind: 'test', count: 1 }],
      unread: [],
    });
    expect(coverage.files.partly).toMatchObject([{ file: 'site/package.json', line: 2 }]);
  });

  it('is not judged where no repository was read', async () => {
    const { assessment } = await assessed(FILES, CHECKS, ['terraform']);
    expect(assessment.outcomes).toEqual([]);
    expect(assessment.coverage.repository).toBeUndefined();
  });

  it.each(FORMATS.map(({ name }) => name))('is told in %s without an empty name', (name) => {
    const text = texts.get(name)!;
    expect(text).toContain('lock file');
    expect(text).not.toMatch(
      /\bin +was not seen|\bin +not seen|in ``|in <code><\/code>|the whole root *[\n"<]/,
    );
    expect(text).not.toContain('Repository::Lockfile in');
  });

  it('has words of its own where a root would be named', () => {
    expect(texts.get('markdown')).toContain('the repository');
    expect(texts.get('html')).toContain('the whole repository');
    expect(texts.get('ocsf')).toContain('"the repository"');
    expect(JSON.parse(texts.get('json')!).outcomes.map((o: { root: string }) => o.root)).toEqual([
      '',
      '',
      '',
      '',
    ]);
    expect(JSON.parse(texts.get('json')!).coverage.repository).toMatchObject({ files: 5 });
    const sarif = JSON.parse(texts.get('sarif')!);
    const kinds = sarif.runs[0].results.map(
      (r: { locations: { logicalLocations: { kind: string }[] }[] }) =>
        r.locations[0]!.logicalLocations[0]!.kind,
    );
    expect(kinds).toContain('repository');
  });

  it('keeps addresses whole: their dots are no steps', () => {
    const outcome = run.assessment.outcomes.find((o) => o.resource !== null)!;
    const at = (root: string, address: string) => ({
      ...outcome,
      root,
      resource: { ...outcome.resource!, address },
    });
    expect(resourcesOf([at('', '.github/workflows/a.yml'), at('', '.github/workflows/b.yml')], 2)).toBe(
      '.github/workflows/a.yml, .github/workflows/b.yml',
    );
    expect(resourcesOf([at('.', 'module.a.x.one'), at('.', 'module.a.x.two')], 2)).toBe('one, two');
  });

  it('has no place in the documents that were looked through in vain', () => {
    const outcome = run.assessment.outcomes[0]!;
    const [one] = outcome.evidence;
    const of = (...files: readonly string[]) => ({
      ...outcome,
      resource: null,
      evidence: files.map((file) => ({
        ...one!,
        plane: 'document' as const,
        resource: file,
        at: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
      })),
    });
    expect(placesOf([of('README.md', 'docs/operations.md')], 3)).toBe('');
    expect(placesOf([of('docs/incidents.md')], 3)).toBe('docs/incidents.md:1');
  });

  it('names beside its place what the place does not say', () => {
    const outcome = run.assessment.outcomes.find((o) => o.resource !== null)!;
    const at = (file: string, line: number, address: string) => ({
      ...outcome,
      root: '',
      evidence: [],
      resource: { ...outcome.resource!, address, file, line },
    });
    const names = (...outcomes: readonly ReturnType<typeof at>[]) => resourcesOf(outcomes, 6);
    expect(names(at('src/a.ts', 3, 'src/a.ts fetch'), at('src/b.ts', 4, 'src/b.ts fetch'))).toBe('fetch');
    expect(names(at('src/a.ts', 3, 'user from query id in src/a.ts'))).toBe('user from query id');
    expect(names(at('a.ts', 1, 'a.ts key'), at('a.ts', 9, 'a.ts key (a.ts:9)'))).toBe('key');
    expect(names(at('a.ts', 9, 'answer in a.ts (a.ts:7, 2)'))).toBe('answer');
    expect(names(at('a.py', 9, 'list in a.py all_cards'))).toBe('list: all_cards');
    expect(names(at('README.md', 1, 'README.md'))).toBe('');
    expect(names(at('src/a.ts', 3, 'GET /cards'), at('src/a.ts', 4, 'GET /decks'))).toBe(
      'GET /cards, GET /decks',
    );
  });

  it('says what was looked through in words', () => {
    const whole = run.assessment.outcomes[0]!;
    expect(whole.evidence[0]?.value).toBe('no lock file in all 5 files of the repository');
  });
});
