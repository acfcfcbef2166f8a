/** The exit codes that scripts rely on. */
export const EXIT = { go: 0, noGo: 1, couldNotRun: 2, interrupted: 130 } as const;

/** Wrong usage: one sentence that says what, where and what to do. */
export class UsageError extends Error {}
