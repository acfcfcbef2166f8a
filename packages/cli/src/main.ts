import { Command, CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { addAssess } from './commands/assess.ts';
import { addChecks } from './commands/checks.ts';
import { addCompletion } from './commands/completion.ts';
import { addExplain } from './commands/explain.ts';
import { EXIT, UsageError } from './exit.ts';

const program = new Command('airworthy')
  .description('Production readiness with evidence: GO or NO-GO, what is missing, why, and what to do first.')
  .version(packageJson.version, '-v, --version')
  .showSuggestionAfterError(true)
  .showHelpAfterError('(airworthy --help shows the commands)')
  .configureHelp({ sortSubcommands: false })
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  airworthy assess                       the verdict on this folder
  airworthy assess infra --env prod      on another folder, for one environment
  airworthy explain BKP-02               why, with the evidence and its trail
  airworthy checks                       everything that is checked

Exit codes: 0 GO, 1 NO-GO, 2 could not run, 130 interrupted.`,
  );

addAssess(program);
addExplain(program);
addChecks(program);
addCompletion(program);

process.on('SIGINT', () => {
  process.stderr.write('\ninterrupted\n');
  process.exit(EXIT.interrupted);
});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of the pipe has gone (`airworthy assess | head`): nothing is left to say.
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.go);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.go : EXIT.couldNotRun;
  } else if (error instanceof UsageError || (error as Error)?.name === 'CannotRun') {
    process.stderr.write(`airworthy: ${(error as Error).message}\n`);
    process.exitCode = EXIT.couldNotRun;
  } else {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `airworthy: an error of ours: ${message}\nPlease report it with the command you ran; AIRWORTHY_DEBUG=1 shows the details.\n`,
    );
    if (process.env['AIRWORTHY_DEBUG']) console.error(error);
    process.exitCode = EXIT.couldNotRun;
  }
}
