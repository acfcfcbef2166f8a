import { describe, expect, it } from 'vitest';
import { at, factsOf, type Plain } from './support/pipeline-facts.ts';

/*
 * Whether what comes before a deployment keeps it from running when it fails.
 */

type Files = Readonly<Record<string, string>>;

/** Of the tests before the deployment: `runs`, or why they may be left out or do not keep it from running. */
async function gates(files: Files): Promise<readonly string[]> {
  const facts = await factsOf(files);
  const found = facts.find(({ type }) => type === 'Repository::Deployment');
  return (at(found!, 'before') as readonly Plain[]).flatMap((one) => {
    if (typeof one === 'string') return [one];
    const { kind, leftOut, cannotFail } = one as Readonly<Record<string, string>>;
    return kind === 'test' ? [leftOut ?? cannotFail ?? 'runs'] : [];
  });
}

describe('a condition on an input of a called workflow', () => {
  const calling = (type: string, given: string, condition: string): Files => ({
    '.github/workflows/c.yml': `on:\n  workflow_call:\n    inputs:\n      tests: { type: ${type} }\njobs:\n  ship:\n    steps:\n      - run: pytest\n        if: ${JSON.stringify(condition)}\n      - run: npx cdk deploy\n`,
    '.github/workflows/w.yml': `on: push\njobs:\n  call:\n    uses: ./.github/workflows/c.yml\n    with: { tests: ${given} }\n`,
  });
  it.each([
    ['boolean', 'true', 'inputs.tests', ['runs']],
    ['boolean', 'true', 'inputs.tests == true', ['runs']],
    ['boolean', 'true', "inputs.tests != 'false'", ['runs']],
    ['boolean', 'false', 'inputs.tests != true', ['runs']],
    ['string', '"true"', "inputs.tests == 'TRUE'", ['runs']],
    // A text that says no number is the same as nothing of another kind.
    ['boolean', 'true', "inputs.tests == 'true'", []],
    ['boolean', 'false', "inputs.tests == 'false'", []],
    ['string', '"true"', 'inputs.tests == true', []],
    ['string', '"1"', 'inputs.tests == true', ['runs']],
    ['string', '""', 'inputs.tests == false', ['runs']],
    // What was given by hand is none of a call.
    ['boolean', 'true', "github.event.inputs.tests == 'true'", []],
  ])('compares a %s, %s, as GitHub does: %s', async (type, given, condition, expected) => {
    expect(await gates(calling(type, given, condition))).toEqual(expected);
  });

  it('sees a value of a matrix as it is written', async () => {
    const inRuns = (condition: string): Files => ({
      '.github/workflows/w.yml': `on: push\njobs:\n  test:\n    strategy: { matrix: { include: [{ api: true }] } }\n    steps:\n      - run: pytest\n        if: ${JSON.stringify(condition)}\n  ship:\n    needs: test\n    steps: [{ run: npx cdk deploy }]\n`,
    });
    expect(await gates(inRuns('matrix.api == true'))).toEqual(['runs']);
    expect(await gates(inRuns("matrix.api == 'true'"))).toEqual([]);
  });
});
