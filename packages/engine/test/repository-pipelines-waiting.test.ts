import { describe, expect, it } from 'vitest';
import { at, factsOf, type Plain } from './support/pipeline-facts.ts';

/*
 * Which of the jobs before it a deployment waits for.
 */

/** The commands before the deployment whose failure would keep it from running. */
async function minded(path: string, text: string): Promise<readonly string[]> {
  const facts = await factsOf({ [path]: text });
  const deployment = facts.find(({ type }) => type === 'Repository::Deployment');
  const before = at(deployment!, 'before') as readonly Readonly<Record<string, Plain>>[];
  return before.flatMap(({ text: command, cannotFail }) =>
    cannotFail === undefined ? [command as string] : [],
  );
}

describe('GitHub Actions', () => {
  const waits = (condition: string, needs: string) =>
    minded(
      '.github/workflows/w.yml',
      `on: push\njobs:\n  test:\n    steps:\n      - run: pytest\n  build:\n    needs: [test]\n    steps:\n      - run: docker build .\n  ship:\n    needs: ${needs}\n    if: ${JSON.stringify(condition)}\n    steps:\n      - run: npx cdk deploy\n`,
    );

  it.each([
    // A job behind one that failed is skipped, and has not failed itself.
    ["always() && !contains(needs.*.result, 'failure')", ['docker build .']],
    ["always() && needs.build.result != 'failure'", ['docker build .']],
    ["always() && (needs.build.result == 'success' || needs.build.result == 'skipped')", ['docker build .']],
    [
      "always() && !contains(needs.*.result, 'failure') && !contains(needs.*.result, 'skipped')",
      ['pytest', 'docker build .'],
    ],
    ["always() && needs.build.result == 'success'", ['pytest', 'docker build .']],
    ['!failure() && !cancelled()', ['pytest', 'docker build .']],
  ])('waits for what is behind another job as it says: %s', async (condition, expected) => {
    expect(await waits(condition, '[build]')).toEqual(expected);
  });

  it('waits for what it needs itself, whatever else passes over it', async () => {
    expect(await waits("always() && !contains(needs.*.result, 'failure')", '[build, test]')).toEqual([
      'pytest',
      'docker build .',
    ]);
  });

  it('calls a workflow as it says', async () => {
    const waitsFor = async (condition: string) => {
      const facts = await factsOf({
        '.github/workflows/w.yml': `on: push\njobs:\n  test:\n    steps:\n      - run: pytest\n  build:\n    needs: [test]\n    steps:\n      - run: docker build .\n  ship:\n    needs: [build]\n    if: ${JSON.stringify(condition)}\n    uses: ./.github/workflows/ship.yml\n`,
        '.github/workflows/ship.yml':
          'on: workflow_call\njobs:\n  j:\n    steps:\n      - run: npx cdk deploy\n',
      });
      const one = facts.find(({ type }) => type === 'Repository::Deployment')!;
      return (at(one, 'before') as readonly Readonly<Record<string, Plain>>[]).flatMap((command) =>
        command['cannotFail'] === undefined ? [command['text']] : [],
      );
    };
    expect(await waitsFor("always() && needs.build.result != 'failure'")).toEqual(['docker build .']);
    expect(await waitsFor("always() && needs.build.result == 'success'")).toEqual([
      'pytest',
      'docker build .',
    ]);
  });
});
