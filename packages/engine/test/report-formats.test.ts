import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../src/assess/assessment.ts';
import { render } from '../src/index.ts';
import type { RenderOptions } from '../src/report/format.ts';
import { FORMATS, type FormatName } from '../src/report/formats.generated.ts';
import { snippetsFor } from '../src/report/snippets.ts';
import { verdictSentence } from '../src/report/wording.ts';
import {
  HOSTILE,
  hostileAssessment,
  largeAssessment,
  nothingApplicableAssessment,
  sampleAssessment,
  sampleSources,
} from './support/sample-assessment.ts';

const OPTIONS: RenderOptions = {
  columns: 80,
  colour: false,
  verbose: false,
  quiet: false,
  date: new Date('2026-03-14T09:26:00Z'),
};
const NAMES = FORMATS.map(({ name }) => name);
const report = (name: FormatName, assessment: Assessment, options: Partial<RenderOptions> = {}) =>
  render(name, { assessment, sources: sampleSources }, { ...OPTIONS, ...options });

test('every file of a format is a format, and nothing else is', () => {
  const files = readdirSync(new URL('../src/report/formats', import.meta.url));
  expect([...NAMES].sort()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
});

describe.each(NAMES)('the %s report', (name) => {
  test('says the verdict and the environment', async () => {
    const text = await report(name, sampleAssessment());
    expect(text).toContain('NO-GO');
    expect(text).toContain('prod');
  });

  test('names what is unknown with what would decide it', async () => {
    const text = await report(name, sampleAssessment());
    const unknown = sampleAssessment().outcomes.filter((o) => o.outcome === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    const flat = text.replace(/\s+/g, ' ');
    for (const { requirement, decidedBy } of unknown) {
      expect(flat).toContain(requirement);
      expect(flat).toContain(decidedBy!.split(/[`_*]/)[0]!.trim());
    }
  });

  test('is the same for the same assessment and date', async () => {
    expect(await report(name, sampleAssessment())).toBe(await report(name, sampleAssessment()));
  });

  test('shows no secret', async () => {
    expect(await report(name, sampleAssessment(), { verbose: true })).not.toMatch(
      /change-me-before-launch|hunter2/,
    );
  });

  test('says of an outcome read from source that it is not synthesized', async () => {
    const sample = sampleAssessment();
    const marked = {
      ...sample,
      outcomes: sample.outcomes.map((o) => ({ ...o, notSynthesized: true as const })),
    };
    expect(await report(name, marked)).toMatch(/not[ _]?synthesized/i);
    expect(await report(name, sample)).not.toMatch(/not[ _]?synthesized/i);
  });

  test('lets no control character or turning mark through from names', async () => {
    const text = await report(name, hostileAssessment());
    expect(HOSTILE).toContain('\u001b');
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    // Names are data for scripts and kept there as they are.
    if (name !== 'json') expect(text).not.toContain('\u202e');
  });

  test('is made of an assessment without anything in it', async () => {
    expect((await report(name, nothingApplicableAssessment())).length).toBeGreaterThan(20);
  });

  test('is made within two seconds for 2,000 outcomes', async () => {
    const assessment = largeAssessment(2000);
    const start = performance.now();
    await report(name, assessment);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('the terminal says the whole verdict where only that is asked for', async () => {
  const text = await report('terminal', sampleAssessment(), { quiet: true });
  expect(text.replace(/\s+/g, ' ')).toContain(verdictSentence(sampleAssessment()));
});

test('what breaks a criterion is named apart from what may in Markdown', async () => {
  const sample = sampleAssessment();
  const broken = sample.verdict.criteria.find((c) => c.outcome === 'fail')!;
  const open = sample.outcomes.find((o) => o.outcome === 'unknown')!;
  const criteria = sample.verdict.criteria.map((c) =>
    c === broken ? { ...c, checks: [open.check, ...c.checks], outcomes: [open.key, ...c.outcomes] } : c,
  );
  const text = await report('markdown', { ...sample, verdict: { ...sample.verdict, criteria } });
  const row = text.split('\n').find((line) => line.includes('**failed**'))!;
  expect(row).not.toContain(open.check);
  expect(row).toMatch(/; 1 unknown \|$/);
});

describe('places in the repository', () => {
  test.each(['sarif', 'github', 'gitlab', 'ocsf'] as const)(
    'are those from the top of the repository in %s',
    async (name) => {
      const text = await report(name, sampleAssessment(), { folder: 'apps/cards' });
      expect(text).toContain('apps/cards/infra/lambda.tf');
      expect(text).not.toMatch(/["=]infra\/lambda\.tf/);
    },
  );
});

describe('GitHub annotations', () => {
  test('escape what would end a property or a command', async () => {
    const sample = sampleAssessment();
    const outcomes = sample.outcomes.map((o) => ({ ...o, message: '50% a,b:c\r\n::error::x' }));
    const lines = (await report('github', { ...sample, service: 'a,b:c%', outcomes })).trimEnd().split('\n');
    expect(lines[0]).toMatch(/^::error title=NO-GO a%2Cb%3Ac%25::/);
    expect(lines.every((line) => /^(::(error|warning|notice) |\d+ outcomes? )/.test(line))).toBe(true);
    expect(lines.some((line) => line.includes('50%25 a,b:c'))).toBe(true);
  });

  test('have annotations before what was not seen, which has no line', async () => {
    const sample = sampleAssessment();
    const open = sample.outcomes.find((o) => o.outcome === 'unknown' && o.resource !== null)!;
    const unseen = Array.from({ length: 5 }, (_, i) => ({
      ...open,
      key: `u${i}`,
      group: `u${i}`,
      check: `aaa-${i}`,
      severity: 'critical' as const,
      resource: null,
      evidence: [],
    }));
    const run = { ...sample, outcomes: [...unseen, ...sample.outcomes] };
    const lines = (await report('github', run)).split('\n');
    const own = lines.findIndex((line) => line.includes(`explain ${open.check}`));
    const first = lines.findIndex((line) => line.includes('explain aaa-'));
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(first);
  });

  test('are at most ten of each kind, and the rest is counted', async () => {
    const lines = (await report('github', largeAssessment(2000))).trimEnd().split('\n');
    const of = (level: string) => lines.filter((line) => line.startsWith(`::${level} `)).length;
    for (const level of ['error', 'warning', 'notice']) expect(of(level), level).toBeLessThanOrEqual(10);
    expect(lines.join('\n')).toMatch(/::notice title=\d+ more findings::/);
  });
});

describe('GitLab code quality', () => {
  const issues = async (assessment: Assessment) =>
    JSON.parse(await report('gitlab', assessment)) as {
      description: string;
      check_name: string;
      fingerprint: string;
      severity: string;
      location: { path: string; lines: { begin: number } };
    }[];

  test.each([
    ['the sample', sampleAssessment()],
    ['hostile names', hostileAssessment()],
    ['2,000 outcomes', largeAssessment(2000)],
    ['nothing', nothingApplicableAssessment()],
  ])('has what GitLab asks for: %s', async (_, assessment) => {
    const all = await issues(assessment);
    for (const issue of all) {
      expect(issue.description).not.toBe('');
      expect(issue.check_name).toMatch(/^[a-z0-9-]+$/);
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue.severity);
      expect(issue.location.path).not.toMatch(/^\/|^\.\//);
      expect(issue.location.lines.begin).toBeGreaterThanOrEqual(1);
    }
    expect(new Set(all.map((i) => i.fingerprint)).size).toBe(all.length);
  });

  test('says in words what is unknown or accepted', async () => {
    const said = (await issues(sampleAssessment())).map((i) => i.description);
    expect(said.some((d) => d.includes('Unknown: '))).toBe(true);
    expect(said.some((d) => d.includes('Waived: '))).toBe(true);
  });
});

describe('snippets', () => {
  const check = {
    ...[...sampleAssessment().checks.values()][0]!,
    snippets: { terraform: 'a = 1', cloudformation: 'A: 1' },
  };
  const titles = (kind: Assessment['subject']['roots'][number]['kind']) => {
    const sample = sampleAssessment();
    const roots = [{ ...sample.subject.roots[0]!, kind }];
    const outcomes = sample.outcomes.slice(0, 1).map((o) => ({ ...o, root: roots[0]!.path }));
    return snippetsFor({ subject: { ...sample.subject, roots } }, outcomes, check).map((s) => s.title);
  };

  test('are in the language of the root', () => {
    expect(titles('terraform')).toEqual(['Terraform']);
    expect(titles('cloudformation')).toEqual(['CloudFormation']);
    expect(titles('sam')).toEqual(['CloudFormation']);
    expect(titles('cdk')).toEqual(['CloudFormation; in CDK set the same property']);
    expect(titles('cdk-source')).toEqual(['CloudFormation; in CDK set the same property']);
  });
});
