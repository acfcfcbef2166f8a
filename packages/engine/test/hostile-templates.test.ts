import { describe, expect, it } from 'vitest';
import { type Assessment, assessRepository } from '../src/index.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * Templates that nobody should write: they are read within bounds, and what was not read is said.
 */
type Files = Readonly<Record<string, string>>;

async function assessed(files: Files): Promise<Assessment> {
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return run.assessment;
}

const QUEUE = 'Q: { Type: AWS::SQS::Queue }';
const stack = (name: string, url: string) =>
  `  ${name}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url} } }\n`;
const list = (letter: string, count: number) =>
  `[${Array.from({ length: count }, (_, i) => letter + i).join()}]`;
const levels = (depth: number, width: number): Files =>
  Object.fromEntries(
    Array.from({ length: depth }, (_, level) => [
      level === 0 ? 'template.yaml' : `level${level}.yaml`,
      `Resources:\n${
        level === depth - 1
          ? `  ${QUEUE}\n`
          : Array.from({ length: width }, (_, i) => stack(`S${i}`, `level${level + 1}.yaml`)).join('')
      }`,
    ]),
  );

const HOSTILE: readonly (readonly [what: string, files: Files, notSeen: RegExp])[] = [
  [
    'stacks nested in each other',
    {
      'template.yaml': `Resources:\n${stack('A', 'b.yaml')}`,
      'b.yaml': `Resources:\n${stack('B', 'template.yaml')}`,
    },
    /nested stack A.*: it would contain itself/,
  ],
  [
    'an application of SAM in itself',
    {
      'template.yaml':
        'Transform: AWS::Serverless-2016-10-31\nResources:\n  A: { Type: AWS::Serverless::Application, Properties: { Location: template.yaml } }\n',
    },
    /nested stack A.*: it would contain itself/,
  ],
  ['a million stacks', levels(7, 10), /nested stack .*: only the first 500 nested stacks are followed/],
  [
    'a chain of stacks',
    levels(40, 1),
    /nested stack .*: stacks nested in more than 10 others are not followed/,
  ],
  [
    'a loop in a loop in a loop',
    {
      'template.yaml': `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::A:
    - A
    - ${list('a', 400)}
    - Fn::ForEach::B:
        - B
        - ${list('b', 400)}
        - Fn::ForEach::C:
          - C
          - ${list('c', 400)}
          - Q\${A}\${B}\${C}: { Type: AWS::SQS::Queue }
`,
    },
    /Fn::ForEach::A: .*more than a stack can have/,
  ],
  [
    'a loop with a long body',
    {
      'template.yaml': `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::A:
    - A
    - ${list('a', 2000)}
    - ${Array.from({ length: 400 }, (_, i) => `Q${i}\${A}: { Type: AWS::SQS::Queue }`).join('\n      ')}
`,
    },
    /Fn::ForEach::A: .*more than a stack can have/,
  ],
  [
    'an include of a file above the repository',
    {
      'template.yaml': `Resources:\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: ../../../etc/passwd } }\n  ${QUEUE}\n`,
    },
    /Fn::Transform in Resources/,
  ],
  [
    'an include of itself',
    {
      'template.yaml': `Resources:\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: more.yaml } }\n  ${QUEUE}\n`,
      'more.yaml':
        'Fn::Transform: { Name: AWS::Include, Parameters: { Location: more.yaml } }\nX: { Type: AWS::SQS::Queue }\n',
    },
    /Fn::Transform in Resources/,
  ],
  [
    'values that are nested without end',
    {
      'template.yaml': `Resources:\n  Q: { Type: AWS::SQS::Queue, Properties: { QueueName: ${'{ "Fn::Join": ["", ['.repeat(2000)}x${']] }'.repeat(2000)} } }\n`,
    },
    /nested deeper than 200 levels/,
  ],
  [
    'aliases of aliases',
    {
      'template.yaml': `Resources: { ${QUEUE} }
A: &a { x: y }
${'BCDEFGHIJ'
  .split('')
  .map(
    (letter, i) =>
      `${letter}: &${letter.toLowerCase()} { ${Array.from({ length: 9 }, (_, k) => `k${k}: *${'abcdefghi'[i]}`).join()} }`,
  )
  .join('\n')}
`,
    },
    /more than 400000 values after its aliases are expanded/,
  ],
];

describe('a template with', () => {
  it.each(HOSTILE)('%s is read within bounds, and says so', async (_, files, notSeen) => {
    const start = performance.now();
    const { coverage, verdict } = await assessed(files);
    expect(performance.now() - start).toBeLessThan(8000);
    const said = [
      ...coverage.notSeen.map((n) => `${n.what}: ${n.why}`),
      ...coverage.files.partly.map((p) => p.why),
    ];
    expect(said.join('\n')).toMatch(notSeen);
    expect(verdict).toMatchObject({ decision: 'NO-GO', lackOfEvidence: true });
  });

  it.each([
    [
      'conditions that double at each step',
      `Conditions:\n${Array.from({ length: 40 }, (_, i) => `  C${i}: { "Fn::And": [{ Condition: C${i + 1} }, { Condition: C${i + 1} }] }\n`).join('')}  C40: { "Fn::Equals": [{ Ref: P }, a] }\nParameters: { P: { Type: String } }\nResources:\n  Q: { Type: AWS::S3::Bucket, Condition: C0 }\n`,
    ],
    [
      'conditions in a circle',
      'Conditions: { A: !Condition B, B: !Not [!Condition A] }\nResources:\n  Q: { Type: AWS::S3::Bucket, Condition: A }\n',
    ],
    [
      'a text of 80 MB',
      `Parameters: { P: { Type: String, Default: ${'x'.repeat(4000)} } }\nResources:\n  Q: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "${'${P}'.repeat(20_000)}" } }\n`,
    ],
    [
      'a mapping that is looked up in its own values',
      'Parameters: { P: { Type: String } }\nMappings: { M: { a: { k: { x: !FindInMap [M, !Ref P, k] } } } }\nResources:\n  Q: { Type: AWS::S3::Bucket, Properties: { BucketName: !FindInMap [M, !Ref P, k], VersioningConfiguration: { Status: !FindInMap [M, a, k] } } }\n',
    ],
  ])('%s is read within bounds', async (_, template) => {
    const start = performance.now();
    const { outcomes } = await assessed({ 'template.yaml': template });
    expect(performance.now() - start).toBeLessThan(8000);
    expect(outcomes.filter((o) => o.check === 's3-versioning').map((o) => o.resource?.address)).toEqual([
      'Q',
    ]);
    expect(outcomes.some((o) => o.check === 's3-versioning' && o.outcome === 'pass')).toBe(false);
  });
});
