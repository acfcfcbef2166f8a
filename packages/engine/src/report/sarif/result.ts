import type { ReportedOutcome } from '../../assess/assessment.ts';
import type { Location } from '../../model/origin.ts';
import { sentenceOf, shown } from '../findings.ts';
import { type Place, type placesIn, uriOf } from '../place.ts';
import { rootName, STATE_WORDS } from '../wording.ts';
import { LEVELS } from './rule.ts';

export type SarifResult = Readonly<Record<string, unknown>>;

/** Code scanning takes 1,000 locations of a result; that many steps help nobody. */
const MOST_RELATED = 100;

const KINDS: Readonly<Record<ReportedOutcome['outcome'], string>> = {
  fail: 'fail',
  unknown: 'open',
  // Suppressed: what was found stays what it is.
  waived: 'fail',
  attested: 'informational',
  pass: 'pass',
  'not-applicable': 'notApplicable',
};

/** An outcome as a result. The format wants `none` as the level of everything that is not a failure. */
export function resultOf(
  outcome: ReportedOutcome,
  {
    places,
    blocks,
    rule,
  }: {
    readonly places: ReturnType<typeof placesIn>;
    readonly blocks: boolean;
    readonly rule: number | undefined;
  },
): SarifResult {
  const place = places.of(outcome);
  const kind =
    outcome.outcome === 'waived' && !outcome.could.every((p) => p === 'fail')
      ? 'open'
      : KINDS[outcome.outcome];
  const { resource, accepted, expected, actual, property, decidedBy, could } = outcome;
  const related = relatedOf(outcome).slice(0, MOST_RELATED);
  const waived = outcome.outcome === 'waived';
  return {
    ruleId: outcome.check,
    ...(rule === undefined ? {} : { ruleIndex: rule }),
    kind,
    level: kind === 'fail' ? LEVELS[outcome.severity] : 'none',
    message: { text: `${sentenceOf(outcome)}.` },
    locations: [
      {
        physicalLocation: physical(place),
        logicalLocations: [
          resource === null
            ? { name: shown(rootName(outcome.root)), kind: outcome.root === '' ? 'repository' : 'root' }
            : { fullyQualifiedName: shown(resource.address), kind: 'resource' },
        ],
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((step, id) => ({
            id,
            physicalLocation: physical(places.at(step.at)),
            message: { text: shown(step.says) },
          })),
        }),
    partialFingerprints: { 'airworthyOutcome/v1': shown(outcome.key) },
    ...(waived && accepted !== undefined
      ? {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              justification: shown(`${accepted.reason} (${accepted.owner}, until ${accepted.until})`),
            },
          ],
        }
      : {}),
    properties: {
      outcome: STATE_WORDS[outcome.outcome].word,
      requirement: outcome.requirement,
      severity: outcome.severity,
      blocks,
      root: shown(outcome.root),
      ...(resource === null ? {} : { resourceType: resource.type }),
      ...(place.standsForRoot ? { placeStandsForRoot: true } : {}),
      ...(property === undefined ? {} : { property: shown(property) }),
      ...(expected === undefined ? {} : { expected: shown(expected) }),
      ...(actual === undefined ? {} : { actual: shown(actual) }),
      ...(outcome.outcome === 'unknown' ? { could } : {}),
      ...(decidedBy === undefined ? {} : { decidedBy: shown(decidedBy) }),
      ...(outcome.notSynthesized === true ? { notSynthesized: true } : {}),
      ...(accepted === undefined
        ? {}
        : { accepted: { owner: shown(accepted.owner), until: accepted.until } }),
    },
  };
}

/** The other evidence, and every step that led to a value, each place once. */
function relatedOf({
  evidence,
}: ReportedOutcome): readonly { readonly at: Location; readonly says: string }[] {
  const steps = evidence.flatMap((e, index) => [
    ...(index === 0
      ? []
      : [
          { at: e.at, says: [e.resource, e.property, e.value].filter(Boolean).join(' ') || 'also looked at' },
        ]),
    ...e.trail.map((at) => ({ at, says: at.what ?? 'the value comes from here' })),
  ]);
  const seen = new Set<string>();
  return steps.filter(({ at }) => {
    const key = `${at.file}:${at.line}:${at.column}`;
    const fresh = at.file !== '' && !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

function physical({ file, line, endLine, columns }: Place): object {
  return {
    artifactLocation: { uri: uriOf(file), uriBaseId: 'SRCROOT' },
    region: {
      startLine: line,
      ...(columns === undefined ? {} : { startColumn: columns.from }),
      endLine,
      // Ours is the last column that belongs to the place, theirs the first that does not.
      ...(columns === undefined ? {} : { endColumn: columns.to + 1 }),
    },
  };
}
