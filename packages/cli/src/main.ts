import { CommanderError } from 'commander';
import { EXIT, leave, UsageError } from './exit.ts';
import { createProgram } from './program.ts';

const program = createProgram();

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
leave();
