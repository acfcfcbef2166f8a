import type { Assessment, ReportedOutcome } from '../assess/assessment.ts';
import { standards } from '../knowledge/frameworks/index.ts';
import type { Severity } from '../model/outcome.ts';
import { checkOf } from './entries.ts';
import { headline, shown, unaskedOf } from './findings.ts';
import type { RenderOptions, Run } from './format.ts';
import { type Place, placesIn } from './place.ts';
import { capital, environmentSentence, rootName, verdictWord } from './wording.ts';

/** Version of the schema that the events follow: https://schema.ocsf.io */
export const OCSF_VERSION = '1.8.0';

const CLASS = {
  category_uid: 2,
  category_name: 'Findings',
  class_uid: 2003,
  class_name: 'Compliance Finding',
};
const CREATE = { activity_id: 1, activity_name: 'Create' };

const SEVERITY: Readonly<Record<Severity, readonly [number, string]>> = {
  critical: [5, 'Critical'],
  high: [4, 'High'],
  medium: [3, 'Medium'],
  low: [2, 'Low'],
};
const INFORMATIONAL = [1, 'Informational'] as const;

/** What a check came out as, in the words of the schema; `Other` carries our own word. */
const STATUS: Readonly<Record<ReportedOutcome['outcome'], readonly [number, string]>> = {
  pass: [1, 'Pass'],
  fail: [3, 'Fail'],
  unknown: [0, 'Unknown'],
  waived: [99, 'Waived'],
  attested: [99, 'Attested'],
  'not-applicable': [99, 'Not Applicable'],
};

/**
 * A list of OCSF compliance findings: first the verdict, then one for each outcome, passes too, since whoever collects
 * compliance wants to see them. The time is that of the report.
 */
export function renderOcsf({ assessment }: Run, { date, folder = '' }: RenderOptions): string {
  const places = placesIn(assessment, folder);
  const common = commonOf(assessment, date);
  const events = [
    verdictOf(assessment, common, date),
    ...assessment.outcomes.map((o) => findingOf(assessment, o, places.of(o), common, date)),
  ];
  return `${JSON.stringify(events, null, 2)}\n`;
}

function commonOf({ tool, scope, subject }: Assessment, date: Date): object {
  return {
    ...CLASS,
    ...CREATE,
    type_uid: CLASS.class_uid * 100 + CREATE.activity_id,
    type_name: `${CLASS.class_name}: ${CREATE.activity_name}`,
    time: date.getTime(),
    metadata: {
      version: OCSF_VERSION,
      product: { name: 'Airworthy', uid: 'airworthy', version: tool.version, vendor_name: 'Airworthy' },
      labels: [
        `environment:${shown(subject.environment.name ?? 'none')}`,
        ...scope.planes.map((plane) => `scope:${plane}`),
      ],
    },
  };
}

function verdictOf(assessment: Assessment, common: object, date: Date): object {
  const { verdict, subject } = assessment;
  const go = verdict.decision === 'GO';
  const open = !go && verdict.lackOfEvidence;
  const [status_id, status] = go ? STATUS.pass : open ? STATUS.unknown : STATUS.fail;
  const [severity_id, severity] = go ? INFORMATIONAL : SEVERITY.critical;
  return {
    ...common,
    severity_id,
    severity,
    status_id: 1,
    status: 'New',
    message: headline(assessment),
    finding_info: {
      uid: `airworthy/verdict/${shown(assessment.service)}/${shown(subject.environment.name ?? 'none')}`,
      title: `${verdictWord(assessment)} ${shown(assessment.service)}`,
      desc: headline(assessment),
      created_time: date.getTime(),
    },
    compliance: {
      control: 'launch-criteria',
      standards: ['Airworthy production readiness'],
      requirements: verdict.criteria.map((c) => shown(c.title)),
      status_id,
      status,
      status_details: [
        ...verdict.criteria.map((c) => shown(`${c.title}: ${c.outcome}`)),
        ...unaskedOf(assessment).map((s) => shown(s)),
      ],
    },
    unmapped: {
      verdict: verdictWord(assessment),
      lack_of_evidence: verdict.lackOfEvidence,
      environment: shown(environmentSentence(assessment)),
      scope: assessment.scope.planes,
      score: { lower: assessment.score.lower, upper: assessment.score.upper },
      not_seen: assessment.coverage.notSeen.map((n) => shown(`${n.what} in ${rootName(n.root)}: ${n.why}`)),
      not_read: [...assessment.coverage.files.partly, ...assessment.coverage.files.skipped].map((f) =>
        shown(`${f.file}: ${f.why}`),
      ),
    },
  };
}

function findingOf(
  assessment: Assessment,
  outcome: ReportedOutcome,
  place: Place,
  common: object,
  date: Date,
): object {
  const check = checkOf(assessment, outcome);
  const [status_id, status] = STATUS[outcome.outcome];
  const graded = outcome.outcome === 'fail' || outcome.outcome === 'unknown' || outcome.outcome === 'waived';
  const [severity_id, severity] = graded ? SEVERITY[outcome.severity] : INFORMATIONAL;
  const { resource, accepted, decidedBy, expected, actual } = outcome;
  const message = shown(capital(outcome.message));
  return {
    ...common,
    severity_id,
    severity,
    ...lifecycle(outcome),
    message,
    finding_info: {
      uid: shown(outcome.key),
      title: shown(check.title),
      desc: message,
      created_time: date.getTime(),
      types: [check.area],
    },
    compliance: {
      control: check.id,
      standards: ['Airworthy production readiness', ...standards(check.frameworks).map(([name]) => name)],
      requirements: [check.requirement, ...standards(check.frameworks).flatMap(([, controls]) => controls)],
      status_id,
      status,
      status_details: [
        message,
        ...(decidedBy === undefined ? [] : [shown(`decided by: ${decidedBy}`)]),
        ...(outcome.outcome === 'unknown' ? [`could be: ${outcome.could.join(' or ')}`] : []),
        ...(accepted === undefined
          ? []
          : [shown(`${accepted.reason} (${accepted.owner}, until ${accepted.until})`)]),
        ...(outcome.notSynthesized === true ? ['not synthesized'] : []),
      ],
    },
    resources: [
      {
        uid: shown(resource?.address ?? rootName(outcome.root)),
        name: shown(resource?.address ?? rootName(outcome.root)),
        type: resource?.type ?? (outcome.root === '' ? 'repository' : 'root'),
        namespace: shown(rootName(outcome.root)),
      },
    ],
    ...(graded && check.fix !== ''
      ? { remediation: { desc: shown(`${capital(check.fix)} (${check.effort})`) } }
      : {}),
    unmapped: {
      file: shown(place.file),
      line: place.line,
      ...(place.standsForRoot ? { place_stands_for_root: true } : {}),
      outcome: outcome.outcome,
      ...(expected === undefined ? {} : { expected: shown(expected) }),
      ...(actual === undefined ? {} : { actual: shown(actual) }),
      ...(outcome.notSynthesized === true ? { not_synthesized: true } : {}),
    },
  };
}

/** Where a finding stands in its life: accepted ones are suppressed, what is in order is resolved. */
function lifecycle({ outcome }: ReportedOutcome): object {
  if (outcome === 'waived' || outcome === 'attested') return { status_id: 3, status: 'Suppressed' };
  if (outcome === 'pass' || outcome === 'not-applicable') return { status_id: 4, status: 'Resolved' };
  return { status_id: 1, status: 'New' };
}
