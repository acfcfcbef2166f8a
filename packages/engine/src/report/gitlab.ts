import { createHash } from 'node:crypto';
import type { ReportedOutcome } from '../assess/assessment.ts';
import type { Severity } from '../model/outcome.ts';
import { blockingKeys, findingsOf, headline, sentenceOf } from './findings.ts';
import type { RenderOptions, Run } from './format.ts';
import { placesIn } from './place.ts';

const SEVERITY: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  critical: 'critical',
  high: 'major',
  medium: 'minor',
  low: 'info',
};

/**
 * The report that GitLab shows in a merge request as code quality: the verdict, gaps and unknowns. It has no state for
 * what is unknown or accepted, so their descriptions begin with the word; passes are not issues and left out.
 */
export function renderGitlab({ assessment }: Run, { folder = '' }: RenderOptions): string {
  const places = placesIn(assessment, folder);
  const blocking = blockingKeys(assessment);
  const go = assessment.verdict.decision === 'GO';
  const issues = findingsOf(assessment).map((outcome) => {
    const { file, line, endLine } = places.of(outcome);
    return {
      description: sentenceOf(outcome),
      check_name: outcome.check,
      fingerprint: fingerprint(outcome.key),
      severity: severityOf(outcome, blocking.has(outcome.key)),
      location: { path: file, lines: { begin: line, end: endLine } },
    };
  });
  const { file } = places.whole;
  const verdict = {
    description: headline(assessment),
    check_name: 'airworthy-verdict',
    fingerprint: fingerprint(
      `verdict ${assessment.verdict.decision} ${assessment.subject.environment.name ?? ''}`,
    ),
    severity: go ? 'info' : 'blocker',
    location: { path: file, lines: { begin: 1 } },
  };
  return `${JSON.stringify([verdict, ...issues], null, 2)}\n`;
}

/** What keeps the launch from GO is a blocker, found or not; other unknowns and what was accepted only inform. */
function severityOf(outcome: ReportedOutcome, blocks: boolean): string {
  if (blocks) return 'blocker';
  return outcome.outcome === 'fail' ? SEVERITY[outcome.severity] : 'info';
}

function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
