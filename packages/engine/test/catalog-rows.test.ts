import { describe, expect, it } from 'vitest';
import { CHECKS } from '../src/catalog/index.generated.ts';
import { REQUIREMENTS } from '../src/knowledge/requirements.ts';

/** Rows whose truth needs more than code and repository: a price list, or the plan of a load. */
const WAIT_FOR_MORE = ['INF-22', 'CST-01'];

const checksOf = (row: string) => CHECKS.filter(({ requirement }) => requirement === row);

describe('the rows of the requirements catalogue', () => {
  it('that infrastructure can decide have a check on it', () => {
    const rows = REQUIREMENTS.filter(({ evidence }) => evidence.includes('iac'));
    const without = rows.filter(({ id }) => !checksOf(id).some((check) => check.evidence.includes('iac')));
    expect(rows).toHaveLength(113);
    expect(without.map(({ id }) => id)).toEqual(WAIT_FOR_MORE);
  });

  it('that the repository can decide have a check with evidence from it', () => {
    const rows = REQUIREMENTS.filter(({ evidence }) => evidence.includes('repo'));
    const without = rows.filter(({ id }) => !checksOf(id).some((check) => check.evidence.includes('repo')));
    expect(rows).toHaveLength(83);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('that nothing in code or repository can decide, and people can, ask for their statement by name', () => {
    const rows = REQUIREMENTS.filter(
      ({ evidence }) =>
        evidence.includes('attest') && !evidence.includes('iac') && !evidence.includes('repo'),
    );
    expect(rows.map(({ id }) => id).toSorted()).toEqual([
      'BKP-07',
      'BKP-09',
      'CMP-10',
      'CST-08',
      'OPS-16',
      'SEC-28',
    ]);
    for (const { id } of rows)
      expect(
        checksOf(id).some(({ evidence }) => evidence.includes('attest')),
        id,
      ).toBe(true);
  });
});
