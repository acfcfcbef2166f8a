import { escaped } from '../../../escaped.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { Command } from './command.ts';
import type { FollowedStep } from './followed.ts';
import { plainly } from './shell-text.ts';

/** Steps whose scans know what looks at the report that they leave: it may stop what the scan itself does not. */
export async function withReportGates(
  steps: readonly FollowedStep[],
  source: SourceOfFiles,
): Promise<readonly FollowedStep[]> {
  const gated = async (scan: Command, at: number): Promise<Command> => {
    const report = scan.kind === 'scan' ? reportOf(scan, steps[at]!) : undefined;
    if (report === undefined) return scan;
    const script = scan.through.length === 0 ? undefined : await source.text(scan.file);
    const said = steps.slice(at).flatMap(saidIn);
    const texts = script?.kind === 'text' && !isIgnored(steps[at]!) ? [script.text, ...said] : said;
    const gate = texts.flatMap((text) => gatesIn(text, report, scan.words[0]!))[0];
    return gate === undefined ? scan : { ...scan, judgedBy: `looking at what ${gate} does with the report` };
  };
  return Promise.all(
    steps.map(async (one, at) => ({
      ...one,
      commands: await Promise.all(one.commands.map((command) => gated(command, at))),
    })),
  );
}

const WRITES =
  /^(?:-o|--out(?:put)?(?:-?file)?(?:-path)?|--(?:json|sarif)(?:-file)?-output|--report-?(?:path|file))$/;
const OUTPUT = /^out(?:put)?(?:[-_]?(?:file|path))?$/i;

/** The file that a scanner writes, without its folders: in a container they are others. */
function reportOf({ words, output, text }: Command, { step }: FollowedStep): string | undefined {
  const told = words.flatMap((word, at) => {
    const [option = '', ...value] = word.split('=');
    return WRITES.test(option) ? [value.length > 0 ? value.join('=') : (words[at + 1] ?? '')] : [];
  });
  const given = [...step.inputs].filter(([name]) => step.uses === text && OUTPUT.test(name));
  // Grype takes `-o json=report.json`, and `-o json` for the format alone.
  return [...told, ...given.map(([, value]) => value), output ?? '']
    .map((file) => file.replace(/^.*[=/]/s, ''))
    .find((file) => /^[^.].*\.\w+$/.test(file));
}

/** Whether its failure stops nothing, or it never runs where all went well. */
function isIgnored({ step }: FollowedStep): boolean {
  return step.mayFail !== undefined || step.neverRuns !== undefined || step.afterFailure === true;
}

/** All that a step is given and finally runs. */
function saidIn(one: FollowedStep): readonly string[] {
  const { step, commands } = one;
  if (isIgnored(one)) return [];
  const [action = ''] = (step.uses ?? '').split('@');
  const given = [...step.inputs].filter(([name]) => !OUTPUT.test(name) && !isShown(action));
  const ran = commands.filter(({ text }) => text !== step.uses).map(({ words }) => words.join(' '));
  const variables = [...step.variables].map(([name, value]) => `${name}=${value}\n`).join('');
  return [
    `${variables}${step.run?.text ?? ''}`,
    ...given.map(([, value]) => `${step.uses} ${value}`),
    ...ran,
  ];
}

/** Keeps a file, or shows it to people: by its name. */
const KEEPS = /upload|cache|slack|discord|telegram|teams|mattermost|send-?mail|comment|summary/i;
const JUDGES = /check|gate|fail|assert|verif|polic|enforce/i;

function isShown(action: string): boolean {
  return KEEPS.test(action) && !JUDGES.test(action);
}

const MAKES_GOOD = /\|\|\s*(?:true|:|exit 0|echo\b[^;&|]*)\s*$/;
const ONLY_SHOWS =
  /^\s*(?:-\s+)?(?:#.*|(?:cat|ls|echo|cp|mv|rm|tar|zip|gzip|wc|touch|head|tail|sort|uniq|cut|tr|fold|column|aws s3)\b(?!.*[|;&`]|.*\$\().*)$/;
const ASSIGNED = /^\s*(?:export\s+)?(\w+)=["']?([^\s"'$();&|]*)["']?\s*$/;
const INTO = /(?:>|\btee(?:\s+-a)?)\s*["']?[^\s"']*$/;
const BY_OPTION = /\s(?:-o|--out\S*?|--(?:json|sarif)\S*?|--report\S*?)[\s=]+["']?[^\s"']*$/;

/** What is given a report, and may end badly for what it says: all that does not write, keep or show it. */
function gatesIn(text: string, report: string, scanner: string): readonly string[] {
  const lines = text.replace(/\\\n/g, ' ').split('\n');
  const names = lines.flatMap((line) => {
    const [, name, value] = ASSIGNED.exec(line) ?? [];
    return value?.endsWith(report) ? [name!] : [];
  });
  const named = new RegExp(`(?<![\\w.-])${escaped(report)}(?![\\w-]|\\.\\w)`);
  const writes = (before: string) =>
    INTO.test(before) || (before.includes(scanner) && BY_OPTION.test(before));
  return lines
    .map((line) => line.replace(/\$\{?(\w+)\}?/g, (all, name) => (names.includes(name) ? report : all)))
    .filter((line) => !ASSIGNED.test(line) && !ONLY_SHOWS.test(line) && !MAKES_GOOD.test(line))
    .flatMap((line) => line.split(/&&|\|\||;/))
    .filter((part) =>
      part
        .split(named)
        .slice(0, -1)
        .some((before) => !writes(before)),
    )
    .map((part) => plainly(part.trim()).slice(0, 80));
}
