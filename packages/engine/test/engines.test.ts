import { describe, expect, it } from 'vitest';
import { ENGINES_AS_OF, isSupportedEngine, SUPPORTED_UNTIL } from '../src/knowledge/engines.ts';
import { RUNTIMES, RUNTIMES_AS_OF } from '../src/knowledge/runtimes.ts';

const DAY = /^20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

describe.each(Object.entries(SUPPORTED_UNTIL))('the versions of %s', (engine, versions) => {
  it('end on a day, where one is named', () => {
    for (const [version, until] of Object.entries(versions))
      expect(until ?? '2099-12-31', version).toMatch(DAY);
  });

  it('are majors: a minor of one is supported as long as it is', () => {
    for (const [version, until] of Object.entries(versions)) {
      expect(isSupportedEngine(engine, `${version}.9`), version).toBe(
        until === null || until >= ENGINES_AS_OF,
      );
    }
  });

  it('older than the table have ended, newer ones are unknown', () => {
    expect(isSupportedEngine(engine, '0.9')).toBe(false);
    expect(isSupportedEngine(engine, '99.9')).toBeUndefined();
  });
});

describe('versions of which nothing is known', () => {
  it.each([
    ['oracle-ee', '19'],
    ['mysql', 'latest'],
    // Between two rows: never offered, or taken out since.
    ['mariadb', '10.9'],
    ['elasticsearch', '6.8'],
    ['memcached', '1.6.22'],
  ])('%s %s', (engine, version) => {
    expect(isSupportedEngine(engine, version)).toBeUndefined();
  });
});

describe('the release calendars', () => {
  it.each([
    ['postgres', '9.5.2', false],
    ['postgres', '12.19', false],
    ['postgres', '18', true],
    ['mysql', '8.0.42', false],
    ['mysql', '8.4.7', true],
    ['mariadb', '10.6.27', true],
    ['aurora-mysql', '5.7.mysql_aurora.2.11.2', false],
    ['aurora-mysql', '8.0.mysql_aurora.3.08.0', true],
    ['redis', '5.0.6', false],
    ['redis', '6.x', true],
    ['redis', '7.1', true],
    ['valkey', '8.0', true],
    ['opensearch', '2.5', false],
    ['opensearch', '2.11', true],
    ['elasticsearch', '7.4', false],
    ['elasticsearch', '7.10', true],
    ['kubernetes', '1.21', false],
    ['kubernetes', '1.33', false],
    ['kubernetes', '1.36', true],
  ])('%s %s', (engine, version, supported) => {
    expect(isSupportedEngine(engine, version)).toBe(supported);
  });
});

describe('Lambda runtimes', () => {
  it('are in order, each with the day on which it is deprecated', () => {
    expect([...RUNTIMES.keys()]).toEqual([...RUNTIMES.keys()].sort());
    for (const [runtime, deprecated] of RUNTIMES) {
      expect(runtime).toMatch(/^(?:dotnet|go|java|nodejs|provided|python|ruby)[\w.-]*$/);
      expect(deprecated, runtime).toMatch(DAY);
    }
  });
});

it('the tables say when they were looked up', () => {
  for (const date of [ENGINES_AS_OF, RUNTIMES_AS_OF]) expect(date).toMatch(DAY);
});
