import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../src/assess/assessment.ts';
import { OCSF_VERSION, renderOcsf } from '../src/report/ocsf.ts';
import {
  allWellAssessment,
  hostileAssessment,
  lackOfEvidenceAssessment,
  largeAssessment,
  nothingApplicableAssessment,
  sampleAssessment,
  sampleSources,
} from './support/sample-assessment.ts';

interface Attribute {
  readonly requirement: string;
  readonly type: string;
  readonly array?: true;
  readonly sibling?: string;
  readonly deprecated?: true;
  readonly enum?: Readonly<Record<string, string>>;
}
type Attributes = Readonly<Record<string, Attribute>>;
type Json = Readonly<Record<string, unknown>>;

/** Recorded from the schema by scripts/oracles/ocsf/record.ts. */
const schema: {
  readonly version: string;
  readonly compliance_finding: Attributes;
  readonly objects: Readonly<Record<string, Attributes>>;
} = JSON.parse(readFileSync(new URL('oracles/ocsf/compliance-finding.json', import.meta.url), 'utf8'));

const OPTIONS = {
  columns: 80,
  colour: false,
  verbose: false,
  quiet: false,
  date: new Date('2026-03-14T09:26:00Z'),
};
const events = (assessment: Assessment) =>
  JSON.parse(renderOcsf({ assessment, sources: sampleSources }, OPTIONS)) as Json[];

/** Everything in which a value is not what its attributes ask for. */
function faults(value: Json, attributes: Attributes, path = ''): string[] {
  const missing = Object.entries(attributes)
    .filter(([name, { requirement }]) => requirement === 'required' && value[name] === undefined)
    .map(([name]) => `${path}${name} is missing`);
  return [
    ...missing,
    ...Object.entries(value).flatMap(([name, own]) => {
      const at = `${path}${name}`;
      const attribute = attributes[name];
      if (attribute === undefined) return [`${at} is not known`];
      if (attribute.deprecated === true) return [`${at} is deprecated`];
      if (attribute.array === true) {
        if (!Array.isArray(own)) return [`${at} is no array`];
        return own.flatMap((one, i) => typed(one, attribute, `${at}[${i}]`));
      }
      const sibling =
        attribute.enum === undefined || attribute.sibling === undefined
          ? undefined
          : value[attribute.sibling];
      const caption = attribute.enum?.[String(own)];
      return [
        ...typed(own, attribute, at),
        // 99 is "Other": the sibling has a word of the source.
        ...(sibling === undefined || own === 99 || sibling === caption
          ? []
          : [`${at} ${own} is not called ${String(sibling)}`]),
      ];
    }),
  ];
}

function typed(own: unknown, { type, enum: values }: Attribute, at: string): string[] {
  if (values !== undefined && /_id$|_uid$/.test(at) && values[String(own)] === undefined)
    return [`${at} has no value ${String(own)}`];
  if (type === 'integer_t' || type === 'long_t' || type === 'timestamp_t')
    return Number.isInteger(own) ? [] : [`${at} is no whole number`];
  if (type === 'object') return typeof own === 'object' ? [] : [`${at} is no object`];
  if (type.endsWith('_t')) return typeof own === 'string' ? [] : [`${at} is no text`];
  const object = schema.objects[type];
  if (object === undefined) return [`${at}: ${type} is not recorded`];
  return faults(own as Json, object, `${at}.`);
}

test('follows the version of the schema that was recorded', () => {
  expect(OCSF_VERSION).toBe(schema.version);
});

test.each([
  ['the sample', sampleAssessment()],
  ['all well', allWellAssessment()],
  ['a lack of evidence', lackOfEvidenceAssessment()],
  ['hostile names', hostileAssessment()],
  ['2,000 outcomes', largeAssessment(2000)],
  ['nothing', nothingApplicableAssessment()],
])('every event is a compliance finding: %s', (_, assessment) => {
  const all = events(assessment);
  expect(all).toHaveLength(1 + assessment.outcomes.length);
  for (const event of all) {
    expect(faults(event, schema.compliance_finding)).toEqual([]);
    expect(event).toMatchObject({ category_uid: 2, class_uid: 2003, type_uid: 200301, activity_id: 1 });
    expect(event['time']).toBe(Date.UTC(2026, 2, 14, 9, 26));
  }
});

test('the rules of the schema can be broken', () => {
  const [event] = events(sampleAssessment());
  const { metadata: _, ...without } = event!;
  expect(faults(without, schema.compliance_finding)).toEqual(['metadata is missing']);
  expect(faults({ ...event!, severity_id: 7 }, schema.compliance_finding)).not.toEqual([]);
  expect(faults({ ...event!, verdict: 'GO' }, schema.compliance_finding)).toEqual(['verdict is not known']);
  expect(faults({ ...event!, severity: 'Low' }, schema.compliance_finding)).not.toEqual([]);
});

describe('the status', () => {
  test.each([
    ['pass', 1],
    ['fail', 3],
    ['unknown', 0],
    ['waived', 99],
  ] as const)('of %s', (kind, status) => {
    const sample = sampleAssessment();
    const keys = sample.outcomes.filter((o) => o.outcome === kind).map((o) => o.key);
    const own = events(sample).filter((e) => keys.includes((e['finding_info'] as { uid: string }).uid));
    expect(own.length).toBe(keys.length);
    expect(own.length).toBeGreaterThan(0);
    for (const event of own) expect((event['compliance'] as Json)['status_id']).toBe(status);
  });

  test('of the whole is unknown where only evidence lacks', () => {
    expect((events(lackOfEvidenceAssessment())[0]!['compliance'] as Json)['status_id']).toBe(0);
    expect((events(sampleAssessment())[0]!['compliance'] as Json)['status_id']).toBe(3);
    expect((events(allWellAssessment())[0]!['compliance'] as Json)['status_id']).toBe(1);
  });
});
