import { describe, expect, it, test } from 'vitest';
import type { ReportedOutcome } from '../src/assess/assessment.ts';
import { resourcesOf } from '../src/report/entries.ts';
import { renderTerminal, type TerminalOptions } from '../src/report/terminal/terminal.ts';
import { width, wrap } from '../src/report/terminal/text.ts';
import {
  allWellAssessment,
  hostileAssessment,
  lackOfEvidenceAssessment,
  largeAssessment,
  libraryAssessment,
  nothingApplicableAssessment,
  sampleAssessment,
} from './support/sample-assessment.ts';

const AT_80: TerminalOptions = { columns: 80, colour: false, verbose: false };

const EVERY_KIND = {
  'gaps that block': sampleAssessment(),
  'all well': allWellAssessment(),
  'nothing applicable': nothingApplicableAssessment(),
  'lack of evidence': lackOfEvidenceAssessment(),
  library: libraryAssessment(),
  'hostile names': hostileAssessment(),
  'many outcomes': largeAssessment(300),
};

describe('the terminal report', () => {
  test('says the verdict, what blocks, what else, how sure, and what was read', () => {
    expect(renderTerminal(sampleAssessment(), AT_80)).toBe(`\
NO-GO  flashcards, environment prod (the only one with a tfvars file)
       2 of 5 criteria fail: critical gaps, data can be lost; 1 undecided:
       somebody is told when it fails; 1 not asked
       ready 25-50 %  level 0 of 4
       8 checks: 2 pass, 4 gaps, 2 unknown (1 more does not apply)
       not asked: 2 requirements need the account, 1 the running app

BLOCKS THE LAUNCH
  critical  SEC-14  A secret is written in a function's environment
            infra/lambda.tf:11  aws_lambda_function.api
            SECRET_KEY is a placeholder (hidden, 23 characters), expected a
            reference to a secret store
            do: keep it in Secrets Manager, read it at start, rotate it    hours
  high      BKP-02  3 tables cannot be restored to a point in time
            infra/dynamodb.tf:6, :15, :24  users, sessions, locks
            point-in-time recovery is false, expected true
            do: point_in_time_recovery { enabled = true } in each        minutes

GAPS        besides these: medium 1 · low 1
  medium    INF-12  2 functions keep the default timeout  infra/lambda.tf:6, :18
                    api, cleanup  minutes
  low       CST-04  A resource carries no cost tags  minutes

UNKNOWN     2 checks; what would decide them:
  blocks    run terraform init in infra (MON-03; keeps open: somebody is told
            when it fails)
  open      a value for var.domain (SEC-10)

WAIVED      1 entry
  SEC-01    A public endpoint speaks plain HTTP aws_lb_listener.health:
            accepted-risk: only the health check of the partner uses it
            (dana@flashcards.example, until 2027-01-31)

ATTESTED    1 entry
  SEC-14    Secrets live in Secrets Manager or Parameter Store
            aws_lambda_function.cleanup: rotated by hand on 2026-03-01
            (dana@flashcards.example, until 2026-12-31)

AREAS       security 1/3 · monitoring 0/1 · backup 0/1 · infrastructure 1/2 ·
            cost 0/1
READ        5 files in full, 1 in part (infra/old.tf:12: unclosed string), 1 not
            at all (infra/state.tf: binary); 38 of 40 resources known by type;
            not seen: module.network
ROOTS       infra NO-GO
LISTED      not assessed: infra/modules/queue (module); --root names one
NOTICE      the waiver of s3-versioning ended on 2025-01-31 and no longer holds
ASSUMED     no airworthy.yaml: the service counts as standard tier

why:     airworthy explain secrets-in-a-store
in full: airworthy assess --format html --output report.html
`);
  });

  test('is short and friendly where all is well', () => {
    expect(renderTerminal(allWellAssessment(), AT_80)).toBe(`\
GO  flashcards, environment prod (the only one with a tfvars file)
    all 5 criteria hold
    ready 100 %   level 4 of 4   2 checks: 2 pass, 0 gaps, 0 unknown

AREAS       security 1/1 · infrastructure 1/1
READ        5 files in full; 4 of 4 resources known by type

Nothing that was asked stands against the launch. Have a good flight.
in full: airworthy assess --format html --output report.html
`);
  });

  test('is short and friendly where there is nothing to assess', () => {
    expect(renderTerminal(nothingApplicableAssessment(), AT_80)).toBe(`\
GO  notes, no environment (the repository names none)
    nothing to assess here: no check applies to what was read

READ        0 files in full; no resource of infrastructure

Is the infrastructure in another folder? Name it: airworthy assess <path>
`);
  });

  test('tells a NO-GO for lack of evidence from one for a found gap', () => {
    const report = renderTerminal(lackOfEvidenceAssessment(), AT_80);
    expect(report).toMatch(/^NO-GO {2}flashcards.*\n {7}for lack of evidence: no gap that was found blocks/);
    expect(report).not.toContain('BLOCKS THE LAUNCH');
    expect(report).toContain('  blocks    run terraform init in infra');
    expect(renderTerminal(sampleAssessment(), AT_80)).not.toContain('lack of evidence');
  });

  test('says library where the decision would stand', () => {
    const report = renderTerminal(libraryAssessment(), AT_80);
    expect(report).toMatch(/^LIBRARY {2}flashcards/);
    expect(report).not.toContain('NO-GO  flashcards');
  });

  test('is the verdict and its sentence where only that is asked for', () => {
    expect(renderTerminal(sampleAssessment(), { ...AT_80, quiet: true })).toBe(`\
NO-GO  flashcards, environment prod (the only one with a tfvars file): 2 of 5
       criteria fail: critical gaps, data can be lost; 1 undecided: somebody is
       told when it fails; 1 not asked
`);
  });

  test('names each of the things that one entry found', () => {
    const sample = sampleAssessment();
    const outcomes = sample.outcomes.map((o) =>
      o.key === 'k-pitr-locks' ? { ...o, message: 'recovery is not set, expected true' } : o,
    );
    const report = renderTerminal({ ...sample, outcomes }, { ...AT_80, columns: 110 });
    expect(report).toContain('is false, expected true; recovery is not set, expected true');
  });

  test('does not call a waived unknown a gap', () => {
    const sample = sampleAssessment();
    const outcomes = sample.outcomes.map((o) =>
      o.key === 'k-https-waived'
        ? { ...o, could: ['pass', 'fail'] as const, message: 'cannot tell whether it redirects' }
        : o,
    );
    const report = renderTerminal({ ...sample, outcomes }, AT_80);
    expect(report).toContain('cannot tell whether it redirects');
    expect(report).not.toContain('speaks plain HTTP');
  });

  test('shows what passes, and whole lists, only when asked', () => {
    const brief = renderTerminal(largeAssessment(2000), AT_80);
    const whole = renderTerminal(largeAssessment(2000), { ...AT_80, verbose: true });
    expect(brief).toMatch(/… \d+ more \(--verbose\)/);
    expect(brief).not.toContain('\nPASS');
    expect(brief.split('\n').length).toBeLessThan(130);
    expect(whole).not.toContain('(--verbose)');
    expect(whole).toContain('\nPASS');
  });

  describe.each(Object.entries(EVERY_KIND))('with %s', (_, assessment) => {
    test.each([40, 80, 100, 200])('has no line longer than %i columns', (columns) => {
      for (const verbose of [false, true]) {
        for (const line of renderTerminal(assessment, { columns, colour: false, verbose }).split('\n')) {
          expect(width(line), line).toBeLessThanOrEqual(columns);
        }
      }
    });

    test('has the same words with and without colour', () => {
      for (const columns of [40, 80]) {
        const coloured = renderTerminal(assessment, { columns, colour: true, verbose: true });
        expect(coloured).toContain('\u001b[');
        expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(
          renderTerminal(assessment, { columns, colour: false, verbose: true }),
        );
      }
    });

    test('lets nothing through that steers a terminal', () => {
      const report = renderTerminal(assessment, { ...AT_80, verbose: true });
      expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    });
  });
});

describe('wrapping', () => {
  test('counts wide characters as two columns and marks as none', () => {
    expect(width('資源')).toBe(4);
    expect(width('e\u0301')).toBe(1);
    expect(width('naïve')).toBe(5);
  });

  test('breaks a word that is longer than a line after a separator', () => {
    expect(wrap('see infra/modules/network/subnets.tf', 20)).toEqual([
      'see',
      'infra/modules/',
      'network/subnets.tf',
    ]);
    expect(wrap('資源資源資源', 5)).toEqual(['資源', '資源', '資源']);
  });
});

describe('addresses of one entry', () => {
  const at = (address: string) => ({ resource: { type: 'T', address, root: '.' } }) as ReportedOutcome;
  it.each<[string[], string]>([
    [['aws_x.a', 'aws_x.b'], 'a, b'],
    [['aws_x.a', 'aws_y.b'], 'aws_x.a, aws_y.b'],
    [['module.m.aws_x.a', 'module.m.aws_x.b'], 'a, b'],
    [['.*.Two', 'One'], '.*.Two, One'],
    [['a..b', 'a..c'], 'b, c'],
    [['{app.ts:37}/RoomsTable', '{app.ts:37}/UsersTable'], '{app.ts:37}/RoomsTable, {app.ts:37}/UsersTable'],
    [['module.m{app.ts:37}.a', 'module.m{app.ts:37}.b'], 'a, b'],
    [['aws_x.y["eu.west"]', 'aws_x.y["eu.north"]'], 'y["eu.west"], y["eu.north"]'],
    [['module.m["]a.b"].x', 'module.m["]a.b"].y'], 'x, y'],
    [['list[a.b', 'list[a.c'], 'b, c'],
    [['only'], 'only'],
  ])('%j are said as %s', (addresses, said) => {
    expect(resourcesOf(addresses.map(at), 8)).toBe(said);
  });
});
