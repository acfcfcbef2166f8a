import { describe, expect, test } from 'vitest';
import type { Assessment, ReportedOutcome } from '../src/assess/assessment.ts';
import { renderJunit } from '../src/report/junit.ts';
import {
  hostileAssessment,
  largeAssessment,
  nothingApplicableAssessment,
  sampleAssessment,
  sampleSources,
} from './support/sample-assessment.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const OPTIONS = {
  columns: 80,
  colour: false,
  verbose: false,
  quiet: false,
  date: new Date('2026-03-14T09:26:00Z'),
};
const junit = (assessment: Assessment) => parse(renderJunit({ assessment, sources: sampleSources }, OPTIONS));

/** The XML that is written here: elements, attributes, text and entities. Throws at anything else. */
function parse(source: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const token = /<\?xml [^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const [, closed, opened, attributes = '', alone, text] = match;
    const current = open.at(-1)!;
    if (closed !== undefined) {
      if (open.pop()!.name !== closed) throw new Error(`</${closed}> closes nothing`);
    } else if (opened !== undefined) {
      const pairs = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [
        key!,
        decoded(value!),
      ]);
      if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error('an attribute comes twice');
      const element: Element = {
        name: opened,
        attributes: Object.fromEntries(pairs),
        children: [],
        text: '',
      };
      current.children.push(element);
      if (alone === '') open.push(element);
    } else if (text !== undefined) current.text += decoded(text);
    if (token.lastIndex === source.length) break;
  }
  if (open.length !== 1 || token.lastIndex !== source.length) throw new Error('this is not well-formed');
  return top.children[0]!;
}

function decoded(text: string): string {
  // Characters that XML 1.0 has: https://www.w3.org/TR/xml/#charsets
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('no XML character');
  return text.replace(/&(\w+;)?/g, (all, name: string | undefined) => {
    const character = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'apos;': "'" }[name ?? ''];
    if (character === undefined) throw new Error(`unknown entity ${all}`);
    return character;
  });
}

/**
 * What both schemas in use ask for: JUnit.xsd of Ant (https://github.com/windyroad/JUnit-Schema, commit cfa434d) and
 * junit-10.xsd of Jenkins (https://github.com/jenkinsci/xunit-plugin, commit 8c515de).
 */
function expectValid(suites: Element): void {
  expect(suites.name).toBe('testsuites');
  expect(Object.keys(suites.attributes)).toEqual([]); // Ant's has none
  suites.children.forEach((suite, index) => {
    expect(suite.name).toBe('testsuite');
    const { attributes, children } = suite;
    expect(Object.keys(attributes).sort()).toEqual(
      [
        'errors',
        'failures',
        'hostname',
        'id',
        'name',
        'package',
        'skipped',
        'tests',
        'time',
        'timestamp',
      ].sort(),
    );
    expect(attributes['id']).toBe(String(index));
    expect(attributes['timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(attributes['time']).toMatch(/^\d+(\.\d+)?$/);
    const cases = children.filter((c) => c.name === 'testcase');
    expect(children.map((c) => c.name)).toEqual([
      'properties',
      ...cases.map(() => 'testcase'),
      'system-out',
      'system-err',
    ]);
    for (const property of children[0]!.children) {
      expect(property.name).toBe('property');
      expect(Object.keys(property.attributes).sort()).toEqual(['name', 'value']);
    }
    for (const one of cases) {
      expect(Object.keys(one.attributes).sort()).toEqual(['classname', 'name', 'time']);
      expect(one.children.length).toBeLessThanOrEqual(1);
      for (const { name, attributes: own, children: inside } of one.children) {
        expect(['skipped', 'error', 'failure']).toContain(name);
        expect(inside).toEqual([]);
        expect(Object.keys(own).every((key) => key === 'message' || key === 'type')).toBe(true);
        if (name !== 'skipped') expect(own['type']).not.toBe(undefined);
      }
    }
    const count = (name: string) => cases.filter((c) => c.children[0]?.name === name).length;
    expect([
      attributes['tests'],
      attributes['failures'],
      attributes['errors'],
      attributes['skipped'],
    ]).toEqual([cases.length, count('failure'), count('error'), count('skipped')].map(String));
  });
}

test.each([
  ['the sample', sampleAssessment()],
  ['hostile names', hostileAssessment()],
  ['2,000 outcomes', largeAssessment(2000)],
  ['nothing', nothingApplicableAssessment()],
])('is what both schemas ask for: %s', (_, assessment) => {
  expectValid(junit(assessment));
});

describe('a case', () => {
  const sample = sampleAssessment();
  const model = sample.outcomes.find((o) => o.outcome === 'fail')!;
  /** What becomes of one check with these outcomes. */
  const became = (...outcomes: Partial<ReportedOutcome>[]) => {
    const suites = junit({ ...sample, outcomes: outcomes.map((o, i) => ({ ...model, key: `k${i}`, ...o })) });
    const cases = suites.children.flatMap((s) => s.children.filter((c) => c.name === 'testcase'));
    expect(cases).toHaveLength(1);
    return cases[0]!.children[0]?.name ?? 'passed';
  };

  test.each([
    ['passes where all passes', 'passed', [{ outcome: 'pass', could: ['pass'] }]],
    [
      'fails where one place has a gap',
      'failure',
      [
        { outcome: 'pass', could: ['pass'] },
        { outcome: 'fail', could: ['fail'] },
      ],
    ],
    [
      'is an error where an unknown could be a gap',
      'error',
      [{ outcome: 'unknown', could: ['pass', 'fail'] }],
    ],
    [
      'is skipped where an unknown can be no gap',
      'skipped',
      [{ outcome: 'unknown', could: ['pass', 'not-applicable'] }],
    ],
    ['is skipped where all is waived', 'skipped', [{ outcome: 'waived', could: ['fail'] }]],
    [
      'fails where a gap is beside a waived one',
      'failure',
      [
        { outcome: 'waived', could: ['fail'] },
        { outcome: 'fail', could: ['fail'] },
      ],
    ],
  ] as const)('%s', (_, result, outcomes) => {
    expect(became(...outcomes)).toBe(result);
  });

  test('is one for each check and root', () => {
    const twice = [model, { ...model, key: 'other', root: 'other' }, { ...model, key: 'same' }];
    const cases = junit({ ...sample, outcomes: twice }).children.flatMap((s) => s.children);
    expect(cases.filter((c) => c.name === 'testcase')).toHaveLength(2);
  });
});
