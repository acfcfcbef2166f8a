import { existsSync, globSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ReportedOutcome } from '../src/assess/assessment.ts';
import { type Check, isRootCheck } from '../src/catalog/check.ts';
import { CHECKS } from '../src/catalog/index.generated.ts';
import { readNotes } from '../src/catalog/notes.ts';
import { requirementOf } from '../src/knowledge/requirements.ts';
import { combine, kindOf } from '../src/model/outcome.ts';
import { assessFolder, flat } from './support/assess-folder.ts';
import { repositoryFixtures } from './support/repository-fixtures.ts';

/*
 * Every check is shown by its fixtures: `main.tf` and `template.yaml` with resources named for the outcome they must
 * have (`pass_…`, `fail_…`, `unknown_…`, `na_…`; in CloudFormation `Pass…`, `Fail…`, `Unknown…`, `Na…`), and folders
 * named so for what is decided about a root as a whole. What only an assembly of the CDK says has one (`manifest.json`).
 *
 * A check about the repository has small repositories instead: folders named so, for what the check says of the whole, and
 * `rows/`, in which `expected.yaml` tells what each fact must come out as.
 */
const catalog = fileURLToPath(new URL('../src/catalog', import.meta.url));
const folders = globSync('*/*/check.ts', { cwd: catalog })
  .map((path) => join(catalog, dirname(path)))
  .sort();

const OUTCOME = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
  na: 'not-applicable',
  attested: 'attested',
} as const;
type Prefix = keyof typeof OUTCOME;

/** The file by which a fixture of a language is known. */
const LANGUAGES = {
  terraform: /\.tf(\.json)?$/,
  cloudformation: /^template\.(ya?ml|json)$/,
  cdk: /^manifest\.json$/,
};

/** The outcome that a resource's own name promises. */
function promised(address: string): (typeof OUTCOME)[Prefix] | undefined {
  const name = address.split('.').at(-1)!.replace(/\[.*$/, '');
  const prefix = /^(pass|fail|unknown|na)(?=[_A-Z0-9]|$)/.exec(
    name.charAt(0).toLowerCase() + name.slice(1),
  )?.[1];
  return prefix === undefined ? undefined : OUTCOME[prefix as Prefix];
}

interface Shown {
  readonly outcomes: Set<string>;
  readonly messages: Set<string>;
  readonly languages: Set<string>;
}

const nothingShown = (): Shown => ({ outcomes: new Set(), messages: new Set(), languages: new Set() });

function note(shown: Shown, o: ReportedOutcome, language: string): void {
  const id = o.check;
  shown.outcomes.add(o.outcome);
  shown.languages.add(language);
  if (o.outcome === 'fail' && o.messageId !== undefined) shown.messages.add(o.messageId);
  if (o.outcome === 'pass' || o.outcome === 'fail')
    expect(o.evidence.length, `${id}: evidence`).toBeGreaterThan(0);
  // What is told of a repository as a whole (no file of it does so) has no place of its own.
  if ((o.outcome === 'pass' || o.outcome === 'fail') && (o.root !== '' || o.resource !== null))
    expect(o.evidence[0]!.at.file).not.toBe('');
  if (o.outcome === 'unknown') expect(o.decidedBy, `${id}: decided by`).toBeTruthy();
}

async function runRepositories(folder: string, check: Check): Promise<Shown> {
  const shown = nothingShown();
  for (const fixture of repositoryFixtures(folder)) {
    const { outcomes } = await assessFolder(fixture.folder, {
      only: [check.id],
      fileSystem: fixture.fileSystem,
      ...(fixture.infrastructure ? {} : { language: 'repository' }),
    });
    for (const o of outcomes) note(shown, o, 'repository');
    const where = `${check.id}/${fixture.name}: ${outcomes.map((o) => o.message)}`;
    if (fixture.expected === undefined) {
      const prefix = /^(pass|fail|unknown|na|attested)(?=[_-])/.exec(fixture.name)?.[1] as Prefix | undefined;
      expect(prefix, `${check.id}/fixtures/${fixture.name} is named for its outcome`).toBeDefined();
      const whole = outcomes.every((o) => o.outcome === 'attested')
        ? 'attested'
        : kindOf(combine(outcomes.map((o) => new Set(o.could))));
      expect(whole, where).toBe(OUTCOME[prefix!]);
    } else {
      const told = outcomes.map((o) => [o.resource?.address ?? '', o.outcome] as const);
      const wanted = [...fixture.expected].map(
        ([address, word]) => [address, OUTCOME[word as Prefix]] as const,
      );
      expect(told.toSorted(byAddress), where).toEqual(wanted.toSorted(byAddress));
    }
  }
  return shown;
}

function byAddress([a]: readonly string[], [b]: readonly string[]): number {
  return a! < b! ? -1 : 1;
}

async function runFixtures(folder: string): Promise<Shown> {
  const id = folder.split('/').at(-1)!;
  const check = CHECKS.find((c) => c.id === id)!;
  if (check.about === 'repository') return runRepositories(folder, check);
  const shown = nothingShown();
  const fixtures = join(folder, 'fixtures');
  const cases = readdirSync(fixtures, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name);
  for (const name of ['', ...cases]) {
    const at = join(fixtures, name);
    for (const [language, file] of Object.entries(LANGUAGES)) {
      if (!readdirSync(at).some((f) => file.test(f))) continue;
      const run = await assessFolder(at, {
        only: [id],
        language: language as keyof typeof LANGUAGES,
        ...(name === '' ? { fileSystem: flat(at) } : {}),
      });
      expect(run.coverage.files.partly, `${id}/${name} is read in full`).toEqual([]);
      const outcomes = run.outcomes.filter((o) => o.check === id);
      if (name === '') {
        for (const outcome of outcomes) {
          if (outcome.resource === null) continue;
          const wanted = promised(outcome.resource.address);
          if (wanted === undefined) continue;
          expect(
            `${outcome.resource.address}: ${outcome.outcome}`,
            `${id} (${language}): ${outcome.message}`,
          ).toBe(`${outcome.resource.address}: ${wanted}`);
          note(shown, outcome, language);
        }
      } else {
        const prefix = /^(pass|fail|unknown|na)/.exec(name)?.[1] as Prefix | undefined;
        expect(prefix, `${id}/fixtures/${name} is named for its outcome`).toBeDefined();
        const decided = outcomes;
        expect(
          decided.map((o) => o.outcome),
          `${id}/${name} (${language})`,
        ).toContain(OUTCOME[prefix!]);
        if (isRootCheck(check))
          expect(
            new Set(decided.map((o) => o.outcome)),
            `${id}/${name} (${language}): ${decided.map((o) => o.message)}`,
          ).toEqual(new Set([OUTCOME[prefix!]]));
        for (const o of decided) note(shown, o, language);
      }
    }
  }
  return shown;
}

/** What the account decides has no gap in code; what only a statement shows is never seen to hold. */
function mustBeShown(check: Check): readonly string[] {
  if (!check.evidence.some((kind) => kind === 'iac' || kind === 'repo'))
    return ['attested', 'fail', 'unknown'];
  return check.accountWide === true ? ['pass', 'unknown'] : ['pass', 'fail', 'unknown'];
}

const allNotes = await readNotes();

describe.each(folders.map((f) => [relative(catalog, f), f] as const))('%s', (_, folder) => {
  const id = folder.split('/').at(-1)!;
  const check = CHECKS.find((c) => c.id === id);

  it('is described in full', () => {
    expect(check, 'the generated index has it: run npm run build').toBeDefined();
    expect(requirementOf(check!.requirement), `requirement ${check!.requirement}`).toBeDefined();
    const notes = allNotes.get(id) ?? '';
    for (const section of ['Why it matters', 'When it does not', 'The fix', 'What it costs']) {
      expect(notes, `notes.md of ${id}`).toContain(`## ${section}`);
    }
    expect(existsSync(join(folder, 'fixtures'))).toBe(true);
    for (const text of Object.values(check!.messages)) {
      expect(text).not.toMatch(/\{(?!property\}|actual\}|expected\}|resource\})/);
    }
  });

  it('gives each fixture the outcome that its name promises, in each language, with every message used', async () => {
    const shown = await runFixtures(folder);
    const languages = check!.about === 'repository' ? ['repository'] : ['cloudformation', 'terraform'];
    expect([...shown.languages]).toEqual(expect.arrayContaining(languages));
    expect([...shown.outcomes]).toEqual(expect.arrayContaining([...mustBeShown(check!)]));
    expect([...shown.messages].sort()).toEqual(Object.keys(check!.messages).sort());
  });
});
