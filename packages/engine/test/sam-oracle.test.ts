import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareExpansion } from './support/sam-comparison.ts';

/*
 * What aws-sam-translator makes of templates, recorded beside them; see scripts/oracles/sam/README.md. Resources are
 * compared by type, id (but for the digits of a hash), condition, policies and every property.
 */
const folder = join(import.meta.dirname, 'fixtures/sam');
const TEMPLATES = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length))
  .sort();

/** Where we differ from the oracle on purpose: template, resource and property to the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

function comparisonOf(name: string) {
  const read = (ending: string) => readFileSync(join(folder, `${name}${ending}`), 'utf8');
  const given = existsSync(join(folder, `${name}.parameters.json`))
    ? JSON.parse(read('.parameters.json'))
    : {};
  return compareExpansion(`${name}.yaml`, read('.yaml'), read('.expected.json'), given);
}

describe('SAM templates as aws-sam-translator transforms them', () => {
  it.each(TEMPLATES)('%s', (name) => {
    const { differences, unseen, compared } = comparisonOf(name);
    const left = differences.filter((d) => EXCEPTIONS[`${name} ${d.resource} ${d.where}`] === undefined);
    expect(left).toEqual([]);
    expect(unseen).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });

  it('agrees on all resources but the named exceptions', () => {
    const all = TEMPLATES.map((name) => ({ name, ...comparisonOf(name) }));
    const compared = all.reduce((sum, one) => sum + one.compared, 0);
    const found = all.flatMap(({ name, differences }) =>
      differences.map((d) => `${name} ${d.resource} ${d.where}`),
    );
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(45);
    expect(compared).toBeGreaterThan(400);
    expect(found.sort()).toEqual(Object.keys(EXCEPTIONS).sort());
  });
});
