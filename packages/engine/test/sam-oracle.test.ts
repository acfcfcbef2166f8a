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

/** Where we differ from the oracle on purpose: type and property to the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api ProtocolType':
    'SAM leaves it out where a definition is given; CloudFormation takes definitions for HTTP APIs only, and checks ask for it',
};

const nameOf = (d: { readonly resource: string; readonly where: string }) =>
  `${/\((.*)\)/.exec(d.resource)?.[1] ?? d.resource} ${d.where}`;

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
    const left = differences.filter((d) => EXCEPTIONS[nameOf(d)] === undefined);
    expect(left).toEqual([]);
    expect(unseen).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });

  it('agrees on every resource but for the named exceptions', () => {
    const all = TEMPLATES.map(comparisonOf);
    const compared = all.reduce((sum, one) => sum + one.compared, 0);
    const differences = all.flatMap((one) => one.differences);
    const differing = compared - all.reduce((sum, one) => sum + one.equal, 0);
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(45);
    expect(compared).toBeGreaterThanOrEqual(561);
    expect(new Set(differences.map(nameOf))).toEqual(new Set(Object.keys(EXCEPTIONS)));
    expect(differing).toBe(differences.length);
    expect(differing).toBeLessThan(20);
  });
});
