import { fileURLToPath } from 'node:url';
import { assessRepository, type FormatName, render } from '../packages/engine/src/index.ts';
import { FORMATS } from '../packages/engine/src/report/formats.generated.ts';

/** What stands between `<!-- name -->` and `<!-- /name -->` of docs/reports.md: parts of the reports of an example. */
export async function reportExcerpts(): Promise<ReadonlyMap<string, string>> {
  const date = new Date('2026-11-21T12:00:00Z');
  const run = await assessRepository({
    path: fileURLToPath(new URL('../examples/flashcards', import.meta.url)),
    now: date,
  });
  const report = (name: FormatName) =>
    render(name, run, {
      columns: 80,
      colour: false,
      verbose: false,
      quiet: false,
      date,
      folder: 'examples/flashcards',
    });
  const lines = async (name: FormatName, from: number, to: number) =>
    (await report(name)).split('\n').slice(from, to).map(shortened).join('\n');
  const json = async (name: FormatName) => JSON.parse(await report(name));
  const sarif = (await json('sarif')).runs[0].results[0];
  const [, issue] = await json('gitlab');
  const event = (await json('ocsf')).find(
    (e: { compliance: { status: string } }) => e.compliance.status === 'Fail' && 'resources' in e,
  );
  return new Map([
    ['formats', formats()],
    ['terminal', fenced('text', await lines('terminal', 0, 12))],
    ['markdown', fenced('markdown', await lines('markdown', 0, 12))],
    [
      'sarif',
      fenced(
        'json',
        pretty({
          ruleId: sarif.ruleId,
          kind: sarif.kind,
          level: sarif.level,
          message: sarif.message,
          locations: [{ physicalLocation: sarif.locations[0].physicalLocation }],
          partialFingerprints: sarif.partialFingerprints,
        }),
      ),
    ],
    ['junit', fenced('xml', await testcase(await report('junit')))],
    ['github', fenced('text', await lines('github', 1, 4))],
    ['gitlab', fenced('json', pretty(issue))],
    [
      'ocsf',
      fenced(
        'json',
        pretty({
          class_uid: event.class_uid,
          type_uid: event.type_uid,
          time: event.time,
          severity: event.severity,
          status: event.status,
          message: event.message,
          finding_info: event.finding_info,
          compliance: event.compliance,
          resources: event.resources,
        }),
      ),
    ],
  ]);
}

function formats(): string {
  return [
    '| format | endings of `--output` | for |',
    '|---|---|---|',
    ...FORMATS.map(
      ({ name, extensions, description }) =>
        `| \`${name}\` | ${extensions.map((e) => `\`${e}\``).join(', ') || '–'} | ${description} |`,
    ),
  ].join('\n');
}

/** The first case that failed, and the first that could not be decided. */
function testcase(xml: string): string {
  const cases = [...xml.matchAll(/^ {2}<testcase [^>]*[^/]>\n[\s\S]*?<\/testcase>$/gm)].map(([one]) => one);
  return [cases.find((c) => c.includes('<failure ')), cases.find((c) => c.includes('<error '))]
    .flatMap((c) => (c === undefined ? [] : few(c.split('\n')).map(shortened)))
    .join('\n');
}

function few(lines: readonly string[]): readonly string[] {
  return lines.length <= 7
    ? lines
    : [...lines.slice(0, 4), `… ${lines.length - 6} more lines`, ...lines.slice(-2)];
}

const LONGEST = 160;

function shortened(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

function pretty(value: object): string {
  return JSON.stringify(value, null, 2).split('\n').map(shortened).join('\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
