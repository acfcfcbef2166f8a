import type { Check } from '../catalog/check.ts';
import { requirementOf } from '../knowledge/requirements.ts';
import type { Evidence } from '../model/outcome.ts';
import type { ReportedOutcome } from './assessment.ts';
import type { Attestation, Waiver } from './configuration.ts';

export interface Accepted {
  readonly outcomes: readonly ReportedOutcome[];
  /** What is expired or matches nothing: sentences. */
  readonly notices: readonly string[];
}

/**
 * Applies waivers and attestations. A waiver accepts a gap or an unknown until its day; an attestation answers what is
 * unknown, and only for requirements that an attestation may show: it never overrules what was seen. Where a check says that
 * a gap consists in nothing being there, one with a link answers that too: the thing may lie elsewhere. One that is over
 * leaves a gap: nobody vouches for it any more.
 */
export function accept(
  outcomes: readonly ReportedOutcome[],
  waivers: readonly Waiver[],
  attestations: readonly Attestation[],
  now: Date,
  checks: readonly Check[] = [],
): Accepted {
  const today = now.toISOString().slice(0, 10);
  const notices: string[] = [];
  const used = new Set<Waiver | Attestation>();
  const live = waivers.filter((w) => {
    if (w.until >= today) return true;
    notices.push(`the waiver of ${w.check} by ${w.owner} ended on ${w.until}: it counts as a gap again`);
    used.add(w);
    return false;
  });
  const known = new Map(checks.map((check) => [check.id, check]));
  const isAbsent = (o: ReportedOutcome): boolean =>
    o.outcome === 'fail' && known.get(o.check)?.attests?.includes(o.messageId ?? '') === true;
  const over: Attestation[] = [];
  const valid = attestations.filter((a) => {
    if (a.expires >= today && a.date <= today) return true;
    notices.push(
      a.date > today
        ? `the attestation of ${a.fact} by ${a.owner} is dated in the future (${a.date}): it does not count`
        : `the attestation of ${a.fact} by ${a.owner} expired on ${a.expires}: it does not count`,
    );
    if (a.date <= today) over.push(a);
    used.add(a);
    return false;
  });
  const accepted = outcomes.map((outcome): ReportedOutcome => {
    if (outcome.outcome !== 'fail' && outcome.outcome !== 'unknown') return outcome;
    const waived = live.find(
      (w) => w.check === outcome.check && matches(w.resource, outcome.resource?.address),
    );
    if (waived !== undefined) {
      used.add(waived);
      return {
        ...outcome,
        outcome: 'waived',
        accepted: { reason: `${waived.reason}: ${waived.text}`, owner: waived.owner, until: waived.until },
      };
    }
    if ((outcome.outcome !== 'unknown' && !isAbsent(outcome)) || !mayBeAttested(outcome.requirement))
      return outcome;
    const isOf = (a: Attestation): boolean => a.fact === outcome.check || a.fact === outcome.requirement;
    const attested = valid.find((a) => isOf(a) && (a.link !== undefined || !isAbsent(outcome)));
    const past = over.find(isOf);
    if (attested === undefined)
      return past === undefined || outcome.outcome === 'fail'
        ? outcome
        : expired(outcome, past, known.get(outcome.check));
    used.add(attested);
    return {
      ...outcome,
      outcome: 'attested',
      accepted: {
        reason: attested.text ?? `stated on ${attested.date}`,
        owner: attested.owner,
        until: attested.expires,
        ...(attested.link === undefined ? {} : { link: attested.link }),
      },
    };
  });
  for (const w of waivers) {
    if (!used.has(w)) notices.push(`the waiver of ${w.check} by ${w.owner} matches nothing: remove it`);
  }
  for (const a of attestations) {
    if (!used.has(a)) {
      notices.push(
        mayBeAttested(a.fact) || requirementOf(a.fact) === undefined
          ? `the attestation of ${a.fact} by ${a.owner} answers nothing that is unknown${a.link === undefined ? ' (without a link it answers nothing that is missing)' : ''}`
          : `the attestation of ${a.fact} by ${a.owner} does not count: ${a.fact} is decided by what can be seen`,
      );
    }
  }
  return { outcomes: accepted, notices };
}

/** Nobody vouches any more for what nothing else shows. */
function expired(outcome: ReportedOutcome, past: Attestation, check: Check | undefined): ReportedOutcome {
  const { file = 'airworthy.yaml', line = 1 } = past.at ?? {};
  const evidence: Evidence = {
    plane: 'attested',
    at: { file, line, column: 1, endLine: line, endColumn: 1 },
    trail: [],
    value: `the attestation of ${past.fact} by ${past.owner} expired on ${past.expires}`,
  };
  const { decidedBy: _, reason: __, messageId: ___, ...rest } = outcome;
  return {
    ...rest,
    outcome: 'fail',
    could: ['fail'],
    message: `nobody vouches for it any more: ${evidence.value}`,
    evidence: [evidence],
    ...(check !== undefined && 'expired' in check.messages ? { messageId: 'expired' } : {}),
  };
}

function mayBeAttested(requirement: string): boolean {
  return requirementOf(requirement)?.evidence.includes('attest') === true;
}

function matches(selector: string | undefined, address: string | undefined): boolean {
  if (selector === undefined) return true;
  if (address === undefined) return false;
  const pattern = selector
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(address);
}
