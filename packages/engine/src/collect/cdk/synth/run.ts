import { spawn } from 'node:child_process';
import { onInterruption } from './interruption.ts';

/** A command to run, and what it may take. */
export interface Command {
  readonly line: string;
  /** Absolute path. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

/** How a command ended: by itself, with what it wrote to standard error and output, or by us. */
export type Ending =
  | { readonly kind: 'exited'; readonly code: number | null; readonly output: string }
  | { readonly kind: 'timed-out'; readonly output: string }
  | { readonly kind: 'not-started'; readonly why: string };

const MOST_OUTPUT = 1024 * 1024;
const GRACE_MILLISECONDS = 2_000;

/**
 * Runs a command line in a shell, in a process group of its own, without input. When its time is over, or when we are
 * interrupted, the whole group is ended: first asked, then made to.
 */
export function run({ line, folder, environment, timeoutSeconds }: Command): Promise<Ending> {
  return new Promise((settle) => {
    const child = spawn(line, {
      cwd: folder,
      shell: true,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environment },
      windowsHide: true,
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      if (output.length < MOST_OUTPUT) output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);

    let timedOut = false;
    let last: NodeJS.Timeout | undefined;
    const stop = (): void => {
      signalGroup(child.pid, 'SIGTERM');
      last = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE_MILLISECONDS);
    };
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, timeoutSeconds * 1000);
    const done = onInterruption(() => signalGroup(child.pid, 'SIGKILL'));

    const end = (ending: Ending): void => {
      clearTimeout(timer);
      clearTimeout(last);
      done();
      // What it started and left behind ends with it.
      signalGroup(child.pid, 'SIGKILL');
      child.stdout.destroy();
      child.stderr.destroy();
      settle(ending);
    };
    child.once('error', (error) => end({ kind: 'not-started', why: error.message }));
    child.once('exit', (code) => {
      // What is still in the pipes is read, as long as nobody keeps them open.
      setImmediate(() => end(timedOut ? { kind: 'timed-out', output } : { kind: 'exited', code, output }));
    });
  });
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It has ended already.
  }
}
