import type { Command } from 'commander';
import { UsageError } from '../exit.ts';
import { nearest } from '../nearest.ts';
import { Progress } from '../progress.ts';
import { remembering } from '../remembering.ts';
import { addSubjectOptions, type SubjectOptions, subjectOf } from '../subject.ts';

/** `airworthy explain <check> [address]`: why, with the evidence and its whole trail. */
export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('say why a check came out as it did, with the evidence and its trail')
    .argument('<check>', 'id of a check, requirement (BKP-02) or key of an outcome')
    .argument('[address]', 'resource, as the report names it')
    .option('--path <path>', 'folder to assess (default: this one)', '.');
  addSubjectOptions(command)
    .option('--json', 'as JSON')
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .option('--no-cache', 'do not read or keep the result under .airworthy/ of the assessed folder')
    .addHelpText(
      'after',
      '\nExamples:\n  airworthy explain dynamodb-point-in-time-recovery\n  airworthy explain BKP-02 aws_dynamodb_table.users --path infra',
    )
    .action(explain);
}

interface ExplainOptions extends SubjectOptions {
  readonly path: string;
  readonly json?: boolean;
  readonly color: boolean;
  readonly cache: boolean;
}

async function explain(check: string, address: string | undefined, options: ExplainOptions): Promise<void> {
  const progress = new Progress(process.stderr, { silent: options.json === true, quiet: false });
  const engine = await import('@airworthy/engine');
  const run = await engine.assessRepository({
    ...subjectOf(options.path, options),
    select: { only: [], skip: [] },
    ...remembering(options),
    onProgress: (step) => progress.show(step),
    onCommand: (sentence) => progress.say(sentence),
  });
  progress.done();
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
