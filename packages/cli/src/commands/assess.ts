import type { Selection, Timings } from '@airworthy/engine';
import { type Command, Option } from 'commander';
import { EXIT, UsageError } from '../exit.ts';
import { nearest } from '../nearest.ts';
import { Progress } from '../progress.ts';
import { remembering } from '../remembering.ts';
import { FORMAT_NAMES, reportTargets, writeReports } from '../reports.ts';
import { addSubjectOptions, type SubjectOptions, subjectOf } from '../subject.ts';
import { timingsText } from '../timings-text.ts';

interface AssessOptions extends SubjectOptions {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly framework?: string;
  readonly format: readonly string[];
  readonly output: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly cache: boolean;
  readonly timings?: boolean;
}

/** `airworthy assess [path]`: the verdict. */
export function addAssess(program: Command): void {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  const command = program
    .command('assess')
    .description('read a repository and say GO or NO-GO, with the evidence')
    .argument('[path]', 'folder to assess', '.');
  addSubjectOptions(command)
    .option('--only <id>', 'only this check, requirement or area; may repeat', collect, [])
    .option('--skip <id>', 'without this check, requirement or area; may repeat', collect, [])
    .option('--framework <id>', 'only the checks of one framework')
    .addOption(formatOption(collect))
    .option(
      '--output <file>',
      'where the report of the same position goes; its ending says the format where --format does not; may repeat',
      collect,
      [],
    )
    .option('--json', 'the result as JSON on standard output, and nothing else there')
    .option('--verbose', 'show passes and whole lists')
    .addOption(new Option('--quiet', 'the verdict line only').conflicts('verbose'))
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .option('--no-cache', 'do not read or keep the result under .airworthy/ of the assessed folder')
    .option(
      '--timings',
      'say on standard error where the time went, check by check; nothing remembered is used',
    )
    .addHelpText(
      'after',
      `
Examples:
  airworthy assess
  airworthy assess infra --env prod --var domain=example.com
  airworthy assess --json > readiness.json
  airworthy assess --output report.html --output report.md
  airworthy assess --format sarif --output readiness.sarif
  airworthy assess --only BKP-02 --only security

Exit codes: 0 GO, 1 NO-GO, 2 could not run.`,
    )
    .action(assess);
}

function formatOption(collect: (value: string, before: readonly string[]) => readonly string[]): Option {
  const option = new Option('--format <name>', 'report format; may repeat with --output')
    .argParser(collect)
    .default([]);
  // For help, completion and documentation only: an unknown name is refused with the nearest one.
  option.argChoices = [...FORMAT_NAMES];
  return option;
}

async function assess(path: string, options: AssessOptions): Promise<void> {
  const targets = reportTargets(options);
  const progress = new Progress(process.stderr, {
    silent: options.json === true,
    quiet: options.quiet === true,
  });
  const engine = await import('@airworthy/engine');
  const said: Timings[] = [];
  const run = await engine.assessRepository({
    ...subjectOf(path, options),
    select: selection(options, engine),
    ...remembering(options),
    onProgress: (step) => progress.show(step),
    ...(options.timings === true ? { onTimings: (timings) => said.push(timings) } : {}),
    onCommand: (sentence) => progress.say(sentence),
  });
  progress.done();
  await writeReports(targets, run, options, engine);
  for (const timings of said) process.stderr.write(timingsText(timings));
  process.exitCode = run.assessment.verdict.decision === 'GO' ? EXIT.go : EXIT.noGo;
}

type Engine = typeof import('@airworthy/engine');

function selection(options: AssessOptions, engine: Engine): Selection {
  for (const id of options.only) oneOf(engine.selectableNames(), id, '--only', 'check, requirement or area');
  for (const id of options.skip) oneOf(engine.selectableNames(), id, '--skip', 'check, requirement or area');
  const framework =
    options.framework === undefined
      ? {}
      : { framework: oneOf(engine.frameworkIds(), options.framework, '--framework', 'framework') };
  return { only: options.only, skip: options.skip, ...framework };
}

/** So many names are listed where none of them was given; of more only the near one is said. */
const FEW = 10;

function oneOf<Name extends string>(
  names: readonly Name[],
  given: string,
  option: string,
  what: string,
): Name {
  const found = names.find((name) => name === given);
  if (found !== undefined) return found;
  const meant = nearest(given, names);
  const allowed = names.length > FEW ? ' (airworthy checks lists them)' : ` (allowed: ${names.join(', ')})`;
  const near = meant === undefined ? '' : `; did you mean ${meant}?`;
  throw new UsageError(`${option} ${given}: no such ${what}${allowed}${near}`);
}
