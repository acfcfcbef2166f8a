import { describe, expect, it } from 'vitest';
import { SUPPORTED_UNTIL } from '../src/knowledge/engines.ts';
import { hasTlsOn, TLS_PARAMETERS, versionOfFamily } from '../src/knowledge/tls-parameters.ts';

describe('the parameters that ask for TLS', () => {
  it('are there for every engine whose versions are known', () => {
    const relational = Object.keys(SUPPORTED_UNTIL).filter((engine) => /sql|mariadb|postgres/.test(engine));
    expect(relational.filter((engine) => !Object.hasOwn(TLS_PARAMETERS, engine))).toEqual([]);
  });

  it.each([
    ['postgres', '14.15', false],
    ['postgres', '15', true],
    ['aurora-postgresql', '16.6', false],
    ['aurora-postgresql', '17.4', true],
    ['mariadb', '11.4.5', false],
    ['mariadb', '11.8.3', true],
    ['mariadb', '12.3', true],
    ['aurora-mysql', '8.0.mysql_aurora.3.08.0', false],
    ['aurora-mysql', '8.4.7', true],
    ['aurora-mysql', 'latest', undefined],
  ])('of %s %s are on by themselves: %s', (engine, version, on) => {
    const { name, onFrom } = TLS_PARAMETERS[engine]!;
    expect(hasTlsOn({ name, onFrom: onFrom! }, version)).toBe(on);
  });

  it.each([
    ['postgres16', '16'],
    ['aurora-mysql8.0', '8.0'],
    ['sqlserver-ex-15.0', '15.0'],
    ['custom', undefined],
  ])('are of the version in the family %s', (family, version) => {
    expect(versionOfFamily(family)).toBe(version);
  });
});
