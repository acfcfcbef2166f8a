import { describe, expect, it } from 'vitest';
import { accept } from '../src/assess/acceptance.ts';
import type { ReportedOutcome } from '../src/assess/assessment.ts';
import {
  ConfigurationError,
  configurationJsonSchema,
  readConfiguration,
} from '../src/assess/configuration.ts';
import { DEFAULT_CRITERIA, decide } from '../src/assess/criteria.ts';
import { levels } from '../src/assess/score.ts';
import type { Check } from '../src/catalog/check.ts';
import type { Possible } from '../src/model/outcome.ts';

const check = (id: string, requirement: string, severity: Check['severity']) =>
  ({ id, requirement, severity }) as Check;
const result = (c: Check, ...could: Possible[]) => ({ check: c, could: new Set(could) });
const SECRET = check('no-secret-literals', 'SEC-14', 'critical');
const RECOVERY = check('dynamodb-point-in-time-recovery', 'BKP-02', 'high');
const TAGS = check('cost-allocation-tags', 'CST-04', 'medium');
const keys = (id: string, kind: string) => [`${id}:${kind}`];
const verdict = (results: ReturnType<typeof result>[], more = {}) =>
  decide(DEFAULT_CRITERIA, results, keys, { library: false, everythingAsked: false, ...more });

describe('the verdict', () => {
  it('is GO when every criterion that was asked holds', () => {
    expect(
      verdict([result(SECRET, 'pass'), result(RECOVERY, 'not-applicable'), result(TAGS, 'fail')]).decision,
    ).toBe('GO');
  });

  it('is NO-GO for a found gap, and names it', () => {
    const { decision, lackOfEvidence, criteria } = verdict([
      result(SECRET, 'fail'),
      result(RECOVERY, 'pass', 'fail'),
    ]);
    expect([decision, lackOfEvidence]).toEqual(['NO-GO', false]);
    expect(criteria.find((c) => c.id === 'no-critical-gap')).toMatchObject({
      outcome: 'fail',
      checks: ['no-secret-literals'],
    });
    expect(criteria.find((c) => c.id === 'data-survives')).toMatchObject({ outcome: 'unknown' });
  });

  it('is NO-GO for lack of evidence where only unknowns block', () => {
    expect(verdict([result(SECRET, 'pass', 'fail')])).toMatchObject({
      decision: 'NO-GO',
      lackOfEvidence: true,
    });
  });

  it('is not blocked by what could only pass or not apply', () => {
    expect(verdict([result(SECRET, 'pass', 'not-applicable')]).decision).toBe('GO');
  });

  it('is blocked by a subscription that tells nobody, not by one whose confirmation code cannot show', () => {
    const told = check('alarms-notify', 'MON-09', 'high');
    const confirmed = check('alarm-subscriptions-confirmed', 'MON-09', 'high');
    const heard = (...results: ReturnType<typeof result>[]) =>
      verdict(results).criteria.find(({ id }) => id === 'somebody-is-told')?.outcome;
    const inTheAccount = { ...result(confirmed, 'pass', 'fail'), isElsewhere: true };
    expect(heard(result(told, 'pass'), inTheAccount)).toBe('met');
    expect(heard(result(told, 'pass'), result(confirmed, 'fail'))).toBe('fail');
    expect(heard(result(told, 'not-applicable'), inTheAccount)).toBe('unknown');
    // A filter that is a variable is no matter of the account.
    expect(heard(result(told, 'pass'), result(confirmed, 'pass', 'fail'))).toBe('unknown');
  });

  it('counts what was not asked as unknown when the launch is the scope', () => {
    expect(verdict([result(SECRET, 'pass')], { everythingAsked: true })).toMatchObject({
      decision: 'NO-GO',
      lackOfEvidence: true,
    });
  });

  it('is NO-GO for a library, whose roots decide', () => {
    expect(verdict([result(SECRET, 'pass')], { library: true })).toMatchObject({
      decision: 'NO-GO',
      library: true,
    });
  });
});

describe('levels', () => {
  it('gate: one is reached when all below it are full', () => {
    const reached = (...results: ReturnType<typeof result>[]) => levels(results).map((l) => l.reached);
    expect(reached(result(SECRET, 'pass'), result(RECOVERY, 'pass'), result(TAGS, 'fail'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(reached(result(SECRET, 'fail'), result(RECOVERY, 'pass'))).toEqual([false, false, false, false]);
    expect(reached(result(SECRET, 'pass', 'fail'))).toEqual([false, false, false, false]);
  });
});

const outcome = (more: Partial<ReportedOutcome>): ReportedOutcome => ({
  key: 'k',
  check: 'waf-attached',
  requirement: 'SEC-10',
  area: 'security',
  severity: 'high',
  root: '.',
  resource: { type: 'AWS::S3::Bucket', address: 'aws_lb.public', root: '.' },
  outcome: 'fail',
  message: 'm',
  could: ['fail'],
  evidence: [],
  group: 'g',
  ...more,
});
const waiver = (more: object) => ({
  check: 'waf-attached',
  reason: 'accepted-risk' as const,
  text: 'internal',
  owner: 'ops',
  until: '2026-12-31',
  ...more,
});
const attestation = (more: object) => ({
  fact: 'BKP-07',
  owner: 'ops',
  date: '2026-11-01',
  expires: '2027-01-01',
  ...more,
});
const NOW = new Date('2026-11-21T23:59:00Z');

describe('a waiver', () => {
  it.each<[string, object, string, RegExp | undefined]>([
    ['accepts every resource of its check', {}, 'waived', undefined],
    ['accepts the resources its selector names', { resource: 'aws_lb.*' }, 'waived', undefined],
    ['holds on its last day', { until: '2026-11-21' }, 'waived', undefined],
    ['ends after its day', { until: '2026-11-20' }, 'fail', /ended on 2026-11-20/],
    ['that matches nothing is reported', { resource: 'aws_lb.internal' }, 'fail', /matches nothing/],
    ['of another check is no help', { check: 'tls-policy' }, 'fail', /matches nothing/],
    ['takes the selector as text', { resource: 'aws_lb.publi.' }, 'fail', /matches nothing/],
  ])('%s', (_, more, said, notice) => {
    const { outcomes, notices } = accept([outcome({})], [waiver(more)], [], NOW);
    expect(outcomes[0]!.outcome).toBe(said);
    if (notice === undefined) expect(notices).toEqual([]);
    else expect(notices.join()).toMatch(notice);
  });

  it('leaves a pass alone', () => {
    expect(accept([outcome({ outcome: 'pass' })], [waiver({})], [], NOW).outcomes[0]!.outcome).toBe('pass');
  });
});

describe('an attestation', () => {
  const unknown = outcome({
    requirement: 'BKP-07',
    check: 'restore-tested',
    outcome: 'unknown',
    could: ['pass', 'fail'],
  });
  it.each<[string, ReportedOutcome, object, string, RegExp | undefined]>([
    ['answers an unknown that a statement may answer', unknown, {}, 'attested', undefined],
    ['never overrules what was seen', { ...unknown, outcome: 'fail' }, {}, 'fail', /answers nothing/],
    ['that expired is a gap', unknown, { expires: '2026-11-20' }, 'fail', /expired/],
    ['cannot be dated in the future', unknown, { date: '2026-12-01' }, 'unknown', /future/],
    [
      'does not answer what can be seen',
      { ...unknown, requirement: 'BKP-02' },
      { fact: 'BKP-02' },
      'unknown',
      /decided by what can be seen/,
    ],
  ])('%s', (_, o, more, said, notice) => {
    const { outcomes, notices } = accept([o], [], [attestation(more)], NOW);
    expect(outcomes[0]!.outcome).toBe(said);
    if (notice !== undefined) expect(notices.join()).toMatch(notice);
  });
});

describe('airworthy.yaml', () => {
  it('reads what it documents', () => {
    const read = readConfiguration(
      'airworthy.yaml',
      'service: x\ntier: critical\nenvironments:\n  prod: { production: true }\n',
    );
    expect(read.configuration).toEqual({
      service: 'x',
      tier: 'critical',
      environments: { prod: { production: true } },
    });
  });

  it('is empty when there is nothing in it', () => {
    expect(readConfiguration('airworthy.yaml', '# nothing yet\n').configuration).toEqual({});
  });

  it('names the line of what is wrong', () => {
    expect(() => readConfiguration('airworthy.yaml', 'service: x\n\ntier: gold\n')).toThrow(
      /airworthy\.yaml:3: tier/,
    );
    expect(() => readConfiguration('airworthy.yaml', 'service: [')).toThrow(ConfigurationError);
  });

  it('keeps a malformed waiver from counting, and says so', () => {
    const { waivers, notices } = readConfiguration('airworthy.yaml', 'waivers:\n  - { check: x }\n');
    expect(waivers).toEqual([]);
    expect(notices[0]).toMatch(/waiver 1 is not valid/);
  });

  it('has a schema that names each of its parts', () => {
    const { properties } = configurationJsonSchema() as { properties: object };
    expect(Object.keys(properties).sort()).toEqual(
      ['attestations', 'criteria', 'environments', 'owner', 'regions', 'service', 'tier', 'waivers'].sort(),
    );
  });
});
