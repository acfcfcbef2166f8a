import { describe, expect, it } from 'vitest';
import { CHECKS } from '../src/catalog/index.generated.ts';
import { render } from '../src/index.ts';
import { REQUIREMENTS } from '../src/knowledge/requirements.ts';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * What no machine sees is stated by somebody, for a time. A statement answers what is unknown and what may lie elsewhere; it
 * never overrules what was seen, and when it is over there is a gap.
 */
const ONLY_STATED = ['SEC-28', 'CST-08', 'BKP-07', 'BKP-09', 'CMP-10', 'OPS-16'];

async function assessed(files: Readonly<Record<string, string>>) {
  return assessFolder('/repo', { language: 'repository', fileSystem: memoryFileSystem(files) });
}

const entry = (fact: string, more = '') =>
  `attestations:\n  - fact: ${fact}\n    owner: platform-team\n    date: 2026-10-01\n    expires: 2027-01-01\n${more}`;
const LINK = '    link: https://example.com/proof\n';

async function outcome(check: string, files: Readonly<Record<string, string>>) {
  const found = (await assessed({ 'README.md': '# Shop\n', ...files })).outcomes.find(
    (o) => o.check === check,
  );
  return found === undefined ? 'not asked' : found.outcome;
}

describe('what only a statement shows', () => {
  it('has a check for each requirement, and no other check is of that kind', () => {
    const inCode = (kinds: readonly string[]) => kinds.some((kind) => kind === 'iac' || kind === 'repo');
    const rows = REQUIREMENTS.filter(({ evidence }) => evidence.includes('attest') && !inCode(evidence));
    expect(rows.map(({ id }) => id).sort()).toEqual([...ONLY_STATED].sort());
    const checks = CHECKS.filter(({ evidence }) => !inCode(evidence));
    expect(checks.map(({ requirement }) => requirement).sort()).toEqual([...ONLY_STATED].sort());
  });

  it('is asked for by name, with what to write, as long as nobody states anything', async () => {
    const run = await assessed({ 'README.md': '# Shop\n' });
    const asked = run.scope.notAsked.filter(({ requirement }) => ONLY_STATED.includes(requirement));
    expect(asked.map(({ requirement }) => requirement).sort()).toEqual([...ONLY_STATED].sort());
    for (const { requirement, write } of asked)
      expect(write).toMatch(new RegExp(`fact: ${requirement}, owner`));
    for (const format of ['terminal', 'markdown', 'html', 'json'] as const) {
      const text = await render(format, { assessment: run, sources: { excerpt: () => [] } } as never, {
        columns: 80,
        colour: false,
        verbose: false,
        quiet: false,
        date: new Date('2026-11-21T12:00:00Z'),
      });
      for (const requirement of ONLY_STATED) expect(text, format).toContain(requirement);
    }
  });

  it.each([
    ['is attested', entry('BKP-07', LINK), 'attested'],
    ['is attested under the id of its check', entry('restore-tested', LINK), 'attested'],
    ['needs no link', entry('BKP-07'), 'attested'],
    ['is a gap when it is over', entry('BKP-07').replace('2027-01-01', '2026-11-20'), 'fail'],
    ['is unknown without an owner', entry('BKP-07').replace('    owner: platform-team\n', ''), 'unknown'],
    ['is not asked by what is stated of something else', entry('BKP-09'), 'not asked'],
    ['is unknown where everything is asked', 'criteria:\n  scope: launch\n', 'unknown'],
  ])('%s', async (_, yaml, said) => {
    expect(await outcome('restore-tested', { 'airworthy.yaml': yaml })).toBe(said);
  });

  it('shows the line of a statement that is over', async () => {
    const yaml = `service: shop\n${entry('BKP-07').replace('2027-01-01', '2026-11-20')}`;
    const run = await assessed({ 'README.md': '# Shop\n', 'airworthy.yaml': yaml });
    const over = run.outcomes.find((o) => o.check === 'restore-tested')!;
    expect(over.evidence[0]).toMatchObject({ plane: 'attested', at: { file: 'airworthy.yaml', line: 3 } });
    expect(over.message).toMatch(/expired on 2026-11-20/);
  });
});

describe('a document that the repository does not have', () => {
  const template = '# Incident plan\n\n## Severities\n\n## Roles\n';

  it.each([
    ['is a gap', {}, 'fail'],
    ['is attested with a link to where it lies', { 'airworthy.yaml': entry('OPS-07', LINK) }, 'attested'],
    ['is no less missing without a link', { 'airworthy.yaml': entry('OPS-07') }, 'fail'],
    [
      'that is there and empty is not attested',
      { 'docs/incidents.md': template, 'airworthy.yaml': entry('OPS-07', LINK) },
      'fail',
    ],
    [
      'is unknown where the README links to a wiki',
      { 'README.md': '[Handbook](https://shop.atlassian.net/wiki/ops)\n' },
      'unknown',
    ],
    [
      'is attested where the README links to a wiki',
      { 'README.md': '[Handbook](https://shop.atlassian.net/wiki/ops)\n', 'airworthy.yaml': entry('OPS-07') },
      'attested',
    ],
  ])('%s', async (_, files, said) => {
    expect(await outcome('incident-plan-filled', files as Record<string, string>)).toBe(said);
  });

  it('is never attested where code alone decides', async () => {
    expect(await outcome('recovery-can-be-followed', { 'airworthy.yaml': entry('BKP-08', LINK) })).toBe(
      'fail',
    );
  });
});
