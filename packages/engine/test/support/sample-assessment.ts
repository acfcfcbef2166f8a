import type {
  AreaScore,
  Assessment,
  CheckInfo,
  Level,
  PlanItem,
  ReportedOutcome,
} from '../../src/assess/assessment.ts';
import { type Area, areaOf, phaseOf } from '../../src/catalog/check.ts';
import type { Location } from '../../src/model/origin.ts';
import type { Evidence, OutcomeKind, Severity } from '../../src/model/outcome.ts';
import type { Sources } from '../../src/report/excerpt.ts';

/** A hand-made assessment with every kind of outcome in it, and the sources that it quotes. */
export function sampleAssessment(changes: Partial<Assessment> = {}): Assessment {
  const outcomes = sampleOutcomes();
  return {
    tool: { name: 'airworthy', version: '0.1.0' },
    service: 'flashcards',
    subject: {
      path: '.',
      revision: '3f2c9a1d5e7b8c0f3f2c9a1d5e7b8c0f3f2c9a1d',
      environment: { name: 'prod', because: 'the only one with a tfvars file', known: ['prod'] },
      roots: [
        {
          path: 'infra',
          kind: 'terraform',
          role: 'root',
          assessed: true,
          because: 'it has a backend',
          verdict: 'NO-GO',
        },
        {
          path: 'infra/modules/queue',
          kind: 'terraform',
          role: 'module',
          assessed: false,
          because: 'infra calls it',
          verdict: null,
        },
      ],
      library: false,
    },
    scope: {
      planes: ['code'],
      notAsked: [
        { requirement: 'SEC-18', title: 'GuardDuty on', ask: '--live' },
        { requirement: 'SEC-19', title: 'Security Hub on', ask: '--live' },
        { requirement: 'PRF-01', title: 'the slowest page is fast', ask: '--url' },
      ],
      notCovered: [],
    },
    verdict: {
      decision: 'NO-GO',
      library: false,
      lackOfEvidence: false,
      criteria: [
        criterion(
          'no-critical-gap',
          'no critical gap',
          'critical gaps',
          'fail',
          ['secrets-in-a-store'],
          ['k-secret'],
        ),
        criterion(
          'data-survives',
          'data survives a mistake',
          'data can be lost',
          'fail',
          ['dynamodb-point-in-time-recovery'],
          ['k-pitr-users', 'k-pitr-sessions', 'k-pitr-locks'],
        ),
        criterion(
          'somebody-is-told',
          'somebody is told when it fails',
          'no alarm reaches anybody',
          'unknown',
          ['lambda-error-alarm'],
          ['k-alarm'],
        ),
        criterion(
          'cost-within-budget',
          'the cost is within the budget',
          'the cost exceeds the budget',
          'not-asked',
          [],
          [],
        ),
        criterion(
          'routes-work',
          'all declared routes work',
          'a declared route does not work',
          'met',
          ['routes-have-a-target'],
          [],
        ),
      ],
    },
    score: {
      lower: 0.25,
      upper: 0.5,
      checks: { pass: 2, fail: 4, unknown: 2, notApplicable: 1 },
      areas: [
        area('security', 0.33, 0.67, 1, 1, 1, 0),
        area('monitoring', 0, 1, 0, 0, 1, 0),
        area('backup', 0, 0, 0, 1, 0, 1),
        area('infrastructure', 0.5, 0.5, 1, 1, 0, 0),
        area('cost', 0, 0, 0, 1, 0, 0),
      ],
    },
    levels: [
      level('critical', false, 1, 1),
      level('high', false, 1, 1),
      level('medium', false, 0, 1),
      level('long-term', false, 0, 1),
    ],
    outcomes,
    coverage: {
      files: {
        read: [
          'infra/api.tf',
          'infra/dynamodb.tf',
          'infra/lambda.tf',
          'infra/prod.tfvars',
          'infra/variables.tf',
        ],
        partly: [{ file: 'infra/old.tf', line: 12, why: 'unclosed string' }],
        skipped: [{ file: 'infra/state.tf', why: 'binary' }],
      },
      resources: { total: 40, mapped: 38, unmapped: [{ type: 'aws_braket_device', count: 2 }] },
      unmappedArguments: [{ argument: 'aws_lambda_function.snap_start_wish', count: 1 }],
      notSeen: [
        {
          root: 'infra',
          what: 'module.network',
          why: 'its source is not in the repository',
          decidedBy: 'run terraform init in infra',
        },
      ],
    },
    plan: samplePlan(),
    checks: new Map(SAMPLE_CHECKS.map((check) => [check.id, check])),
    assumptions: ['no airworthy.yaml: the service counts as standard tier'],
    notices: ['the waiver of s3-versioning ended on 2025-01-31 and no longer holds'],
    ...changes,
  };
}

/** Everything that was asked passes. */
export function allWellAssessment(): Assessment {
  const sample = sampleAssessment();
  return {
    ...sample,
    subject: { ...sample.subject, roots: [{ ...sample.subject.roots[0]!, verdict: 'GO' }] },
    scope: { planes: ['code'], notAsked: [], notCovered: [] },
    verdict: {
      decision: 'GO',
      library: false,
      lackOfEvidence: false,
      criteria: sample.verdict.criteria.map((c) => ({ ...c, outcome: 'met' as const, outcomes: [] })),
    },
    score: {
      lower: 1,
      upper: 1,
      checks: { pass: 2, fail: 0, unknown: 0, notApplicable: 0 },
      areas: [area('security', 1, 1, 1, 0, 0, 0), area('infrastructure', 1, 1, 1, 0, 0, 0)],
    },
    levels: sample.levels.map((l) => ({ ...l, reached: true, counts: { ...l.counts, fail: 0 } })),
    outcomes: sample.outcomes.filter((o) => o.outcome === 'pass'),
    coverage: {
      ...sample.coverage,
      files: { read: sample.coverage.files.read, partly: [], skipped: [] },
      resources: { total: 4, mapped: 4, unmapped: [] },
      unmappedArguments: [],
      notSeen: [],
    },
    plan: [],
    assumptions: [],
    notices: [],
  };
}

/** A folder in which no check finds anything to look at. */
export function nothingApplicableAssessment(): Assessment {
  const sample = allWellAssessment();
  return {
    ...sample,
    service: 'notes',
    subject: {
      ...sample.subject,
      environment: { name: undefined, because: 'the repository names none', known: [] },
      roots: [],
    },
    verdict: {
      ...sample.verdict,
      criteria: sample.verdict.criteria.map((c) => ({
        ...c,
        outcome: 'not-applicable' as const,
        checks: [],
      })),
    },
    score: { lower: 0, upper: 1, checks: { pass: 0, fail: 0, unknown: 0, notApplicable: 9 }, areas: [] },
    outcomes: [],
    coverage: {
      ...sample.coverage,
      files: { read: [], partly: [], skipped: [] },
      resources: { total: 0, mapped: 0, unmapped: [] },
    },
  };
}

/** No gap that was found blocks; an alarm that could not be seen does. */
export function lackOfEvidenceAssessment(): Assessment {
  const sample = sampleAssessment();
  return {
    ...sample,
    verdict: {
      decision: 'NO-GO',
      library: false,
      lackOfEvidence: true,
      criteria: sample.verdict.criteria.map((c) =>
        c.outcome === 'fail' ? { ...c, outcome: 'met' as const, outcomes: [] } : c,
      ),
    },
    outcomes: sample.outcomes.filter((o) => o.outcome === 'unknown' || o.outcome === 'pass'),
    score: { ...sample.score, checks: { pass: 2, fail: 0, unknown: 2, notApplicable: 0 } },
  };
}

export function libraryAssessment(): Assessment {
  const sample = sampleAssessment();
  return {
    ...sample,
    subject: { ...sample.subject, library: true },
    verdict: { ...sample.verdict, library: true },
  };
}

/** Text that tries to break out of every format. */
export const HOSTILE =
  '</script><script>alert(1)</script>"\'&<img src=x onerror=alert(2)>\u001b[31m\u202e{{x}}\n**';

/** Strings from the outside world at their worst: markup, control characters, very long and very wide names. */
export function hostileAssessment(): Assessment {
  const sample = sampleAssessment();
  const long = `module.${'a_very_long_name_'.repeat(20)}`;
  return {
    ...sample,
    service: HOSTILE,
    subject: { ...sample.subject, environment: { name: HOSTILE, because: HOSTILE, known: [HOSTILE] } },
    outcomes: sample.outcomes.map((o, index) => ({
      ...o,
      key: `${o.key}${HOSTILE}`,
      message: `${HOSTILE} ${long} 日本語のとても長い資源の名前がここにあります`,
      ...(o.decidedBy === undefined ? {} : { decidedBy: `${HOSTILE}${long}` }),
      resource:
        o.resource === null
          ? null
          : {
              ...o.resource,
              address: index % 2 === 0 ? `${long}.${HOSTILE}${index}` : `資源.${HOSTILE}${index}`,
            },
      group: `${o.group}${HOSTILE}`,
    })),
    checks: new Map(
      SAMPLE_CHECKS.map((c) => [
        c.id,
        {
          ...c,
          title: HOSTILE,
          fix: HOSTILE,
          why: HOSTILE,
          gap: { one: HOSTILE, many: `{count} ${HOSTILE}` },
        },
      ]),
    ),
    notices: [HOSTILE],
    assumptions: [long],
  };
}

/** As many outcomes as a large repository gives. */
export function largeAssessment(outcomes: number): Assessment {
  const sample = sampleAssessment();
  const kinds: readonly OutcomeKind[] = ['pass', 'fail', 'unknown', 'pass', 'not-applicable'];
  const decided = sampleOutcomes();
  return {
    ...sample,
    outcomes: Array.from({ length: outcomes }, (_, index): ReportedOutcome => {
      const kind = kinds[index % kinds.length]!;
      const check = SAMPLE_CHECKS[index % SAMPLE_CHECKS.length]!;
      const model = decided.find((o) => o.check === check.id) ?? decided[0]!;
      const file = `stacks/service-${index % 50}/main.tf`;
      const line = 4 + (index % 40) * 7;
      const address = `module.service_${index % 50}.aws_dynamodb_table.table_${index}`;
      return {
        ...model,
        key: `${check.id}|${address}`,
        outcome: kind,
        could: kind === 'unknown' ? ['pass', 'fail'] : [],
        resource: { type: 'AWS::DynamoDB::Table', address, root: 'infra', file, line },
        group: `${check.id}|${index % 100}`,
        evidence: [
          {
            plane: 'code',
            at: at(file, line, 3, 40, 'attribute of the table'),
            trail: [
              at(file, 2, 1, 10, 'local.recover'),
              at('stacks/variables.tf', 9, 1, 10, 'variable recover'),
            ],
            resource: address,
            property: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
            value: 'false',
            expected: 'true',
          },
        ],
      };
    }),
  };
}

export const SAMPLE_FILES: Readonly<Record<string, string>> = {
  'infra/lambda.tf': [
    'resource "aws_lambda_function" "api" {',
    '  function_name = "flashcards-api"',
    '  runtime       = "nodejs24.x"',
    '  handler       = "index.handler"',
    '  memory_size   = var.memory',
    '  timeout       = 3',
    '',
    '  environment {',
    '    variables = {',
    '      TABLE      = aws_dynamodb_table.users.name',
    '      SECRET_KEY = "change-me-before-launch"',
    '    }',
    '  }',
    '}',
    '',
    'resource "aws_lambda_function" "cleanup" {',
    '  function_name = "flashcards-cleanup"',
    '  timeout       = 3',
    '}',
  ].join('\n'),
  'infra/dynamodb.tf': ['users', 'sessions', 'locks']
    .flatMap((name) => [
      `resource "aws_dynamodb_table" "${name}" {`,
      `  name         = "flashcards-${name}"`,
      '  billing_mode = "PAY_PER_REQUEST"',
      '  hash_key     = "id"',
      '  point_in_time_recovery {',
      '    enabled = var.recover',
      '  }',
      '}',
      '',
    ])
    .join('\n'),
  'infra/variables.tf': [
    'variable "recover" {',
    '  type    = bool',
    '  default = true',
    '}',
    '',
    'variable "signing_key" {',
    '  type    = string',
    '  default = "hunter2-hunter2"',
    '}',
    '',
    'variable "memory" {',
    '  type = number',
    '}',
  ].join('\n'),
  'infra/prod.tfvars': ['domain  = "flashcards.example"', 'recover = false'].join('\n'),
  'infra/api.tf': [
    'resource "aws_apigatewayv2_api" "http" {',
    '  name          = "flashcards"',
    '  protocol_type = "HTTP"',
    '}',
    '',
    'resource "aws_apigatewayv2_stage" "default" {',
    '  api_id      = aws_apigatewayv2_api.http.id',
    '  name        = "$default"',
    '  auto_deploy = true',
    '}',
  ].join('\n'),
};

/** The excerpts of `SAMPLE_FILES`; files of the large sample are made up as they are asked for. */
export const sampleSources: Sources = {
  excerpt(file, line, endLine) {
    const text =
      SAMPLE_FILES[file] ??
      (file.startsWith('stacks/')
        ? Array.from(
            { length: 320 },
            (_, i) => `  attribute_${i} = var.some_setting_of_this_table_${i % 7} # ${file}`,
          ).join('\n')
        : undefined);
    if (text === undefined) return [];
    const lines = text.split('\n');
    const shown: { line: number; text: string }[] = [];
    for (let n = Math.max(1, line); n <= Math.min(endLine, lines.length); n++)
      shown.push({ line: n, text: lines[n - 1]! });
    return shown;
  },
};

export const SAMPLE_CHECKS: readonly CheckInfo[] = [
  check('secrets-in-a-store', 'SEC-14', 'critical', 'hours', {
    title: 'Secrets live in Secrets Manager or Parameter Store',
    gap: {
      one: "A secret is written in a function's environment",
      many: "{count} secrets are written in functions' environments",
    },
    fix: 'keep it in Secrets Manager, read it at start, rotate it',
    aliases: ['CKV_AWS_45', 'Lambda.1'],
    frameworks: { 'well-architected': ['sec_identities_secrets'] },
    why: 'Whoever can **read the configuration** can sign tokens.\n\nThe console, `terraform.tfstate` and every CI log show it:\n\n- to colleagues\n- to whoever steals a laptop\n\nSee [the guide](https://docs.aws.amazon.com/secretsmanager/).',
    snippets: { terraform: 'data "aws_secretsmanager_secret" "signing" {\n  name = "flashcards/signing"\n}' },
  }),
  check('dynamodb-point-in-time-recovery', 'BKP-02', 'high', 'minutes', {
    title: 'DynamoDB tables can be restored to a point in time',
    gap: {
      one: 'A table cannot be restored to a point in time',
      many: '{count} tables cannot be restored to a point in time',
    },
    fix: 'point_in_time_recovery { enabled = true } in each',
    aliases: ['CKV_AWS_28', 'AWS-0024', 'AwsSolutions-DDB3', 'DynamoDB.2'],
    frameworks: { 'well-architected': ['rel_backing_up_data_automated_backups_data'], fsbp: ['DynamoDB.2'] },
    why: 'A wrong deployment deletes rows in seconds; without recovery they are gone.',
    snippets: {
      terraform: 'point_in_time_recovery {\n  enabled = true\n}',
      cloudformation: 'PointInTimeRecoverySpecification:\n  PointInTimeRecoveryEnabled: true',
    },
  }),
  check('lambda-error-alarm', 'MON-03', 'high', 'hours', {
    title: 'Errors, throttles and duration of functions raise an alarm',
    gap: {
      one: 'No alarm on errors, throttles or duration of a function',
      many: 'No alarm on errors, throttles or duration of {count} functions',
    },
    fix: 'add an alarm on Errors, Throttles and Duration of each function that notifies somebody',
    aliases: ['AwsSolutions-L2'],
    frameworks: {},
    why: 'Users should not be the ones who tell you.',
  }),
  check('waf-attached', 'SEC-10', 'high', 'hours', {
    title: 'A web application firewall is attached to every public entry',
    gap: {
      one: 'A public entry has no firewall attached',
      many: '{count} public entries have no firewall attached',
    },
    fix: 'attach a web ACL with the managed rule groups and a rate rule',
    aliases: [],
    frameworks: {},
    why: 'Bots find a new address within minutes.',
  }),
  check('lambda-timeout', 'INF-12', 'medium', 'minutes', {
    title: 'Functions have a timeout set on purpose',
    gap: { one: 'A function keeps the default timeout', many: '{count} functions keep the default timeout' },
    fix: 'set timeout to what the slowest request needs',
    aliases: [],
    frameworks: {},
    why: 'Three seconds end slow requests halfway.',
  }),
  check('cost-tags', 'CST-04', 'low', 'minutes', {
    title: 'Resources carry the tags that the bill is read by',
    gap: { one: 'A resource carries no cost tags', many: '{count} resources carry no cost tags' },
    fix: 'set default_tags in the provider',
    aliases: [],
    frameworks: {},
    why: 'A bill without tags explains nothing.',
  }),
  check('routes-have-a-target', 'INF-24', 'critical', 'hours', {
    title: 'Every declared route has something behind it',
    gap: { one: 'A route leads nowhere', many: '{count} routes lead nowhere' },
    fix: 'give it an integration or remove it',
    aliases: [],
    frameworks: {},
    why: 'A route without a target answers every user with an error.',
  }),
  check('https-only', 'SEC-01', 'critical', 'hours', {
    title: 'Public endpoints speak HTTPS only',
    gap: { one: 'A public endpoint speaks plain HTTP', many: '{count} public endpoints speak plain HTTP' },
    fix: 'redirect the listener to HTTPS',
    aliases: [],
    frameworks: {},
    why: 'Plain HTTP shows sessions to everybody on the way.',
  }),
  check('rds-backups', 'BKP-01', 'high', 'minutes', {
    title: 'Databases are backed up daily',
    gap: { one: 'A database is not backed up', many: '{count} databases are not backed up' },
    fix: 'set backup_retention_period to 7 or more',
    aliases: [],
    frameworks: {},
    why: 'Disks fail and people err.',
  }),
];

function sampleOutcomes(): readonly ReportedOutcome[] {
  const tables = ['users', 'sessions', 'locks'].map((name, index) =>
    outcome(
      'dynamodb-point-in-time-recovery',
      `k-pitr-${name}`,
      'fail',
      'AWS::DynamoDB::Table',
      `aws_dynamodb_table.${name}`,
      {
        message: 'point-in-time recovery is false, expected true',
        expected: 'true',
        actual: 'false',
        property: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
        group: 'pitr|prod.tfvars:2',
        evidence: [
          proof(at('infra/dynamodb.tf', 6 + index * 9, 15, 25), 'false', 'true', [
            at('infra/variables.tf', 1, 1, 18, 'variable recover'),
            at('infra/prod.tfvars', 2, 11, 15, 'prod.tfvars'),
          ]),
        ],
      },
    ),
  );
  return [
    outcome('secrets-in-a-store', 'k-secret', 'fail', 'AWS::Lambda::Function', 'aws_lambda_function.api', {
      message: 'SECRET_KEY is a placeholder (hidden, 23 characters), expected a reference to a secret store',
      expected: 'a reference to a secret store',
      actual: '(hidden, 23 characters)',
      property: 'Environment.Variables.SECRET_KEY',
      evidence: [
        proof(at('infra/lambda.tf', 11, 20, 44), '(hidden, 23 characters)', 'a reference to a secret store'),
      ],
    }),
    ...tables,
    outcome('lambda-error-alarm', 'k-alarm', 'unknown', 'AWS::Lambda::Function', 'aws_lambda_function.api', {
      message:
        'cannot tell whether errors, throttles and duration of functions raise an alarm; what would decide it: run terraform init in infra',
      could: ['pass', 'fail'],
      decidedBy: 'run terraform init in infra',
      reason: 'not-readable',
      evidence: [proof(at('infra/lambda.tf', 1, 1, 38))],
    }),
    outcome(
      'waf-attached',
      'k-waf',
      'unknown',
      'AWS::ApiGatewayV2::Stage',
      'aws_apigatewayv2_stage.default',
      {
        message:
          'cannot tell whether a web application firewall is attached; what would decide it: a value for var.domain',
        could: ['pass', 'fail', 'not-applicable'],
        decidedBy: 'a value for var.domain',
        reason: 'input-without-value',
        evidence: [proof(at('infra/api.tf', 6, 1, 44))],
      },
    ),
    ...['api', 'cleanup'].map((name, index) =>
      outcome(
        'lambda-timeout',
        `k-timeout-${name}`,
        'fail',
        'AWS::Lambda::Function',
        `aws_lambda_function.${name}`,
        {
          message: 'timeout is 3, the default of the provider',
          expected: 'set on purpose',
          actual: '3',
          property: 'Timeout',
          group: 'timeout|3',
          evidence: [proof(at('infra/lambda.tf', index === 0 ? 6 : 18, 19, 19), '3', 'set on purpose')],
        },
      ),
    ),
    outcome('cost-tags', 'k-tags', 'fail', null, null, {
      message: 'the provider sets no default tags',
      evidence: [],
    }),
    outcome(
      'routes-have-a-target',
      'k-routes',
      'pass',
      'AWS::ApiGatewayV2::Api',
      'aws_apigatewayv2_api.http',
      {
        message: 'Every declared route has something behind it',
        evidence: [proof(at('infra/api.tf', 1, 1, 40), 'flashcards')],
      },
    ),
    outcome('https-only', 'k-https', 'pass', 'AWS::ApiGatewayV2::Api', 'aws_apigatewayv2_api.http', {
      message: 'Public endpoints speak HTTPS only',
      actual: 'HTTP API: HTTPS by its nature',
      evidence: [proof(at('infra/api.tf', 3, 19, 24), 'HTTP', 'HTTPS')],
    }),
    outcome(
      'https-only',
      'k-https-waived',
      'waived',
      'AWS::ElasticLoadBalancingV2::Listener',
      'aws_lb_listener.health',
      {
        message: 'the listener speaks HTTP',
        accepted: {
          reason: 'accepted-risk: only the health check of the partner uses it',
          owner: 'dana@flashcards.example',
          until: '2027-01-31',
          link: 'https://wiki.flashcards.example/risks/7',
        },
        evidence: [],
      },
    ),
    outcome(
      'secrets-in-a-store',
      'k-secret-attested',
      'attested',
      'AWS::Lambda::Function',
      'aws_lambda_function.cleanup',
      {
        message: 'Secrets live in Secrets Manager or Parameter Store',
        accepted: {
          reason: 'rotated by hand on 2026-03-01',
          owner: 'dana@flashcards.example',
          until: '2026-12-31',
        },
        evidence: [],
      },
    ),
    outcome('rds-backups', 'k-rds', 'not-applicable', null, null, {
      message: 'does not apply here',
      evidence: [],
    }),
  ];
}

function samplePlan(): readonly PlanItem[] {
  return [
    {
      phase: 'critical',
      check: 'secrets-in-a-store',
      outcomes: ['k-secret'],
      effort: 'hours',
      fix: 'keep it in Secrets Manager, read it at start, rotate it',
      impact: { downtime: false },
      blocks: true,
    },
    {
      phase: 'high',
      check: 'dynamodb-point-in-time-recovery',
      outcomes: ['k-pitr-users', 'k-pitr-sessions', 'k-pitr-locks'],
      effort: 'minutes',
      fix: 'point_in_time_recovery { enabled = true } in each',
      impact: { downtime: false },
      blocks: true,
    },
    {
      phase: 'medium',
      check: 'lambda-timeout',
      outcomes: ['k-timeout-api', 'k-timeout-cleanup'],
      effort: 'minutes',
      fix: 'set timeout to what the slowest request needs',
      impact: { downtime: true },
      blocks: false,
    },
    {
      phase: 'long-term',
      check: 'cost-tags',
      outcomes: ['k-tags'],
      effort: 'minutes',
      fix: 'set default_tags in the provider',
      impact: { downtime: false },
      blocks: false,
    },
  ];
}

function check(
  id: string,
  requirement: string,
  severity: Severity,
  effort: CheckInfo['effort'],
  rest: Pick<CheckInfo, 'title' | 'gap' | 'fix' | 'aliases' | 'frameworks' | 'why' | 'snippets'>,
): CheckInfo {
  return {
    id,
    requirement,
    severity,
    effort,
    area: areaOf({ requirement }),
    phase: phaseOf({ severity }),
    ...rest,
  };
}

function outcome(
  checkId: string,
  key: string,
  kind: OutcomeKind,
  type: string | null,
  address: string | null,
  rest: Partial<ReportedOutcome> & Pick<ReportedOutcome, 'message' | 'evidence'>,
): ReportedOutcome {
  const info = SAMPLE_CHECKS.find((c) => c.id === checkId)!;
  const place = rest.evidence[0]?.at;
  return {
    key,
    check: checkId,
    requirement: info.requirement,
    area: info.area,
    severity: info.severity,
    resource:
      type === null || address === null
        ? null
        : {
            type,
            address,
            root: 'infra',
            ...(place === undefined ? {} : { file: place.file, line: place.line }),
          },
    root: 'infra',
    outcome: kind,
    could: [],
    group: `${checkId}|${kind}|${key}`,
    ...rest,
  };
}

function proof(
  place: Location,
  value?: string,
  expected?: string,
  trail: readonly Location[] = [],
): Evidence {
  return {
    plane: 'code',
    at: place,
    trail,
    ...(value === undefined ? {} : { value }),
    ...(expected === undefined ? {} : { expected }),
  };
}

function at(file: string, line: number, column: number, endColumn: number, what?: string): Location {
  const place = { file, line, column, endLine: line, endColumn };
  return what === undefined ? place : { ...place, what };
}

function criterion(
  id: string,
  title: string,
  broken: string,
  outcome: Assessment['verdict']['criteria'][number]['outcome'],
  checks: readonly string[],
  outcomes: readonly string[],
): Assessment['verdict']['criteria'][number] {
  return { id, title, broken, outcome, checks, outcomes };
}

function area(
  name: Area,
  lower: number,
  upper: number,
  pass: number,
  fail: number,
  unknown: number,
  notApplicable: number,
): AreaScore {
  return { area: name, lower, upper, pass, fail, unknown, notApplicable };
}

function level(phase: Level['phase'], reached: boolean, pass: number, fail: number): Level {
  return { phase, reached, counts: { pass, fail, unknown: 0, notApplicable: 0 } };
}
