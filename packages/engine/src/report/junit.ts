import type { Assessment, CheckInfo, ReportedOutcome } from '../assess/assessment.ts';
import { checkOf, placeOf, placeText, stateOf } from './entries.ts';
import { headline, sentenceOf, shown } from './findings.ts';
import type { RenderOptions, Run } from './format.ts';
import {
  AREA_TITLES,
  AREAS,
  count,
  environmentSentence,
  percent,
  rootName,
  verdictSentence,
  verdictWord,
} from './wording.ts';

type Result = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly check: CheckInfo;
  readonly root: string;
  readonly result: Result;
  /** Why it did not simply pass. */
  readonly says: string;
  readonly outcomes: readonly ReportedOutcome[];
}

/**
 * Test results: a gap is a failure; an unknown that could be a gap is an error (the test could not be decided), so that
 * no pipeline shows it green; waived, attested and not applicable are skipped. One case for each check and root, valid
 * against both schemas in use (Ant's and that of Jenkins).
 */
export function renderJunit({ assessment }: Run, { date }: RenderOptions): string {
  const cases = casesOf(assessment);
  const areas = AREAS.filter((area) => cases.some((c) => c.check.area === area));
  const suites = areas.map((area, id) =>
    suite(
      assessment,
      AREA_TITLES[area],
      id,
      cases.filter((c) => c.check.area === area),
      date,
    ),
  );
  // A report without a suite could be taken for one that was lost.
  if (suites.length === 0) suites.push(suite(assessment, 'Nothing to assess', 0, [], date));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}

function casesOf(assessment: Assessment): readonly Case[] {
  const groups = Map.groupBy(assessment.outcomes, (o) => JSON.stringify([o.check, o.root]));
  return [...groups.values()]
    .map((outcomes): Case => {
      const check = checkOf(assessment, outcomes[0]!);
      return { check, root: outcomes[0]!.root, outcomes, ...judged(outcomes) };
    })
    .sort(
      (a, b) =>
        compare(a.check.requirement, b.check.requirement) ||
        compare(a.check.id, b.check.id) ||
        compare(a.root, b.root),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function judged(outcomes: readonly ReportedOutcome[]): Pick<Case, 'result' | 'says'> {
  const state = stateOf(outcomes);
  const of = (kind: ReportedOutcome['outcome']) => outcomes.filter((o) => o.outcome === kind).length;
  switch (state) {
    case 'pass':
      return { result: 'passed', says: '' };
    case 'fail':
      return { result: 'failure', says: count(of('fail'), 'gap', 'gaps') };
    case 'unknown': {
      const couldFail = outcomes.some((o) => o.outcome === 'unknown' && o.could.includes('fail'));
      return couldFail
        ? { result: 'error', says: `unknown: could be a gap; ${deciders(outcomes)}` }
        : { result: 'skipped', says: `unknown, but no gap: ${deciders(outcomes)}` };
    }
    case 'waived':
    case 'attested':
      return { result: 'skipped', says: `${state}: ${count(of(state), 'outcome', 'outcomes')}` };
    case 'not-applicable':
      return { result: 'skipped', says: 'does not apply' };
  }
}

function deciders(outcomes: readonly ReportedOutcome[]): string {
  const by = [...new Set(outcomes.flatMap((o) => (o.outcome === 'unknown' ? (o.decidedBy ?? []) : [])))];
  if (by.length === 0) return 'more evidence would decide';
  return `decided by ${by.slice(0, 3).join('; ')}${by.length > 3 ? ` and ${by.length - 3} more` : ''}`;
}

function suite(assessment: Assessment, name: string, id: number, cases: readonly Case[], date: Date): string {
  const of = (result: Result) => cases.filter((c) => c.result === result).length;
  const properties: readonly (readonly [string, string])[] = [
    ['verdict', verdictWord(assessment)],
    ['verdict.because', verdictSentence(assessment)],
    ['service', assessment.service],
    ['environment', environmentSentence(assessment)],
    ['scope', assessment.scope.planes.join(', ')],
    ['score', percent(assessment.score)],
    ['notAsked', String(assessment.scope.notAsked.length)],
    ['notCovered', String(assessment.scope.notCovered.length)],
    ['version', assessment.tool.version],
  ];
  return [
    ` <testsuite name="${xml(name)}" package="airworthy" id="${id}" hostname="localhost" timestamp="${date.toISOString().slice(0, 19)}" time="0" tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}">`,
    '  <properties>',
    ...properties.map(([key, value]) => `   <property name="${xml(key)}" value="${xml(value)}"/>`),
    '  </properties>',
    ...cases.map(testcase),
    `  <system-out>${xml(headline(assessment))}</system-out>`,
    `  <system-err>${xml(unread(assessment))}</system-err>`,
    ' </testsuite>',
  ].join('\n');
}

/** What was not read: in the place where test tools show what went wrong around the tests. */
function unread({ coverage, notices }: Assessment): string {
  const { files, notSeen } = coverage;
  return [
    ...files.partly.map((f) => `${f.file}:${f.line} read in part: ${f.why}`),
    ...files.skipped.map((f) => `${f.file} not read: ${f.why}`),
    ...notSeen.map((n) => `${n.what} in ${rootName(n.root)} not seen: ${n.why}; decided by ${n.decidedBy}`),
    ...notices,
  ]
    .map(shown)
    .join('\n');
}

function testcase({ check, root, result, says, outcomes }: Case): string {
  const where = root === '' || root === '.' ? '' : ` (${root})`;
  const head = `  <testcase name="${xml(`${check.requirement} ${check.title}${where}`)}" classname="${xml(`airworthy.${check.area}.${check.id}`)}" time="0"`;
  if (result === 'passed') return `${head}/>`;
  const told = outcomes
    .filter((o) => o.outcome !== 'pass' && o.outcome !== 'not-applicable')
    .map((o) => {
      const place = placeOf(o);
      return `${place === undefined ? '' : `${placeText(place)}  `}${sentenceOf(o)}`;
    });
  const help = result === 'failure' && check.fix !== '' ? [`To do (${check.effort}): ${check.fix}`] : [];
  const text = [...told, ...help, `airworthy explain ${check.id}`].map(shown).join('\n');
  const message = `${says}${told[0] === undefined ? '' : `: ${told[0]}${told.length > 1 ? ` … ${told.length - 1} more` : ''}`}`;
  const type = result === 'skipped' ? '' : ` type="${result === 'error' ? 'unknown' : check.severity}"`;
  return `${head}>\n   <${result} message="${xml(message)}"${type}>${xml(text)}</${result}>\n  </testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text inside elements and attributes. What XML 1.0 cannot hold is no part of it; lines stay lines in elements. */
function xml(text: string): string {
  return text
    .split('\n')
    .map(shown)
    .join('\n')
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);
}
