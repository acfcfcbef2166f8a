import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { toContract } from '../src/report/json/contract.ts';
import { assessmentSchema } from '../src/report/json/schema.ts';
import {
  allWellAssessment,
  hostileAssessment,
  lackOfEvidenceAssessment,
  largeAssessment,
  libraryAssessment,
  nothingApplicableAssessment,
  sampleAssessment,
} from './support/sample-assessment.ts';

const published = JSON.parse(
  await readFile(new URL('../schemas/assessment.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

/** The schema with every object closed, to find members that it does not describe. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)]));
  return parts['type'] === 'object' ? { ...parts, additionalProperties: false } : parts;
}

describe('assess --json', () => {
  const validate = new Ajv({ allErrors: true }).compile(closed(published) as object);

  test.each([
    ['a launch that gaps block', sampleAssessment()],
    ['a launch that nothing blocks', allWellAssessment()],
    ['a folder without anything to assess', nothingApplicableAssessment()],
    ['a lack of evidence', lackOfEvidenceAssessment()],
    ['a library', libraryAssessment()],
    ['hostile names', hostileAssessment()],
    ['many outcomes', largeAssessment(500)],
  ])('describes %s by the published schema, and by nothing that is not in it', (_, assessment) => {
    const printed = JSON.parse(JSON.stringify(toContract(assessment)));
    validate(printed);
    expect(validate.errors).toBeNull();
  });

  test('the published schema is the one that the types come from; npm exec -- node scripts/generate-schemas.ts writes it', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(assessmentSchema())));
  });

  test('names the failing and the undecided criteria with their outcomes', () => {
    const { verdict } = toContract(sampleAssessment());
    expect(verdict.decision).toBe('NO-GO');
    expect(verdict.because.map((b) => [b.criterion, b.outcome])).toEqual([
      ['no-critical-gap', 'fail'],
      ['data-survives', 'fail'],
      ['somebody-is-told', 'unknown'],
    ]);
    expect(verdict.because[1]?.outcomes).toEqual(['k-pitr-users', 'k-pitr-sessions', 'k-pitr-locks']);
    expect(verdict.library).toBeUndefined();
    expect(toContract(libraryAssessment()).verdict).toMatchObject({ decision: 'NO-GO', library: true });
  });

  test('where only what was not asked blocks, that is what is unknown', () => {
    const well = allWellAssessment();
    const criteria = well.verdict.criteria.map((c, index) =>
      index === 0 ? { ...c, outcome: 'not-asked' as const } : c,
    );
    const verdict = { ...well.verdict, decision: 'NO-GO' as const, lackOfEvidence: true, criteria };
    expect(toContract({ ...well, verdict }).verdict.because).toMatchObject([
      { criterion: 'no-critical-gap', outcome: 'unknown', outcomes: [] },
    ]);
    expect(toContract(well).verdict.because).toEqual([]);
  });

  test('says what an unknown could be and what decides it, and of nothing else', () => {
    const { outcomes } = toContract(sampleAssessment());
    for (const outcome of outcomes) {
      expect('could' in outcome, outcome.key).toBe(outcome.outcome === 'unknown');
      expect('decidedBy' in outcome, outcome.key).toBe(outcome.outcome === 'unknown');
    }
  });

  test('leads from the value to the literal that decided it, with slashes in every path', () => {
    const sample = sampleAssessment();
    const [first] = sample.outcomes.filter((o) => o.key === 'k-pitr-users');
    const evidence = first!.evidence.map((e) => ({ ...e, at: { ...e.at, file: 'infra\\dynamodb.tf' } }));
    const [outcome] = toContract({ ...sample, outcomes: [{ ...first!, evidence }] }).outcomes;
    expect(outcome?.evidence).toEqual([
      {
        plane: 'code',
        file: 'infra/dynamodb.tf',
        line: 6,
        endLine: 6,
        value: 'false',
        expected: 'true',
        trail: [
          { file: 'infra/variables.tf', line: 1, what: 'variable recover' },
          { file: 'infra/prod.tfvars', line: 2, what: 'prod.tfvars' },
        ],
      },
    ]);
  });

  test('an environment without a name is null', () => {
    expect(toContract(nothingApplicableAssessment()).subject.environment.name).toBeNull();
  });
});
