import { type Assessment, assessRepository } from '../../src/index.ts';

/** Assesses a folder on disk as a user would, with a fixed date and nothing from the process's environment. */
export async function assessFolder(
  path: string,
  options: {
    readonly only?: readonly string[];
    readonly language?: 'terraform' | 'cloudformation';
    readonly env?: string;
    readonly vars?: ReadonlyMap<string, string>;
    readonly roots?: readonly string[];
  } = {},
): Promise<Assessment> {
  const run = await assessRepository({
    path,
    ...(options.env === undefined ? {} : { env: options.env }),
    roots: options.roots ?? [],
    vars: options.vars ?? new Map(),
    varFiles: [],
    params: new Map(),
    ...(options.only === undefined ? {} : { select: { only: options.only, skip: [] } }),
    ...(options.language === undefined ? {} : { languages: [options.language] }),
    variables: {},
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return run.assessment;
}
