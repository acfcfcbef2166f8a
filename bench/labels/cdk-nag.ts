import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Label, Labelled } from './labelled.ts';

interface Built {
  readonly rule: string;
  readonly name: string;
  readonly label: Label;
  readonly template: object;
}

const top = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The tests of cdk-nag (Apache-2.0), run with the CDK library of this project: each builds a stack that complies with a
 * rule, or does not. What a rule is called in the pack AwsSolutions is its second name.
 */
export function cdkNag(folder: string): readonly Labelled[] {
  const pack = readFileSync(join(folder, 'src/packs/aws-solutions.ts'), 'utf8');
  const suffixes = new Map(
    Array.from(pack.matchAll(/ruleSuffixOverride: '(\w+)',[\s\S]*?\brule: (\w+),/g), ([, suffix, rule]) => [
      rule!,
      `AwsSolutions-${suffix}`,
    ]),
  );
  return run(folder).map(({ rule, name, label, template }) => {
    const also = suffixes.get(rule);
    return {
      corpus: 'cdk-nag',
      rule,
      ...(also === undefined ? {} : { also }),
      name,
      code: { language: 'cloudformation', files: { 'template.json': JSON.stringify(template) } },
      label,
    };
  });
}

function run(folder: string): readonly Built[] {
  const scratch = mkdtempSync(join(tmpdir(), 'nag-'));
  try {
    const lines = execFileSync(
      process.execPath,
      ['--import', 'tsx', join(top, 'bench/labels/nag-run.cjs'), folder],
      {
        cwd: top,
        env: { ...process.env, NODE_PATH: join(top, 'node_modules'), TMPDIR: scratch },
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return lines
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Built);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
