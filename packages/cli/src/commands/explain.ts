import { type Command, Option } from 'commander';
import { UsageError } from '../exit.ts';
import { nearest } from '../nearest.ts';

/** `airworthy explain <check> [address]`: why, with the evidence and its whole trail. */
export function addExplain(program: Command): void {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  program
    .command('explain')
    .description('say why a check came out as it did, with the evidence and its trail')
    .argument('<check>', 'id of a check, requirement (BKP-02) or key of an outcome')
    .argument('[address]', 'resource, as the report names it')
    .option('--path <path>', 'folder to assess', '.')
    .option('--env <name>', 'environment to assess')
    .option('--root <path>', 'this root only; may repeat', collect, [])
    .option('--config <file>', 'configuration (default: airworthy.yaml in the assessed folder)')
    .option('--json', 'as JSON')
    .addOption(new Option('--no-color', 'no colour (also: NO_COLOR)'))
    .addHelpText(
      'after',
      '\nExamples:\n  airworthy explain dynamodb-point-in-time-recovery\n  airworthy explain BKP-02 aws_dynamodb_table.users --path infra',
    )
    .action(explain);
}

interface ExplainOptions {
  readonly path: string;
  readonly env?: string;
  readonly root: readonly string[];
  readonly config?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

async function explain(check: string, address: string | undefined, options: ExplainOptions): Promise<void> {
  const engine = await import('@airworthy/engine');
  const run = await engine.assessRepository({
    path: options.path,
    ...(options.env === undefined ? {} : { env: options.env }),
    roots: options.root,
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    ...(options.config === undefined ? {} : { config: options.config }),
    variables: process.env,
    now: new Date(),
  });
  const names = [...engine.selectableNames(), ...run.assessment.outcomes.map((o) => o.key)];
  if (!names.includes(check)) {
    const meant = nearest(check, engine.selectableNames());
    throw new UsageError(
      `no check or outcome "${check}"${meant === undefined ? '; airworthy checks lists them' : `; did you mean ${meant}?`}`,
    );
  }
  const addresses = [
    ...new Set(run.assessment.outcomes.flatMap((o) => (o.resource === null ? [] : [o.resource.address]))),
  ];
  if (address !== undefined && !addresses.includes(address)) {
    const meant = nearest(address, addresses);
    throw new UsageError(
      `no resource "${address}" was found in ${options.path}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    );
  }
  const terminal = process.stdout.isTTY === true;
  process.stdout.write(
    await engine.explain(run, check, address, {
      json: options.json === true,
      columns: terminal ? Math.max(40, process.stdout.columns ?? 80) : 80,
      colour: terminal && options.color && !process.env['NO_COLOR'],
    }),
  );
}
