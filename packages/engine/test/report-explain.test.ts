import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { type ExplainOptions, explain, explainJson, renderExplain } from '../src/report/explain.ts';
import { CONTRACT } from '../src/report/json/schema.ts';
import { width } from '../src/report/terminal/text.ts';
import { hostileAssessment, sampleAssessment, sampleSources } from './support/sample-assessment.ts';

const AT_80: ExplainOptions = { columns: 80, colour: false, sources: sampleSources };

describe('explain', () => {
  test('shows the code, each step to the literal that decided, and the fix', () => {
    expect(renderExplain(sampleAssessment(), 'BKP-02', 'aws_dynamodb_table.users', AT_80)).toBe(`\
BKP-02    DynamoDB tables can be restored to a point in time
          dynamodb-point-in-time-recovery, high, area backup

gap       aws_dynamodb_table.users
          Point-in-time recovery is false, expected true
property  PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled
actual    false
expected  true
at        infra/dynamodb.tf:6 false
            4    hash_key     = "id"
            5    point_in_time_recovery {
          > 6      enabled = var.recover
            7    }
            8  }
from      variable recover infra/variables.tf:1
from      prod.tfvars infra/prod.tfvars:2
            1  domain  = "flashcards.example"
          > 2  recover = false

do        point_in_time_recovery { enabled = true } in each (minutes)
            point_in_time_recovery {
              enabled = true
            }

why       A wrong deployment deletes rows in seconds; without recovery they are
          gone.
also      CKV_AWS_28, AWS-0024, AwsSolutions-DDB3, DynamoDB.2
`);
  });

  test('finds a check by its id, its requirement, another tool’s rule, or the key of an outcome', () => {
    const sample = sampleAssessment();
    for (const name of ['dynamodb-point-in-time-recovery', 'bkp-02', 'CKV_AWS_28', 'k-pitr-users']) {
      const found = explain(sample, name);
      expect(found.kind === 'found' && found.checks.map((c) => c.check.id), name).toEqual([
        'dynamodb-point-in-time-recovery',
      ]);
    }
  });

  test('says what would decide an unknown', () => {
    const said = renderExplain(sampleAssessment(), 'MON-03', undefined, AT_80);
    expect(said).toContain('could be  pass or gap\ndecide    run terraform init in infra');
  });

  test('says so where a check has no outcome, and who could be asked', () => {
    const sample = sampleAssessment();
    const without = { ...sample, outcomes: sample.outcomes.filter((o) => o.check !== 'https-only') };
    expect(renderExplain(without, 'https-only', undefined, AT_80)).toContain('It has no outcome here');
    const scope = {
      planes: ['code'],
      notAsked: [{ requirement: 'SEC-01', title: '', ask: '--url' }],
      notCovered: [],
    };
    expect(renderExplain({ ...without, scope }, 'https-only', undefined, AT_80)).toContain(
      '--url would ask it',
    );
  });

  test('names the nearest check, and the resources that a check speaks of', () => {
    expect(renderExplain(sampleAssessment(), 'waf-atached', undefined, AT_80)).toContain(
      'Nearest: waf-attached',
    );
    expect(renderExplain(sampleAssessment(), 'waf-attached', 'aws_lb.x', AT_80)).toContain(
      'It speaks of: aws_apigatewayv2_stage.default',
    );
  });

  test('never shows a secret and never breaks a line', () => {
    for (const assessment of [sampleAssessment(), hostileAssessment()]) {
      for (const check of assessment.checks.keys()) {
        for (const columns of [40, 80, 200]) {
          const said = renderExplain(assessment, check, undefined, { ...AT_80, columns });
          expect(said).not.toMatch(/change-me-before-launch|hunter2/);
          expect(said).not.toContain('\u001b');
          for (const line of said.split('\n')) expect(width(line), line).toBeLessThanOrEqual(columns);
        }
      }
    }
  });

  test('prints outcomes as JSON in the form of the contract', () => {
    const { outcomes } = CONTRACT.schema['properties'] as { outcomes: object };
    const validate = new Ajv().compile(outcomes);
    const document = explainJson(sampleAssessment(), 'SEC-14');
    expect('checks' in document && validate(document.checks[0]!.outcomes)).toBe(true);
    expect(explainJson(sampleAssessment(), 'waf-atached')).toMatchObject({ nearest: ['waf-attached'] });
  });
});
