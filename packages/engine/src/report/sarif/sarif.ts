import { gzipSync } from 'node:zlib';
import type { Assessment } from '../../assess/assessment.ts';
import { blockingKeys, findingsOf, headline, shown, unaskedOf } from '../findings.ts';
import type { RenderOptions, Run } from '../format.ts';
import { placesIn, uriOf } from '../place.ts';
import { environmentSentence, percent, rootName, verdictWord } from '../wording.ts';
import { resultOf, type SarifResult } from './result.ts';
import { ruleOf } from './rule.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What code scanning takes: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support */
const LIMITS = { results: 25_000, shownResults: 5_000, rules: 25_000, gzipBytes: 10_000_000 };
/** Below this no text is too large when compressed, so that it need not be tried. */
const SURELY_SMALL = LIMITS.gzipBytes;

interface Notification {
  readonly level: 'note' | 'warning' | 'error';
  readonly message: { readonly text: string };
  readonly descriptor: { readonly id: string };
  readonly locations?: readonly object[];
}

/**
 * The assessment as SARIF 2.1.0: one run, a rule for each check that ran, a result for each gap (`fail`), unknown
 * (`open`) and accepted outcome (suppressed, or `informational`). Passes only where everything is asked for
 * (`verbose`): viewers that do not read `kind` would show them as problems.
 */
export function renderSarif({ assessment }: Run, { folder = '', verbose }: RenderOptions): string {
  const places = placesIn(assessment, folder);
  const blocking = blockingKeys(assessment);
  const rules = [...assessment.checks.values()].slice(0, LIMITS.rules);
  const index = new Map(rules.map((check, at) => [check.id, at]));
  const passes = verbose
    ? assessment.outcomes.filter((o) => o.outcome === 'pass' || o.outcome === 'not-applicable')
    : [];
  const outcomes = [...findingsOf(assessment), ...passes];
  const all = outcomes.map((o) =>
    resultOf(o, { places, blocks: blocking.has(o.key), rule: index.get(o.check) }),
  );
  const document = (results: readonly SarifResult[]) =>
    `${JSON.stringify(
      {
        $schema: SCHEMA,
        version: '2.1.0',
        runs: [
          {
            tool: {
              driver: {
                name: 'Airworthy',
                fullName: 'Airworthy production readiness',
                version: assessment.tool.version,
                semanticVersion: assessment.tool.version,
                rules: rules.map((check) => ruleOf(assessment, check)),
                notifications: NOTIFICATIONS,
              },
            },
            automationDetails: { id: `airworthy/${idOf(assessment)}/` },
            originalUriBaseIds: { SRCROOT: { description: { text: 'The top of the repository.' } } },
            columnKind: 'utf16CodeUnits',
            invocations: [
              {
                executionSuccessful: true,
                toolExecutionNotifications: notifications(assessment, folder, results.length, all.length),
              },
            ],
            results,
            properties: {
              verdict: verdictWord(assessment),
              lackOfEvidence: assessment.verdict.lackOfEvidence,
              service: shown(assessment.service),
              environment: shown(environmentSentence(assessment)),
              scope: assessment.scope.planes,
              score: {
                lower: assessment.score.lower,
                upper: assessment.score.upper,
                said: percent(assessment.score),
              },
            },
          },
        ],
      },
      null,
      2,
    )}\n`;
  let results = all.slice(0, LIMITS.results);
  let text = document(results);
  while (text.length > SURELY_SMALL && results.length > 0 && gzipSync(text).length > LIMITS.gzipBytes) {
    results = results.slice(0, Math.floor(results.length / 2));
    text = document(results);
  }
  return text;
}

/** Tells runs of several environments of one repository apart. */
function idOf({ service, subject }: Assessment): string {
  const safe = (text: string) => text.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 80) || 'unnamed';
  return `${safe(service)}/${safe(subject.environment.name ?? 'no-environment')}`;
}

const NOTIFICATIONS = [
  { id: 'verdict', shortDescription: { text: 'The verdict, with environment and scope.' } },
  { id: 'scope', shortDescription: { text: 'What was not asked, or has no check.' } },
  {
    id: 'read-in-part',
    shortDescription: { text: 'A file could be read only in part.' },
  },
  { id: 'not-read', shortDescription: { text: 'A file could not be read.' } },
  {
    id: 'not-seen',
    shortDescription: { text: 'Something that belongs to a root was not there to be read.' },
  },
  {
    id: 'not-known',
    shortDescription: { text: 'A resource type that is not known by type.' },
  },
  {
    id: 'notice',
    shortDescription: { text: 'A notice about waivers, attestations or a root.' },
  },
  { id: 'assumed', shortDescription: { text: 'A setting that was not given.' } },
  { id: 'left-out', shortDescription: { text: 'Results that do not fit into the report.' } },
];

function notifications(
  assessment: Assessment,
  folder: string,
  kept: number,
  total: number,
): readonly Notification[] {
  const { coverage, notices, assumptions } = assessment;
  const places = placesIn(assessment, folder);
  const at = (file: string, line = 0) => {
    const place = places.at({ file, line, column: 0, endLine: line, endColumn: 0 });
    return {
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(place.file), uriBaseId: 'SRCROOT' },
            ...(line > 0 ? { region: { startLine: line } } : {}),
          },
        },
      ],
    };
  };
  const say = (id: string, level: Notification['level'], text: string, more: object = {}): Notification => ({
    descriptor: { id },
    level,
    message: { text: shown(text) },
    ...more,
  });
  return [
    say('verdict', 'note', headline(assessment)),
    ...unaskedOf(assessment).map((text) => say('scope', 'note', `${text}.`)),
    ...coverage.files.partly.map((f) =>
      say('read-in-part', 'warning', `Read in part: ${f.why}.`, at(f.file, f.line)),
    ),
    ...coverage.files.skipped.map((f) => say('not-read', 'warning', `Not read: ${f.why}.`, at(f.file))),
    ...coverage.notSeen.map((n) =>
      say(
        'not-seen',
        'warning',
        `${n.what} in ${rootName(n.root)} was not seen: ${n.why}. Decided by: ${n.decidedBy}.`,
      ),
    ),
    ...coverage.resources.unmapped.map((u) =>
      say('not-known', 'note', `${u.type} (${u.count}) is not known by type.`),
    ),
    ...notices.map((text) => say('notice', 'warning', text)),
    ...assumptions.map((text) => say('assumed', 'note', text)),
    ...(kept < total
      ? [
          say(
            'left-out',
            'warning',
            `${total - kept} of ${total} results are left out, the least urgent: code scanning takes ${LIMITS.results} results and ${LIMITS.gzipBytes / 1_000_000} MB compressed in one run.`,
          ),
        ]
      : []),
    ...(kept > LIMITS.shownResults
      ? [
          say(
            'left-out',
            'note',
            `Code scanning shows ${LIMITS.shownResults} of these ${kept} results, by severity.`,
          ),
        ]
      : []),
  ];
}
