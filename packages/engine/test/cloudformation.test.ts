// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of Fn::Sub
import { describe, expect, it } from 'vitest';
import { collectTemplate } from '../src/collect/cloudformation/collect.ts';
import { findTemplates } from '../src/collect/cloudformation/discover.ts';
import { parameterFiles } from '../src/collect/cloudformation/parameters.ts';
import type { CollectedRoot, Environment, Inputs } from '../src/collect/collected.ts';
import type { Repository } from '../src/collect/files/repository.ts';
import { holds, openAtoms } from '../src/model/condition.ts';
import { descend } from '../src/model/properties.ts';
import type { Value } from '../src/model/value.ts';

type Files = Readonly<Record<string, string>>;

function repositoryOf(files: Files): Repository {
  return {
    root: '/repository',
    paths: Object.keys(files).sort(),
    has: (path) => path in files,
    skipped: [],
    leftOut: () => undefined,
    text: async (path) => {
      const text = files[path];
      return text === undefined ? { kind: 'skipped', why: 'permission denied' } : { kind: 'text', text };
    },
    bytes: async (path) => new TextEncoder().encode(files[path] ?? ''),
  };
}

interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly env?: string;
}

async function collect(files: Files, path = 'app.yaml', call: Call = {}): Promise<CollectedRoot> {
  const repository = repositoryOf(files);
  const found = await findTemplates(repository, [path]);
  const candidate = found.candidates.find((c) => c.path === path);
  if (candidate === undefined) throw new Error(`no candidate ${path}`);
  const environment: Environment = { name: call.env, because: 'asked for', known: [] };
  const inputs: Inputs = {
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(Object.entries(call.params ?? {})),
    environmentVars: new Map(),
    now: new Date(0),
  };
  return collectTemplate(repository, candidate, environment, inputs, found);
}

function at(root: CollectedRoot, address: string, path: string): Value {
  const node = root.resources.find((r) => r.address === address);
  if (node === undefined) throw new Error(`no resource ${address}`);
  return path.split('.').reduce<Value>((value, step) => {
    if (value.kind === 'list') return value.items[Number(step)]!;
    return descend(value, [step]);
  }, node.properties);
}

/** A value in one line, for comparison. */
function text(value: Value): unknown {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'list':
      return value.items.map(text);
    case 'object':
      return Object.fromEntries([...value.members].map(([k, v]) => [k, text(v)]));
    case 'composed':
      return value.parts.map((p) => (p.kind === 'known' ? p.value : `<${text(p)}>`)).join('');
    case 'reference':
      return `${value.to.address}.${value.to.attribute}`;
    case 'unknown':
      return `unknown ${value.expression ?? value.decidedBy}`;
    case 'choice':
      return { yes: text(value.whenTrue), no: text(value.whenFalse) };
    default:
      return value.kind;
  }
}

/** `12 parameter Stage (default)` for each step of a trail. */
function trail(value: Value): readonly string[] {
  return value.origin.trail.map((step) => `${step.line} ${step.what ?? ''}`.trim());
}

/** A template with one custom resource `It`, whose property `Is` is under test on line `IS`. */
function template(expression: string, sections = ''): Files {
  const resources = `Resources:
  It:
    Type: Custom::It
    Properties:
      Is: ${expression}
  Users:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: users }
  Orders:
    Type: AWS::DynamoDB::Table
`;
  return { 'app.yaml': `${resources}${sections}` };
}

const STAGE = 'Parameters:\n  Stage: { Type: String }\n';
const IS_PROD = `${STAGE}Conditions:\n  Prod: !Equals [!Ref Stage, prod]\n`;

describe('intrinsic functions', () => {
  it.each<[what: string, expression: string, sections: string, expected: unknown]>([
    ['a parameter without value', '!Ref Stage', STAGE, 'unknown Stage'],
    ['a pseudo parameter', '!Ref AWS::Region', '', 'unknown AWS::Region'],
    ['no value', '!Ref AWS::NoValue', '', 'absent'],
    ['a resource without a written name', '!Ref Orders', '', 'Orders.Ref'],
    ['a resource with a written name', '!Ref Users', '', 'users'],
    ['an attribute', '!GetAtt Orders.Arn', '', 'Orders.Arn'],
    ['an attribute as a list', '!GetAtt [Orders, Arn]', '', 'Orders.Arn'],
    ['an attribute that is a written property', '!GetAtt Users.TableName', '', 'users'],
    ['a name that nothing declares', '!Ref Nobody', '', 'unknown Nobody'],
    [
      'an unknown part in a text',
      '!Sub "a-${Stage}-${AWS::Region}"',
      STAGE,
      'a-<unknown Stage>-<unknown AWS::Region>',
    ],
    ['a literal placeholder', '!Sub "${!Stage}"', STAGE, '${Stage}'],
    ['an attribute in a text', '!Sub "${Orders.Arn}/index/*"', '', '<Orders.Arn>/index/*'],
    ['variables of its own', '!Sub ["${A}-${B}", {A: x, B: !Ref Users}]', '', 'x-users'],
    ['a join with an open part', '!Join ["/", [a, b, !Ref Orders, c]]', '', 'a/b/<Orders.Ref>/c'],
    ['a join of a choice', '!Join ["-", [a, !If [Prod, p, q]]]', IS_PROD, { yes: 'a-p', no: 'a-q' }],
    [
      'two choices on one condition',
      '!Sub ["${A}${B}", {A: !If [Prod, 1, 2], B: !If [Prod, 3, 4]}]',
      IS_PROD,
      { yes: '13', no: '24' },
    ],
    [
      'a join that leaves out',
      '!Join ["-", [a, !If [Prod, p, !Ref AWS::NoValue]]]',
      IS_PROD,
      { yes: 'a-p', no: 'a' },
    ],
    [
      'a choice in front of the selected',
      '!Select [0, [!If [Prod, p, !Ref AWS::NoValue], q]]',
      IS_PROD,
      { yes: 'p', no: 'q' },
    ],
    ['an index too far', '!Select [2, [a, b]]', '', 'unknown Fn::Select(2, [a,b])'],
    ['a split of what is not known', '!Split [",", !Ref Stage]', STAGE, 'unknown Fn::Split(,, Stage)'],
    [
      'a piece of a reference',
      '!Select [1, !Split ["/", !GetAtt Orders.Arn]]',
      '',
      'Orders.Arn split by "/" [1]',
    ],
    [
      'the account of a reference',
      '!Select [4, !Split [":", !GetAtt Orders.Arn]]',
      '',
      'unknown Fn::Select(4, Fn::Split(:, Orders.Arn))',
    ],
    ['zones', '!Select [0, !GetAZs ""]', '', 'unknown Fn::Select(0, Fn::GetAZs(AWS::Region))'],
    ['a base64 text', '!Base64 hi', '', 'aGk='],
    ['blocks', '!Cidr [10.0.0.0/24, 2, 6]', '', ['10.0.0.0/26', '10.0.0.64/26']],
    ['blocks of IPv6', '!Cidr ["2001:db8::/56", 2, 64]', '', ['2001:db8::/64', '2001:db8:0:1::/64']],
    ['blocks that do not fit', '!Cidr [10.0.0.0/24, 8, 6]', '', 'unknown Fn::Cidr(10.0.0.0/24, 8, 6)'],
    [
      'an included part',
      '{"Fn::Transform": {Name: AWS::Include}}',
      '',
      'unknown what the macro AWS::Include makes at deployment',
    ],
    ['an import that nothing exports', '!ImportValue vpc', '', 'unknown Fn::ImportValue(vpc)'],
    ['a function that does not exist', '!Fancy x', '', 'unknown what Fn::Fancy makes at deployment'],
    ['arguments of the wrong shape', '!Join x', '', 'unknown arguments that Fn::Join takes'],
    [
      'a dynamic reference',
      '"{{resolve:secretsmanager:db:SecretString:password}}"',
      '',
      'dynamic.{{resolve:secretsmanager:db:SecretString:password}}',
    ],
    ['a dynamic reference in a text', '"x{{resolve:ssm:/a:1}}y"', '', 'x<dynamic.{{resolve:ssm:/a:1}}>y'],
    [
      'a dynamic reference with an open part',
      '!Sub "{{resolve:ssm-secure:/${Stage}/db}}"',
      STAGE,
      'dynamic.{{resolve:ssm-secure:/${Stage}/db}}',
    ],
    ['a number that is a text', '0644', '', '0644'],
    ['a date', '2012-10-17', '', '2012-10-17'],
    ['a boolean of YAML 1.1', 'yes', '', true],
    ['the same in quotes', '"yes"', '', 'yes'],
    ['a condition as a value', '!Equals [a, a]', '', true],
  ])('%s', async (_, expression, sections, expected) => {
    expect(text(at(await collect(template(expression, sections)), 'It', 'Is'))).toEqual(expected);
  });

  it('knows where a name was read from', async () => {
    const value = at(await collect(template('!Ref Users')), 'It', 'Is');
    expect(value).toMatchObject({ kind: 'known', via: { address: 'Users', attribute: 'Ref' } });
    expect(value.origin.at.line).toBe(5);
    expect(trail(value)).toEqual(['8']);
  });

  it('reads JSON in a text, with references in it', async () => {
    const json = `!Sub '{"States": {"A": {"Resource": "\${Orders.Arn}", "N": \${Stage}}}}'`;
    const root = await collect(template(json, STAGE));
    expect(text(at(root, 'It', 'Is.States.A.Resource'))).toBe('Orders.Arn');
    expect(text(at(root, 'It', 'Is.States.A.N'))).toBe('unknown Stage');
  });

  it('follows a value through the parameter, the mapping and the condition to the literal', async () => {
    const files = {
      'app.yaml': `Parameters:
  Stage:
    Type: String
    Default: prod
Mappings:
  Sizes:
    prod: { Days: 30 }
    dev: { Days: 1 }
Conditions:
  Prod: !Equals [!Ref Stage, prod]
Resources:
  It:
    Type: Custom::It
    Properties:
      Direct: !Ref Stage
      Mapped: !FindInMap [Sizes, !Ref Stage, Days]
      Chosen: !If [Prod, 1, 2]
`,
    };
    const root = await collect(files);
    expect(at(root, 'It', 'Direct').origin.at).toMatchObject({ line: 15, column: 7, endLine: 15 });
    expect(trail(at(root, 'It', 'Direct'))).toEqual(['4 parameter Stage (default)']);
    expect(text(at(root, 'It', 'Mapped'))).toBe(30);
    expect(trail(at(root, 'It', 'Mapped'))).toEqual(['7 mapping Sizes', '4 parameter Stage (default)']);
    expect(trail(at(root, 'It', 'Chosen'))).toEqual([
      '10 condition Prod (true)',
      '4 parameter Stage (default)',
      '17 Fn::If Prod (true)',
    ]);
    const given = at(await collect(files, 'app.yaml', { params: { Stage: 'dev' } }), 'It', 'Direct');
    expect(text(given)).toBe('dev');
    expect(given.origin.trail.at(-1)).toMatchObject({ file: '<command line>', what: '--param Stage' });
  });

  it('keeps what NoEcho hides out of sight', async () => {
    const root = await collect(
      template('!Sub "x${P}"', 'Parameters:\n  P: { Type: String, NoEcho: true, Default: hunter2 }\n'),
    );
    const value = at(root, 'It', 'Is');
    expect(JSON.stringify(value)).not.toContain('hunter2');
    expect(value.kind === 'sensitive' && value.reveal !== undefined && text(value.reveal())).toBe('xhunter2');
  });
});

describe('mappings with an unknown key', () => {
  const mapping = 'Mappings:\n  M:\n    prod: { Same: 1, Days: 30 }\n    dev: { Same: 1, Days: 7 }\n';

  it('are decided where all entries agree', async () => {
    const root = await collect(template('!FindInMap [M, !Ref Stage, Same]', STAGE + mapping));
    expect(text(at(root, 'It', 'Is'))).toBe(1);
  });

  it('stay with the condition on the same parameter', async () => {
    const root = await collect(template('!FindInMap [M, !Ref Stage, Days]', IS_PROD + mapping));
    expect(at(root, 'It', 'Is')).toMatchObject({ condition: { op: 'atom', id: 'Stage = prod' } });
    expect(text(at(root, 'It', 'Is'))).toEqual({ yes: 30, no: 7 });
  });
});

describe('conditions', () => {
  const files = (conditions: string) => ({
    'app.yaml': `Parameters:
  Stage: { Type: String }
  Kind: { Type: String, AllowedValues: [a, b] }
Conditions:
${conditions}
Resources:
  One: { Type: AWS::SNS::Topic, Condition: First }
  Two: { Type: AWS::SNS::Topic, Condition: Second }
`,
  });
  const both = async (first: string, second: string) => {
    const root = await collect(files(`  First: ${first}\n  Second: ${second}`));
    const [one, two] = root.resources.map((r) => r.exists);
    return { one: one!, two: two! };
  };
  /** The pairs that are possible over all worlds. */
  const possible = async (first: string, second: string) => {
    const { one, two } = await both(first, second);
    const ids = [...openAtoms(two, new Map(), openAtoms(one, new Map())).keys()];
    const pairs = new Set<string>();
    for (let bits = 0; bits < 2 ** ids.length; bits += 1) {
      const world = new Map(ids.map((id, i) => [id, (bits & (1 << i)) !== 0]));
      pairs.add(`${holds(one, world)} ${holds(two, world)}`);
    }
    return [...pairs].sort();
  };

  it('the same comparison is the same condition', async () => {
    expect(await possible('!Equals [!Ref Stage, prod]', '!Equals [prod, !Ref Stage]')).toEqual([
      'false false',
      'true true',
    ]);
  });

  it('a negation is the opposite', async () => {
    expect(await possible('!Equals [!Ref Stage, prod]', '!Not [Condition: First]')).toEqual([
      'false true',
      'true false',
    ]);
  });

  it('two values of one parameter exclude each other', async () => {
    expect(await possible('!Equals [!Ref Stage, prod]', '!Equals [!Ref Stage, dev]')).toEqual([
      'false false',
      'false true',
      'true false',
    ]);
  });

  it('one of the allowed values holds', async () => {
    expect(await possible('!Equals [!Ref Kind, a]', '!Equals [!Ref Kind, b]')).toEqual([
      'false true',
      'true false',
    ]);
    expect((await both('!Equals [!Ref Kind, c]', '!Equals [a, a]')).one.op).toBe('never');
  });

  it('a text around a parameter compares as the parameter', async () => {
    expect(await possible('!Equals [!Ref Stage, prod]', '!Equals [!Sub "app-${Stage}", app-prod]')).toEqual([
      'false false',
      'true true',
    ]);
  });

  it('and, or combine', async () => {
    const or = '!Or [!Equals [!Ref Stage, prod], !Equals [a, a]]';
    expect((await both(or, '!And [Condition: First, !Equals [a, b]]')).two.op).toBe('never');
  });

  it('a condition that hangs on itself is open', async () => {
    const { one } = await both('!Not [Condition: Second]', '!Not [Condition: First]');
    expect([...openAtoms(one, new Map()).values()][0]?.decidedBy).toContain('hang on itself');
  });
});

describe('what cannot be read', () => {
  it.each<[what: string, text: string, why: RegExp]>([
    ['nothing but a list', 'AWSTemplateFormatVersion: x\n# Resources:\n', /needs a section Resources/],
    [
      'resources that are a list',
      'AWSTemplateFormatVersion: x\nResources: [1]\n',
      /Resources has to be an object/,
    ],
    [
      'an unclosed quote',
      'AWSTemplateFormatVersion: x\nResources:\n  A:\n    Type: "AWS::SNS::Topic\n',
      /quote/,
    ],
    [
      'an alias without anchor',
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: *x\n',
      /alias \*x/,
    ],
    [
      'an alias of itself',
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: &x\n      Y: *x\n',
      /alias \*x/,
    ],
    [
      'a resource twice',
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n  A:\n    Type: AWS::SQS::Queue\n',
      /there twice/,
    ],
    [
      'deep nesting',
      `Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: { X: ${'['.repeat(20_000)} }\n`,
      /./,
    ],
    [
      'deep blocks',
      `Resources:\n  A:\n    Type: AWS::SNS::Topic\n    P: ${'{a: '.repeat(900)}x${'}'.repeat(900)}\n`,
      /nested deeper/,
    ],
  ])('%s', async (_, source, why) => {
    const root = await collect({ 'app.yaml': source });
    expect(
      root.files.partly
        .map((p) => p.why)
        .concat(root.notSeen.map((n) => n.why))
        .join('\n'),
    ).toMatch(why);
    expect(root.notSeen).not.toEqual([]);
  });

  it('an alias bomb is stopped', async () => {
    const bomb = Array.from(
      { length: 30 },
      (_, i) => `x${i}: &x${i} [${i === 0 ? 'a' : Array(9).fill(`*x${i - 1}`)}]`,
    );
    const root = await collect({
      'app.yaml': `${bomb.join('\n')}\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: { X: *x29 }\n`,
    });
    expect(root.files.partly.map((p) => p.why).join()).toMatch(/aliases/);
  });

  it.each<[what: string, source: string]>([
    [
      'conditions that double',
      `Parameters:\n  P: { Type: String }\nConditions:\n  C0: !Equals [!Ref P, a]\n${Array.from({ length: 60 }, (_, i) => `  C${i + 1}: !Or [Condition: C${i}, Condition: C${i}]\n`).join('')}Resources:\n  A: { Type: AWS::SNS::Topic, Condition: C60 }\n`,
    ],
    [
      'names that double',
      `Resources:\n  A0: { Type: AWS::SNS::Topic }\n${Array.from({ length: 60 }, (_, i) => `  A${i + 1}: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "x\${A${i}}\${A${i}}" } }\n`).join('')}`,
    ],
    [
      'texts that double',
      `Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      X: ${Array(50).fill('!Sub ["${V}${V}", {V: ').join('')}abc${'}]'.repeat(50)}\n`,
    ],
    [
      'loops that double',
      `Transform: AWS::LanguageExtensions\nResources:\n  ${Array.from({ length: 12 }, (_, i) => `Fn::ForEach::L${i}: [V${i}, [a, b, c], {`).join(' ')} "T": { Type: AWS::SNS::Topic } ${'}]'.repeat(12)}\n`,
    ],
  ])('%s end', async (_, source) => {
    const started = performance.now();
    const root = await collect({ 'app.yaml': source });
    for (const node of root.resources) openAtoms(node.exists, new Map());
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('salvages the rest and leaves open what may be missing', async () => {
    const root = await collect({
      'app.yaml': `Resources:
  Fine:
    Type: AWS::SNS::Topic
    Properties: { TopicName: fine }
  Broken:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: a
        Other: b
  Also:
    Type: AWS::SNS::Topic
`,
    });
    expect(text(at(root, 'Fine', 'TopicName'))).toBe('fine');
    expect(at(root, 'Fine', 'Missing').kind).toBe('absent');
    expect(at(root, 'Broken', 'Missing').kind).toBe('unknown');
    expect(root.files.partly[0]?.line).toBeGreaterThanOrEqual(8);
  });

  it('never throws on mutated input', async () => {
    const source = Object.values(template('!Sub ["${A}", {A: !If [Prod, &a x, *a]}]', IS_PROD))[0]!;
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    const junk = [
      '{',
      '}',
      '[',
      ']',
      ':',
      '!',
      '&',
      '*',
      '"',
      "'",
      '\n',
      '  ',
      '|',
      '<<',
      '\u0000',
      '!Ref ',
      '- ',
      '#',
      '?',
      '%',
      '@',
    ];
    for (let i = 0; i < 1500; i += 1) {
      let mutated = source;
      for (let j = 0; j < 3; j += 1) {
        const where = random(mutated.length);
        mutated = mutated.slice(0, where) + junk[random(junk.length)] + mutated.slice(where + random(4));
      }
      await collect({ 'app.yaml': `AWSTemplateFormatVersion: x\n# Resources\n${mutated}` });
    }
  });
});

describe('parts that are not seen', () => {
  it('keeps what SAM leaves and names a type of SAM that it does not know', async () => {
    const root = await collect({
      'app.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: { Type: AWS::Serverless::Teleporter, Properties: { Handler: x } }
  Table: { Type: AWS::DynamoDB::Table, Properties: { TableName: !Ref ServerlessRestApi } }
`,
    });
    expect(root.root.kind).toBe('sam');
    expect(root.resources.map((r) => r.address)).toEqual(['Table']);
    expect(root.notSeen).toMatchObject([
      { what: 'AWS::Serverless::Teleporter Api', why: 'this type of SAM is not known' },
    ]);
    expect(at(root, 'Table', 'TableName')).toMatchObject({
      kind: 'unknown',
      reason: 'unsupported-construct',
    });
  });

  it('names macros, nested stacks, includes, modules and open loops', async () => {
    const root = await collect({
      'app.yaml': `Transform: [AWS::LanguageExtensions, Own]
Parameters:
  List: { Type: CommaDelimitedList }
Resources:
  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: s3://b/child.yaml } }
  Module: { Type: Own::A::B::MODULE }
  Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://x } }
  Fn::ForEach::Loop: [Name, !Ref List, { "T\${Name}": { Type: AWS::SNS::Topic } }]
  Own: { Type: Custom::Own, Properties: { X: !GetAtt Nested.Outputs.Vpc } }
`,
    });
    expect(root.notSeen.map((n) => n.what)).toEqual([
      'macro Own',
      'Fn::Transform in Resources',
      'Fn::ForEach::Loop',
      'nested stack Nested',
      'module Module (Own::A::B::MODULE)',
    ]);
    expect(root.notSeen[3]?.decidedBy).toContain('child.yaml');
    expect(at(root, 'Own', 'X')).toMatchObject({ reason: 'module-unavailable' });
    expect([...root.unmapped]).toEqual([['Custom::Own', 1]]);
  });

  it('keeps what is not a property', async () => {
    const root = await collect({
      'app.yaml': `Resources:
  A: { Type: AWS::SNS::Topic, DependsOn: B, DeletionPolicy: Retain, Metadata: { x: 1 } }
  B: { Type: AWS::SNS::Topic }
`,
    });
    expect(text(root.resources[0]!.meta!)).toEqual({
      DeletionPolicy: 'Retain',
      Metadata: { x: 1 },
      StackTags: 'unknown the tags that the stack is deployed with',
      DependsOn: ['B'],
    });
    expect(root.resources[0]!.origin.at).toMatchObject({ line: 2, column: 3 });
  });
});

describe('finding templates', () => {
  const topic = 'Resources:\n  A:\n    Type: AWS::SNS::Topic\n';

  it('tells roots, modules, examples and tests apart, and leaves what another language claims', async () => {
    const found = await findTemplates(
      repositoryOf({
        'main.yaml': `Resources:\n  N:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: nested/vpc.yaml\n`,
        'nested/vpc.yaml': topic,
        'examples/a.yaml': topic,
        'indented.yaml': '  Resources:\n    A:\n      Type: AWS::SNS::Topic\n',
        'test/b.template': topic,
        'cdk.out/App.template.json': '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}',
        'cdk.out/asset.1/x.json': '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}',
        'package.json': '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}',
        'deploy.yaml': 'apiVersion: v1\nkind: Deployment\nspec: { Resources: 1 }\n',
        'crd.yaml': 'apiVersion: v1\nkind: X\nspec:\n  Resources:\n    - Type: AWS::SNS::Topic\n',
        'doc.md': topic,
      }),
      [],
      new Set(['cdk.out/App.template.json', 'cdk.out/asset.1/x.json']),
    );
    expect(found.candidates.map((c) => `${c.path} ${c.kind} ${c.role} ${c.assessed}`)).toEqual([
      'examples/a.yaml cloudformation example false',
      'indented.yaml cloudformation root true',
      'main.yaml cloudformation root true',
      'nested/vpc.yaml cloudformation module false',
      'test/b.template cloudformation test false',
    ]);
  });

  it('assesses what --root names', async () => {
    const found = await findTemplates(repositoryOf({ 'examples/a.yaml': topic }), ['examples/a.yaml']);
    expect(found.candidates[0]).toMatchObject({ role: 'example', assessed: true });
  });
});

describe('parameter files', () => {
  const app = `Parameters:\n  Stage: { Type: String, Default: dev }\nResources:\n  It: { Type: Custom::It, Properties: { Is: !Ref Stage } }\n`;

  it.each<[file: string, content: string]>([
    ['params/prod.json', '[{"ParameterKey": "Stage", "ParameterValue": "prod"}]'],
    ['parameters/prod.yaml', 'Parameters:\n  Stage: prod\n'],
    ['prod.parameters.json', '{"Parameters": [{"ParameterKey": "Stage", "ParameterValue": "prod"}]}'],
    ['parameters-prod.json', '{"Stage": "prod"}'],
    ['app-prod.params.json', '["Stage=prod"]'],
  ])('%s', async (file, content) => {
    const root = await collect({ 'app.yaml': app, [file]: content }, 'app.yaml', { env: 'prod' });
    const value = at(root, 'It', 'Is');
    expect(text(value)).toBe('prod');
    expect(value.origin.trail.map((step) => step.what)).toEqual(['parameter Stage', file]);
    expect(root.files.read).toEqual(['app.yaml', file]);
    const other = await collect({ 'app.yaml': app, [file]: content }, 'app.yaml', { env: 'test' });
    expect(text(at(other, 'It', 'Is'))).toBe('dev');
  });

  it('serve the templates below them, the nearest first', async () => {
    const files = {
      'a/app.yaml': app,
      'a/params/prod.json': '{"Stage": "near"}',
      'b/params/prod.json': '{"Stage": "other"}',
      'params/prod.json': '{"Stage": "far"}',
    };
    const root = await collect(files, 'a/app.yaml', { env: 'prod' });
    expect(text(at(root, 'It', 'Is'))).toBe('near');
  });

  it('are listed by environment', () => {
    const files = parameterFiles(
      repositoryOf({ 'params/prod.json': '', 'params/dev.json': '', 'x.json': '' }),
    );
    expect([...files]).toEqual([
      ['dev', ['params/dev.json']],
      ['prod', ['params/prod.json']],
    ]);
  });
});

describe('templates linked by exports and imports', () => {
  const files = {
    'app.yaml': `Resources:
  Api: { Type: AWS::Lambda::Function, Properties: { Role: !ImportValue base-role } }
Outputs:
  ApiName:
    Value: !Ref Api
    Export: { Name: !Sub "\${AWS::StackName}-api" }
`,
    'base.yaml': `Resources:
  Role: { Type: AWS::IAM::Role }
Outputs:
  Role:
    Value: !GetAtt Role.Arn
    Export: { Name: base-role }
`,
    'monitoring.yaml': `Parameters:
  AppStack: { Type: String }
Resources:
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Dimensions:
        - Name: FunctionName
          Value:
            Fn::ImportValue: !Sub "\${AppStack}-api"
      AlarmActions: [!ImportValue alerts-topic]
`,
    'alerts.yaml': `Resources:
  Topic: { Type: AWS::SNS::Topic }
Outputs:
  Topic:
    Value: !Ref Topic
    Export: { Name: alerts-topic }
`,
    'other.yaml': `Resources:
  Else: { Type: AWS::SNS::Topic, Properties: { X: !ImportValue base-role } }
`,
  };

  it('see what they build on and what builds on them', async () => {
    const app = await collect(files);
    expect(app.resources.map((r) => `${r.address}${r.foreign === true ? ' foreign' : ''}`)).toEqual([
      'Api',
      'alerts.yaml#Topic foreign',
      'base.yaml#Role foreign',
      'monitoring.yaml#Alarm foreign',
    ]);
    expect(text(at(app, 'Api', 'Role'))).toBe('base.yaml#Role.Arn');
    expect(trail(at(app, 'Api', 'Role'))[0]).toBe('4 output Role of base.yaml');
    expect(text(at(app, 'monitoring.yaml#Alarm', 'Dimensions.0.Value'))).toBe('Api.Ref');
    expect(text(at(app, 'monitoring.yaml#Alarm', 'AlarmActions.0'))).toBe('alerts.yaml#Topic.Ref');
  });

  it('see the same from the other side', async () => {
    const monitoring = await collect(files, 'monitoring.yaml');
    expect(text(at(monitoring, 'Alarm', 'Dimensions.0.Value'))).toBe('app.yaml#Api.Ref');
    expect(monitoring.resources.map((r) => r.address)).toEqual([
      'Alarm',
      'alerts.yaml#Topic',
      'app.yaml#Api',
      'base.yaml#Role',
    ]);
  });

  it('that import from each other end', async () => {
    const ring = (own: string, other: string) =>
      `Resources:\n  A: { Type: AWS::SNS::Topic, Properties: { X: !ImportValue ${other} } }\nOutputs:\n  O: { Value: !ImportValue ${other}, Export: { Name: ${own} } }\n`;
    const root = await collect({ 'app.yaml': ring('a-name', 'b-name'), 'b.yaml': ring('b-name', 'a-name') });
    expect(at(root, 'A', 'X')).toMatchObject({ kind: 'unknown', reason: 'module-unavailable' });
  });
});
