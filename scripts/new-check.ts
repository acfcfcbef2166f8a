/**
 * Starts a check: `npm run new-check -- <area> <id> <REQ-01> <AWS::Type>` writes the folder with a check that compiles,
 * its notes and its fixtures in Terraform and CloudFormation, ready to be changed. With a type of fact
 * (`Repository::Manifest`) it is a check about the repository, and its fixtures are small repositories.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPOSITORY_TYPES } from '../packages/engine/src/collect/repository/types.ts';

export interface NewCheck {
  readonly area: string;
  readonly id: string;
  readonly requirement: string;
  readonly type: string;
}

const AREAS = [
  'infrastructure',
  'security',
  'monitoring',
  'cost',
  'performance',
  'data',
  'backup',
  'compliance',
  'operations',
  'testing',
  'application',
];

/** What is wrong with the words of the call, or `undefined`. */
export function problemWith(check: NewCheck): string | undefined {
  if (!AREAS.includes(check.area)) return `"${check.area}" is no area; areas are ${AREAS.join(', ')}`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(check.id))
    return `"${check.id}" is no id; ids name what is protected, like queue-dead-letter`;
  if (!/^[A-Z]{3}-\d{2}$/.test(check.requirement))
    return `"${check.requirement}" is no requirement; one looks like BKP-02`;
  if (isFact(check) && !Object.hasOwn(REPOSITORY_TYPES, check.type))
    return `"${check.type}" is no type of fact; there are ${Object.keys(REPOSITORY_TYPES).join(', ')}`;
  if (!isFact(check) && !/^AWS::\w+::\w+$/.test(check.type))
    return `"${check.type}" is no CloudFormation type; one looks like AWS::SQS::Queue`;
  return undefined;
}

const isFact = ({ type }: NewCheck): boolean => type.startsWith('Repository::');

/** The files of a new check, by path relative to its folder. */
export function filesOf(check: NewCheck): ReadonlyMap<string, string> {
  const code = `import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: '${check.id}',
  requirement: '${check.requirement}',
  severity: 'medium',
  effort: 'minutes',
  title: 'Say what is true when it passes',
  gap: { one: 'One of them lacks it', many: '{count} of them lack it' },
  evidence: ['${isFact(check) ? 'repo' : 'iac'}'],
  aliases: [],
  frameworks: {},
  messages: { off: '{property} is {actual}, expected {expected}' },
${isFact(check) ? "  about: 'repository',\n" : ''}  appliesTo: '${check.type}',
  evaluate: (${isFact(check) ? 'fact' : 'resource'}) => ${isFact(check) ? "fact.text('path').written()" : "resource.bool('Enabled').is(true)"}.else('off'),
  fix: 'Say what to do, in one sentence',
  fixImpact: { downtime: false },
});
`;
  const notes = `## Why it matters

What goes wrong without it, and how bad that is.

## When it does not

When a reader may leave it off with a good conscience.

## The fix

What to write, and where.

## What it costs

In money, time and risk.
`;
  if (isFact(check)) {
    return new Map([
      ['check.ts', code],
      ['notes.md', notes],
      ['fixtures/pass_example/README.md', 'Files of a small repository that passes.\n'],
      ['fixtures/fail_example/README.md', 'The same with the gap.\n'],
      [
        'fixtures/unknown_example/README.md',
        'The same with a file that cannot be read: broken where the reader looks.\n',
      ],
      [
        'fixtures/rows/expected.yaml',
        '# What each fact must come out as, by its address: pass, fail, unknown or na.\n{}\n',
      ],
    ]);
  }
  const logical = (prefix: string) => `  ${prefix}Example:\n    Type: ${check.type}\n    Properties:`;
  const template = `Parameters:
  Undecided:
    Type: String
Resources:
${logical('Pass')}
      Enabled: true
${logical('Fail')}
      Enabled: false
${logical('Unknown')}
      Enabled: !Ref Undecided
`;
  const terraform = `variable "undecided" {
  type = bool
}

# Three resources of the Terraform type that maps to ${check.type}:
# pass_example, fail_example and unknown_example (with var.undecided).
`;
  return new Map([
    ['check.ts', code],
    ['notes.md', notes],
    ['fixtures/template.yaml', template],
    ['fixtures/main.tf', terraform],
  ]);
}

/** Writes the files of a new check below the catalogue; refuses to touch what is there. Answers with the folder. */
export function writeCheck(catalog: string, check: NewCheck): string {
  const folder = join(catalog, check.area, check.id);
  if (existsSync(folder)) throw new Error(`${folder} is there already`);
  for (const [path, text] of filesOf(check)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [area = '', id = '', requirement = '', type = ''] = process.argv.slice(2);
  const check = { area, id, requirement, type };
  const problem = problemWith(check);
  if (problem !== undefined) {
    console.error(
      `${problem}\nUsage: npm run new-check -- <area> <id> <REQ-01> <AWS::Type | Repository::Type>`,
    );
    process.exitCode = 2;
  } else {
    const catalog = join(dirname(fileURLToPath(import.meta.url)), '../packages/engine/src/catalog');
    console.log(
      `${writeCheck(catalog, check)}\nNext: fill in the check, its fixtures and notes, then npm test.`,
    );
  }
}
