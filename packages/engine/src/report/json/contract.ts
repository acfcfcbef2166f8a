import type { Assessment, ReportedOutcome } from '../../assess/assessment.ts';
import type { Evidence } from '../../model/outcome.ts';
import type { Contract } from './schema.ts';

type ContractOutcome = Contract['outcomes'][number];
type ContractEvidence = ContractOutcome['evidence'][number];

/** The assessment as scripts may rely on it: only what the contract names, in plain JSON values. */
export function toContract(assessment: Assessment): Contract {
  const { tool, service, subject, scope, verdict, score, levels, coverage } = assessment;
  return {
    schemaVersion: '1',
    tool: { name: tool.name, version: tool.version },
    subject: {
      service,
      path: slashed(subject.path),
      revision: subject.revision,
      environment: { name: subject.environment.name ?? null, because: subject.environment.because },
      roots: subject.roots.map((root) => ({
        path: slashed(root.path),
        kind: root.kind,
        role: root.role,
        assessed: root.assessed,
        because: root.because,
        verdict: root.verdict,
      })),
    },
    scope: {
      planes: [...scope.planes],
      notAsked: scope.notAsked.map(({ requirement, title, ask, write }) => ({
        requirement,
        title,
        ask,
        ...(write === undefined ? {} : { write }),
      })),
      notCovered: scope.notCovered,
    },
    verdict: {
      decision: verdict.decision,
      ...(verdict.library ? { library: true } : {}),
      lackOfEvidence: verdict.lackOfEvidence,
      because: because(verdict),
      criteria: verdict.criteria.map(({ id, title, outcome }) => ({ id, title, outcome })),
    },
    score: {
      lower: score.lower,
      upper: score.upper,
      checks: { ...score.checks },
      areas: score.areas.map(({ area, lower, upper, pass, fail, unknown, notApplicable }) => ({
        area,
        lower,
        upper,
        pass,
        fail,
        unknown,
        notApplicable,
      })),
    },
    levels: levels.map(({ phase, reached }) => ({ phase, reached })),
    outcomes: assessment.outcomes.map(toOutcome),
    coverage: {
      files: {
        read: coverage.files.read.length,
        partly: coverage.files.partly.map(({ file, line, why }) => ({ file: slashed(file), line, why })),
        skipped: coverage.files.skipped.map(({ file, why }) => ({ file: slashed(file), why })),
      },
      resources: {
        total: coverage.resources.total,
        mapped: coverage.resources.mapped,
        unmapped: coverage.resources.unmapped.map(({ type, count }) => ({ type, count })),
      },
      unmappedArguments: coverage.unmappedArguments.map(({ argument, count }) => ({ argument, count })),
      notSeen: coverage.notSeen.map(({ root, what, why, decidedBy }) => ({
        root: slashed(root),
        what,
        why,
        decidedBy,
      })),
      ...(coverage.repository === undefined
        ? {}
        : {
            repository: {
              files: coverage.repository.paths,
              leftOut: coverage.repository.leftOut.map(({ kind, count }) => ({ kind, count })),
              unread: coverage.repository.unread.map(({ ending, count }) => ({ ending, count })),
            },
          }),
    },
    plan: assessment.plan.map(({ phase, check, outcomes, effort, fix, impact, blocks }) => ({
      phase,
      check,
      outcomes: [...outcomes],
      effort,
      fix,
      impact: { downtime: impact.downtime },
      blocks,
    })),
    assumptions: [...assessment.assumptions],
    notices: [...assessment.notices],
  };
}

/** The criteria that keep a launch from GO. Where nothing else does, those that were not asked are what is unknown. */
function because({ decision, library, criteria }: Assessment['verdict']): Contract['verdict']['because'] {
  const told = criteria.flatMap(({ id, title, outcome, checks, outcomes }) =>
    outcome === 'fail' || outcome === 'unknown'
      ? [{ criterion: id, title, outcome, checks: [...checks], outcomes: [...outcomes] }]
      : [],
  );
  if (told.length > 0 || decision === 'GO' || library) return told;
  return criteria
    .filter((c) => c.outcome === 'not-asked')
    .map(({ id, title, checks }) => ({
      criterion: id,
      title,
      outcome: 'unknown',
      checks: [...checks],
      outcomes: [],
    }));
}

/** One outcome as the contract names it; also what `explain --json` prints. */
export function toOutcome(outcome: ReportedOutcome): ContractOutcome {
  const { property, expected, actual, decidedBy, reason, accepted } = outcome;
  const unknown = outcome.outcome === 'unknown';
  return {
    key: outcome.key,
    check: outcome.check,
    requirement: outcome.requirement,
    area: outcome.area,
    severity: outcome.severity,
    resource:
      outcome.resource === null
        ? null
        : {
            type: outcome.resource.type,
            address: outcome.resource.address,
            root: slashed(outcome.resource.root),
          },
    root: slashed(outcome.root),
    outcome: outcome.outcome,
    message: outcome.message,
    ...(property === undefined ? {} : { property }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(unknown ? { could: [...outcome.could] } : {}),
    ...(unknown && decidedBy !== undefined ? { decidedBy } : {}),
    ...(unknown && reason !== undefined ? { reason } : {}),
    ...(outcome.notSynthesized === true ? { notSynthesized: true } : {}),
    evidence: outcome.evidence.map(toEvidence),
    ...(accepted === undefined
      ? {}
      : {
          accepted: {
            reason: accepted.reason,
            owner: accepted.owner,
            until: accepted.until,
            ...(accepted.link === undefined ? {} : { link: accepted.link }),
          },
        }),
  };
}

function toEvidence({ plane, at, trail, resource, property, value, expected }: Evidence): ContractEvidence {
  return {
    plane,
    ...(at.file === '' ? {} : { file: slashed(at.file) }),
    // A place without a line is a file as a whole.
    ...(at.line < 1 ? {} : { line: at.line, endLine: Math.max(at.line, at.endLine) }),
    ...(property === undefined ? {} : { property }),
    ...(value === undefined ? {} : { value }),
    ...(expected === undefined ? {} : { expected }),
    ...(resource === undefined ? {} : { resource }),
    trail: trail.map((step) => ({
      file: slashed(step.file),
      line: step.line,
      ...(step.what === undefined ? {} : { what: step.what }),
    })),
  };
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
