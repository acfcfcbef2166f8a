import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessRepository, type Run } from '../src/index.ts';
import { renderSarif } from '../src/report/sarif/sarif.ts';
import {
  hostileAssessment,
  largeAssessment,
  sampleAssessment,
  sampleSources,
} from './support/sample-assessment.ts';

const OPTIONS = {
  columns: 80,
  colour: false,
  verbose: false,
  quiet: false,
  date: new Date('2026-03-14T09:26:00Z'),
};
const MULTITOOL = dirname(
  createRequire(import.meta.url).resolve('@microsoft/sarif-multitool-linux/package.json'),
);

const example = (name: string): Promise<Run> =>
  assessRepository({
    path: fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url)),
    now: OPTIONS.date,
  });
const run = (assessment: Run['assessment']): Run => ({ assessment, sources: sampleSources });
const RUNS: readonly (readonly [string, () => Run | Promise<Run>])[] = [
  ['flashcards', () => example('flashcards')],
  ['flashcards-ready', () => example('flashcards-ready')],
  ['hostile names', () => run(hostileAssessment())],
  ['2,000 outcomes', () => run(largeAssessment(2000))],
];

interface Result {
  ruleId: string;
  ruleIndex: number;
  kind: string;
  level: string;
  message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string }; region: { endColumn?: number } } }[];
  partialFingerprints: Record<string, string>;
  suppressions?: { kind: string; status: string; justification: string }[];
}
const read = (text: string) =>
  JSON.parse(text).runs[0] as {
    results: Result[];
    tool: {
      driver: { rules: { id: string; properties: { tags: string[]; 'security-severity'?: string } }[] };
    };
    invocations: {
      toolExecutionNotifications: { descriptor: { id: string }; message: { text: string } }[];
    }[];
  };

describe('against the official schema', () => {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(join(MULTITOOL, 'sarif-2.1.0.json'), 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false }).compile({
    ...schema,
    $id: undefined,
    id: undefined,
  });

  test.each(RUNS)('%s', async (_name, make) => {
    for (const verbose of [false, true]) {
      const document = JSON.parse(renderSarif(await make(), { ...OPTIONS, verbose, folder: 'a b/#c' }));
      expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    }
  });

  test('a document that is not SARIF is refused', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });
});

describe.skipIf(process.platform !== 'linux')('against the validator of the SARIF SDK', () => {
  let folder: string;
  let tool: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'airworthy-sarif-'));
    tool = join(folder, 'validator');
    copyFileSync(join(MULTITOOL, 'Sarif.Multitool'), tool); // packages are installed without their scripts: not executable
    chmodSync(tool, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(RUNS)(
    '%s has no error, and no warning but that there is no page of the tool',
    async (name, make) => {
      const file = join(folder, `${name.replaceAll(/\W/g, '-')}.sarif`);
      const log = `${file}.log`;
      writeFileSync(file, renderSarif(await make(), OPTIONS));
      execFileSync(tool, ['validate', file, '--output', log, '--log', 'ForceOverwrite'], {
        env: {
          ...process.env,
          DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1',
          DOTNET_BUNDLE_EXTRACT_BASE_DIR: folder,
        },
        stdio: 'ignore',
      });
      const found = JSON.parse(readFileSync(log, 'utf8').replace(/^\ufeff/, '')).runs[0].results as {
        ruleId: string;
      }[];
      expect([...new Set(found.map((r) => r.ruleId))]).toEqual(['SARIF2005']);
    },
  );
});

describe('what the outcomes become', () => {
  const sample = sampleAssessment();
  const { results, tool, invocations } = read(renderSarif(run(sample), OPTIONS));
  const of = (key: string) => results.find((r) => r.partialFingerprints['airworthyOutcome/v1'] === key);

  test('a gap fails at the level of its severity, an unknown is open', () => {
    for (const outcome of sample.outcomes) {
      const result = of(outcome.key);
      if (outcome.outcome === 'fail') {
        expect(result?.kind).toBe('fail');
        expect(result?.level).toBe(
          { critical: 'error', high: 'error', medium: 'warning', low: 'note' }[outcome.severity],
        );
      }
      if (outcome.outcome === 'unknown') {
        expect(result?.kind).toBe('open');
        expect(result?.level).toBe('none');
        expect(result?.message.text).toContain('Unknown: ');
      }
      if (outcome.outcome === 'pass') expect(result).toBeUndefined();
    }
  });

  test('a waiver is an accepted suppression with its reason', () => {
    const waived = sample.outcomes.find((o) => o.outcome === 'waived')!;
    const [suppression] = of(waived.key)!.suppressions!;
    expect(suppression).toMatchObject({ kind: 'external', status: 'accepted' });
    expect(suppression!.justification).toContain(waived.accepted!.reason);
    expect(results.filter((r) => r.suppressions !== undefined)).toHaveLength(
      sample.outcomes.filter((o) => o.outcome === 'waived').length,
    );
  });

  test('passes are there only where everything is asked for', () => {
    const passes = sample.outcomes.filter((o) => o.outcome === 'pass').length;
    const verbose = read(renderSarif(run(sample), { ...OPTIONS, verbose: true })).results;
    expect(verbose.filter((r) => r.kind === 'pass')).toHaveLength(passes);
  });

  test('each result belongs to its rule; only those of security have a security severity', () => {
    for (const result of results) expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    for (const rule of tool.driver.rules) {
      expect(rule.properties.tags.length).toBeLessThanOrEqual(20);
      expect(rule.properties['security-severity'] !== undefined).toBe(rule.properties.tags[0] === 'security');
    }
  });

  test('files that were not read are notified', () => {
    const ids = invocations[0]!.toolExecutionNotifications.map((n) => n.descriptor.id);
    expect(ids).toEqual(expect.arrayContaining(['verdict', 'read-in-part', 'not-read', 'not-seen', 'scope']));
  });

  test('names of files are encoded as parts of a URI', () => {
    const uri = read(renderSarif(run(sample), { ...OPTIONS, folder: 'a b/#c%' })).results[0]!.locations[0]!
      .physicalLocation.artifactLocation.uri;
    expect(uri).toMatch(/^a%20b\/%23c%25\//);
  });

  test('more than 25,000 results are cut, and it is said', () => {
    const large = read(renderSarif(run(largeAssessment(50_000)), OPTIONS));
    // Of five outcomes one is a gap, one unknown: 20,000 of 50,000.
    expect(large.results).toHaveLength(20_000);
    const more = read(renderSarif(run(largeAssessment(70_000)), OPTIONS));
    expect(more.results).toHaveLength(25_000);
    const said = more.invocations[0]!.toolExecutionNotifications.filter(
      (n) => n.descriptor.id === 'left-out',
    );
    expect(said[0]!.message.text).toMatch(/^3000 of 28000 results are left out/);
    expect(said[1]!.message.text).toMatch(/shows 5000 of these 25000/);
  });
});
