import {
  amount,
  exactly,
  flag,
  type JsonSchema,
  listOf,
  nullable,
  oneOf,
  optional,
  record,
  share,
  type TypeOf,
  text,
  whole,
} from './shape.ts';

const AREA = oneOf([
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
]);
const SEVERITY = oneOf(['critical', 'high', 'medium', 'low']);
const EFFORT = oneOf(['minutes', 'hours', 'days', 'weeks']);
const PHASE = oneOf(['critical', 'high', 'medium', 'long-term']);
const DECISION = oneOf(['GO', 'NO-GO']);

const ROOT = record({
  path: text('Relative to the assessed folder, with /.'),
  kind: oneOf(['terraform', 'cloudformation', 'sam', 'cdk', 'cdk-source', 'elsewhere']),
  role: oneOf(['root', 'module', 'example', 'test', 'legacy']),
  assessed: flag(),
  because: text('Why it has this role, or is (not) assessed.'),
  verdict: nullable(DECISION),
});

const EVIDENCE = record({
  plane: oneOf(['code', 'plan', 'live', 'http', 'metric', 'load', 'document', 'attested', 'import']),
  file: optional(text('Relative to the assessed folder, with /.')),
  line: optional(whole(1)),
  endLine: optional(whole(1)),
  property: optional(text()),
  value: optional(text('As a person reads it. A secret is never in it.')),
  expected: optional(text()),
  resource: optional(text()),
  arn: optional(text()),
  trail: listOf(
    record({ file: text(), line: whole(0), what: optional(text('What stands there: variable pitr.')) }),
    'From where the value is used to the literal, default or missing input that decided it.',
  ),
});

const OUTCOME = record({
  key: text('Stable: survives renames of files and moves of lines.'),
  check: text(),
  requirement: text('Row of the requirements catalogue: BKP-02.'),
  area: AREA,
  severity: SEVERITY,
  resource: nullable(
    record(
      { type: text('CloudFormation type name.'), address: text(), root: text() },
      'Null: about the whole root or repository.',
    ),
  ),
  root: text('Its root, relative to the assessed folder; empty for what is about the repository itself.'),
  outcome: oneOf(['pass', 'fail', 'unknown', 'not-applicable', 'waived', 'attested']),
  message: text(),
  property: optional(text()),
  expected: optional(text()),
  actual: optional(text()),
  could: optional(
    listOf(oneOf(['pass', 'fail', 'not-applicable']), 'Unknown only: what it could turn out to be.'),
  ),
  decidedBy: optional(text('Unknown only: what would decide it.')),
  reason: optional(text('Unknown only: the kind of thing that kept it open.')),
  notSynthesized: optional(
    flag('True for what was read from the source of a CDK app that was not synthesized.'),
  ),
  evidence: listOf(EVIDENCE),
  accepted: optional(
    record(
      { reason: text(), owner: text(), until: text(), link: optional(text()) },
      'Waived and attested only: who took responsibility, and until when.',
    ),
  ),
});

/** The document that `assess --json` prints. */
export const CONTRACT = record({
  schemaVersion: exactly('1'),
  tool: record({ name: exactly('airworthy'), version: text() }),
  subject: record({
    service: text(),
    path: text(),
    revision: nullable(text('Commit of the repository.')),
    environment: record({ name: nullable(text()), because: text() }),
    roots: listOf(ROOT),
  }),
  scope: record({
    planes: listOf(text()),
    notAsked: listOf(
      record({
        requirement: text(),
        title: text(),
        ask: text('The option that would ask it.'),
        write: optional(
          text('What to write below `attestations` of airworthy.yaml, where a statement would do.'),
        ),
      }),
    ),
    notCovered: listOf(text(), 'Requirements of the catalogue that no check of this version looks at.'),
  }),
  verdict: record({
    decision: DECISION,
    library: optional(flag('Nothing but modules: the verdict belongs to the root that calls them.')),
    lackOfEvidence: flag('No found gap blocks, only unknowns do.'),
    because: listOf(
      record({
        criterion: text('Id of a criterion that does not hold.'),
        title: text('What is true when it holds.'),
        outcome: oneOf(['fail', 'unknown']),
        checks: listOf(text()),
        outcomes: listOf(text('Key of an outcome.')),
      }),
    ),
    criteria: listOf(
      record({
        id: text(),
        title: text(),
        outcome: oneOf(['met', 'fail', 'unknown', 'not-asked', 'not-applicable']),
      }),
    ),
  }),
  score: record({
    lower: share('If everything unknown turned out a gap.'),
    upper: share('If everything unknown turned out well.'),
    checks: record({ pass: whole(0), fail: whole(0), unknown: whole(0), notApplicable: whole(0) }),
    areas: listOf(
      record({
        area: AREA,
        lower: share(),
        upper: share(),
        pass: whole(0),
        fail: whole(0),
        unknown: whole(0),
        notApplicable: whole(0),
      }),
    ),
  }),
  levels: listOf(record({ phase: PHASE, reached: flag() }), 'From the lowest; each needs all below it.'),
  outcomes: listOf(OUTCOME),
  coverage: record({
    files: record({
      read: whole(0, 'Files read in full.'),
      partly: listOf(record({ file: text(), line: whole(0), why: text() })),
      skipped: listOf(record({ file: text(), why: text() })),
    }),
    resources: record({
      total: whole(0),
      mapped: whole(0),
      unmapped: listOf(record({ type: text(), count: whole(1) })),
    }),
    unmappedArguments: listOf(record({ argument: text(), count: whole(1) })),
    notSeen: listOf(
      record({
        root: text('Empty for the repository itself.'),
        what: text(),
        why: text(),
        decidedBy: text(),
      }),
    ),
    repository: optional(
      record(
        {
          files: whole(0, 'All files, by name at least.'),
          leftOut: listOf(record({ kind: text(), count: whole(1) })),
          unread: listOf(record({ ending: text(), count: whole(1) })),
        },
        'What is no code of the application (tests, examples, generated and vendored files), and code in languages that nothing reads.',
      ),
    ),
  }),
  plan: listOf(
    record({
      phase: PHASE,
      check: text(),
      outcomes: listOf(text('Key of an outcome.')),
      effort: EFFORT,
      monthlyCost: optional(record({ amount: amount(), currency: text() })),
      fix: text(),
      impact: record({ downtime: flag() }),
      blocks: flag('Fixing it lifts a blocking criterion.'),
    }),
  ),
  assumptions: listOf(text(), 'Settings that were not given, and what was assumed instead.'),
  notices: listOf(text(), 'Waivers and attestations that are expired, malformed or match nothing.'),
});

export type Contract = TypeOf<typeof CONTRACT>;

/** The JSON Schema of it, as published with the package. */
export function assessmentSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'airworthy assess --json',
    description:
      'An assessment of production readiness, version 1 of its format. Members may be added, never removed.',
    ...CONTRACT.schema,
  };
}
