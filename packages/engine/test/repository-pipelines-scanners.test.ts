import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../src/collect/repository/pipelines/actions.ts';
import { at, factsOf, type Plain } from './support/pipeline-facts.ts';

/*
 * Scanners that are actions of others: what they look at by what they are given, and whether they stop anything.
 */

/** A name that each alternative of a row's pattern matches. */
function examplesOf({ source }: RegExp): readonly string[] {
  const outside = /\|(?![^()]*\))/;
  const needed = source.replaceAll(/\(\?:[^()]*\)\?/g, '');
  return needed.split(outside).map((alternative) =>
    alternative
      .replaceAll(/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)/g, '$1')
      .replaceAll(/[\^$]/g, '')
      .replaceAll(/\.\*|\.\+/g, 'x')
      .replaceAll('-?', '-')
      .replaceAll('\\', ''),
  );
}

describe('the table of actions', () => {
  it.each(ACTIONS.flatMap(([pattern]) => examplesOf(pattern).map((name) => [name, pattern] as const)))(
    'has no row before the one of %s',
    (name, pattern) => {
      expect(ACTIONS.find(([one]) => one.test(name))?.[0]).toBe(pattern);
    },
  );
});

/** What a scanner looks at, and why it stops nothing. */
async function scanBy(uses: string, given = '', files: Readonly<Record<string, string>> = {}, env = '') {
  const facts = await factsOf({
    '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    steps:\n      - uses: ${uses}\n        with: { ${given} }\n        env: { ${env} }\n`,
    ...files,
  });
  const [step] = facts.filter(({ type }) => type === 'Repository::Step');
  const [command] = (step === undefined ? [] : at(step, 'commands')) as readonly Plain[];
  const { kind, scans, cannotFail } = command as Record<string, Plain>;
  return [kind === 'scan' ? ((scans ?? []) as readonly string[]).join(' ') : kind, cannotFail ?? undefined];
}

const TRIVY = 'aquasecurity/trivy-action@0.24.0';
const UNSET = 'it reports, and stops nothing (exit-code is not set)';

describe('Trivy as an action', () => {
  it.each([
    ['nothing', '', 'dependencies images'],
    ['a folder', 'scan-type: fs', 'dependencies'],
    ['the repository', 'scan-type: repo', 'dependencies'],
    ['a file system', 'scan-type: rootfs', 'dependencies'],
    ['infrastructure', 'scan-type: config', 'infrastructure'],
    ['secrets alone', 'scan-type: fs, scanners: secret', 'secrets'],
    [
      'infrastructure among the files',
      'scan-type: fs, scanners: "misconfig,secret"',
      'infrastructure secrets',
    ],
    ['infrastructure by the old name', 'scan-type: fs, security-checks: config', 'infrastructure'],
    ['both', 'scan-type: fs, scanners: "vuln,secret"', 'dependencies secrets'],
    ['licences', 'scan-type: fs, scanners: license', ''],
    ['packages of the system alone', 'vuln-type: os', 'images'],
    ['a list of what is inside', 'scan-type: fs, format: cyclonedx', 'other'],
  ])('looks at what it is given: %s', async (_, given, expected) => {
    const stops = given === '' ? 'exit-code: 1' : `${given}, exit-code: 1`;
    expect(await scanBy(TRIVY, stops)).toEqual([expected, undefined]);
  });

  it.each([
    ['no exit code', '', UNSET],
    ['an empty one', 'exit-code: ""', UNSET],
    ['0', 'exit-code: 0', 'it reports, and stops nothing (exit-code: 0)'],
    ['"0"', 'exit-code: "0"', 'it reports, and stops nothing (exit-code: 0)'],
    ['1', 'exit-code: "1"', undefined],
    ['one that somebody says', 'exit-code: "${{ vars.CODE }}"', '? the value of exit-code'],
    ['a file of its own', 'trivy-config: ci/trivy.yaml, exit-code: 1', '? what ci/trivy.yaml tells Trivy'],
    ['a kind that somebody says', 'scan-type: "${{ vars.T }}", exit-code: 1', '? the value of scan-type'],
  ])('with %s', async (_, given, expected) => {
    expect((await scanBy(TRIVY, given))[1]).toBe(expected);
    expect((await scanBy(`aquasecurity/trivy-action@${'a'.repeat(40)}`, given))[1]).toBe(expected);
  });

  it('takes its exit code from its variable, and settings from its own file', async () => {
    expect((await scanBy(TRIVY, '', {}, 'TRIVY_EXIT_CODE: 1'))[1]).toBeUndefined();
    expect((await scanBy(TRIVY, '', {}, 'TRIVY_EXIT_CODE: 0'))[1]).toContain('(exit-code: 0)');
    expect((await scanBy(TRIVY, 'exit-code: 0', {}, 'TRIVY_EXIT_CODE: 1'))[1]).toContain('(exit-code: 0)');
    const own = { 'trivy.yaml': 'exit-code: 1\n' };
    expect((await scanBy(TRIVY, '', own))[1]).toBe('? what trivy.yaml tells Trivy');
  });
});

describe('other scanners as actions', () => {
  it.each([
    ['aquasecurity/setup-trivy@v0.2.0', '', 'other', undefined],
    ['aquasecurity/tfsec-action@v1.0.0', '', 'infrastructure', undefined],
    [
      'aquasecurity/tfsec-action@v1.0.0',
      'soft_fail: true',
      'infrastructure',
      'it reports, and stops nothing (soft_fail: true)',
    ],
    ['snyk/actions/setup@master', '', 'other', undefined],
    ['snyk/actions/node@master', '', 'dependencies', undefined],
    ['snyk/actions/node@master', 'command: code test', 'code', undefined],
    ['snyk/actions/docker@master', 'image: api', 'dependencies images', undefined],
    ['snyk/actions/iac@master', '', 'infrastructure', undefined],
    [
      'snyk/actions/python@master',
      'command: monitor',
      'dependencies',
      'it reports, and stops nothing (monitor)',
    ],
  ])('%s with %s', async (uses, given, looksAt, cannotFail) => {
    expect(await scanBy(uses, given)).toEqual([looksAt, cannotFail]);
  });
});
