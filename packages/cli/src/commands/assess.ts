import { type Command, Option } from 'commander';
import { EXIT, UsageError } from '../exit.ts';
import { nearest } from '../nearest.ts';
import { Progress } from '../progress.ts';
import { remembering } from '../remembering.ts';
import { FORMAT_NAMES, reportTargets, writeReports } from '../reports.ts';

interface AssessOptions {
  readonly env?: string;
  readonly root: readonly string[];
  readonly var: readonly string[];
  readonly varFile: readonly string[];
  readonly workspace?: string;
  readonly param: readonly string[];
  readonly plan?: string;
  readonly state?: string;
  readonly synth?: boolean;
  readonly config?: string;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly format: readonly string[];
  readonly output: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly cache: boolean;
}

/** `airworthy assess [path]`: the verdict. */
export function addAssess(program: Command): void {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  program
    .command('assess')
    .description('read a repository and say GO or NO-GO, with the evidence')
    .argument('[path]', 'folder to assess', '.')
    .option('--env <name>', 'environment to assess (default: the one that production means here)')
    .option('--root <path>', 'assess this root only; may repeat', collect, [])
    .option('--var <name=value>', 'value of a Terraform variable; may repeat', collect, [])
    .option('--var-file <file>', 'file of Terraform variables; may repeat', collect, [])
    .option('--workspace <name>', 'Terraform workspace')
    .option('--param <name=value>', 'value of a CloudFormation parameter; may repeat', collect, [])
    .option('--plan <file>', 'JSON of a Terraform plan: terraform show -json plan.out')
    .option('--state <file>', 'JSON of a Terraform state: terraform show -json, or terraform.tfstate')
    .option('--synth', 'run the app commands of CDK applications, and assess what they synthesize')
    .option('--config <file>', 'configuration (default: airworthy.yaml in the assessed folder)')
    .option('--only <id>', 'only this check, requirement or area; may repeat', collect, [])
    .option('--skip <id>', 'without this check, requirement or area; may repeat', collect, [])
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
  const progress = new Progress(process.stderr, options.quiet === true || options.json === true);
  const engine = await import('@airworthy/engine');
  const run = await engine.assessRepository({
    path,
    ...(options.env === undefined ? {} : { env: options.env }),
    roots: options.root,
    vars: pairs(options.var, '--var'),
    varFiles: options.varFile,
    ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
    params: pairs(options.param, '--param'),
    ...(options.plan === undefined ? {} : { plan: options.plan }),
    ...(options.state === undefined ? {} : { state: options.state }),
    ...(options.synth === true ? { synth: true } : {}),
    ...(options.config === undefined ? {} : { config: options.config }),
    select: selection(options, engine),
    variables: process.env,
    now: new Date(),
    ...remembering(options),
    onProgress: (step) => progress.show(step),
  });
  progress.done();
  await writeReports(targets, run, options, engine);
  process.exitCode = run.assessment.verdict.decision === 'GO' ? EXIT.go : EXIT.noGo;
}

function pairs(given: readonly string[], option: string): ReadonlyMap<string, string> {
  return new Map(
    given.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`${option} wants name=value, not "${pair}"`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

type Engine = typeof import('@airworthy/engine');

function selection(
  options: AssessOptions,
  engine: Engine,
): { only: readonly string[]; skip: readonly string[] } {
  const names = engine.selectableNames();
  for (const [option, given] of [
    ['--only', options.only],
    ['--skip', options.skip],
  ] as const) {
    for (const id of given) {
      if (names.includes(id)) continue;
      const meant = nearest(id, names);
      throw new UsageError(
        `${option} ${id}: no such check, requirement or area${meant === undefined ? '' : `; did you mean ${meant}?`}`,
      );
    }
  }
  return { only: options.only, skip: options.skip };
}
