import { describe, expect, it } from 'vitest';
import type { ReportedOutcome } from '../src/assess/assessment.ts';
import { assessRepository, render } from '../src/index.ts';
import { decidersOf, deciderText } from '../src/report/deciders.ts';
import { entriesOf } from '../src/report/entries.ts';
import { sampleAssessment, sampleSources } from './support/sample-assessment.ts';

/** The sample with these things unknown, each of them another check's. */
function unknown(...decidedBy: readonly string[]) {
  const sample = sampleAssessment();
  const open = sample.outcomes.find((o) => o.outcome === 'unknown')!;
  const outcomes = decidedBy.map(
    (by, i): ReportedOutcome => ({ ...open, key: `${i}`, group: `${i}`, decidedBy: by }),
  );
  const notSeen = ['module.a', 'module.b'].map((what) => ({
    root: 'infra',
    what,
    why: 'its code is not here',
    decidedBy: 'run terraform init',
  }));
  const [first, ...criteria] = sample.verdict.criteria;
  const kept = { ...first!, outcome: 'unknown' as const, outcomes: outcomes.map(({ key }) => key) };
  return {
    ...sample,
    outcomes,
    verdict: { ...sample.verdict, criteria: [kept, ...criteria] },
    coverage: { ...sample.coverage, notSeen },
  };
}

function said(...decidedBy: readonly string[]): readonly string[] {
  const assessment = unknown(...decidedBy);
  return decidersOf(assessment, entriesOf(assessment)).map((decider) => deciderText(decider, 2));
}

describe('what would decide the unknown', () => {
  it('is said once for all that one step is about', () => {
    expect(said('module.a: run terraform init', 'module.b: run terraform init')).toEqual([
      'run terraform init (module.a, module.b)',
    ]);
  });

  it.each([
    [
      ['reading what save does in src/a.ts:3', 'reading what save does in src/b.ts:4'],
      'reading what save does (src/a.ts:3, src/b.ts:4)',
    ],
    [
      ['finding handle() (app.py:1)', 'finding handle() (app.py:2)', 'finding handle() (app.py:3)'],
      'finding handle() (app.py:1, app.py:2, … 1 more)',
    ],
    [
      ['finding where api/a.py is mounted', 'finding where api/b.py is mounted'],
      'finding where … is mounted (api/a.py, api/b.py)',
    ],
    [
      ['src/a.ts:1: the environment is read as a whole', 'src/b.ts:1: the environment is read as a whole'],
      'the environment is read as a whole (src/a.ts:1, src/b.ts:1)',
    ],
  ])('names the places of %j', (decidedBy, sentence) => {
    expect(said(...decidedBy)).toEqual([sentence]);
  });

  it('is said as it is where it is about one thing', () => {
    for (const one of ['module.a: run terraform init', 'reading what save does in src/a.ts:3', 'the account'])
      expect(said(one)).toEqual([one]);
  });

  it('is one step for each of those that decide together', () => {
    expect(said('module.a: run terraform init; the account', 'the account')).toEqual([
      'the account',
      'module.a: run terraform init',
    ]);
    expect(said('a; b; c and 4 more')).toEqual(['a', 'b', 'c']);
    expect(said('the account (it is there; it may be elsewhere)')).toHaveLength(1);
  });

  it('stays a screen in the terminal, however much there is', async () => {
    const assessment = unknown(...Array.from({ length: 300 }, (_, i) => `looking at number ${i}`));
    const options = { columns: 80, colour: false, quiet: false, date: new Date('2026-03-14T09:26:00Z') };
    const run = { assessment, sources: sampleSources };
    const text = await render('terminal', run, { ...options, verbose: false });
    expect(text.match(/looking at number/g)).toHaveLength(12);
    expect(text).toContain('… 288 more (--verbose)');
    const whole = await render('terminal', run, { ...options, verbose: true });
    expect(whole.match(/looking at number/g)!.length).toBeGreaterThanOrEqual(300);
  });

  it('names first what answers the question, before what tells whether it is asked', async () => {
    const path = new URL(
      '../src/catalog/monitoring/alarms-fit-objectives/fixtures/unknown_other_language',
      import.meta.url,
    ).pathname;
    const { assessment } = await assessRepository({ path, now: new Date('2026-01-01') });
    const own = assessment.outcomes.find(({ check }) => check === 'alarms-fit-objectives');
    expect(own?.decidedBy).toMatch(/^stating an objective/);
    expect(own?.decidedBy).toContain('worker/main.go');
  });
});
