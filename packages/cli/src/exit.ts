/** The exit codes that scripts rely on. */
export const EXIT = { go: 0, noGo: 1, couldNotRun: 2, interrupted: 130 } as const;

/** Wrong usage: one sentence that says what, where and what to do. */
export class UsageError extends Error {}

const leftForLater: (() => void)[] = [];

/** Leaves work for when everything has been said: nobody waits for it then. */
export function afterwards(work: () => void): void {
  leftForLater.push(work);
}

/**
 * Ends the process once all that was said is out and what was left for later is done. One that ends by itself first waits for
 * what is still compiled and collected in the background: a tenth of a second after a large run, and for nothing.
 */
export function leave(): void {
  process.stdout.write('', () => {
    for (const work of leftForLater) work();
    process.stderr.write('', () => process.exit());
  });
}
