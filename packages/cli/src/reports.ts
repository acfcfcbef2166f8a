import { existsSync } from 'node:fs';
import { appendFile, stat, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from './exit.ts';
import { FORMATS, type FormatName } from './formats.generated.ts';
import { nearest } from './nearest.ts';

type Engine = typeof import('@airworthy/engine');
type Run = Awaited<ReturnType<Engine['assessRepository']>>;

export const FORMAT_NAMES: readonly FormatName[] = FORMATS.map(({ name }) => name);

/** What the command line says about reports. */
export interface ReportChoice {
  readonly format: readonly string[];
  readonly output: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export interface Target {
  readonly format: FormatName;
  /** Standard output where undefined. */
  readonly file: string | undefined;
}

/** Which report goes where. Throws {@link UsageError} where two want the same place, or a format does not exist. */
export function reportTargets({ format, output, json }: ReportChoice): readonly Target[] {
  const named = format.map(formatNamed);
  if (named.length > 0 && output.length > named.length) {
    throw new UsageError('--output needs a --format of its own for each file');
  }
  const chosen = named.length > 0 ? named : output.map(formatOf);
  // `-` is standard output, as elsewhere on the command line.
  const targets = chosen.map(
    (name, i): Target => ({
      format: name,
      file: output[i] === '-' ? undefined : output[i],
    }),
  );
  const files = targets.flatMap(({ file }) => file ?? []);
  if (files.includes('')) throw new UsageError('--output wants the name of a file');
  const twice = files.find((file, i) => files.some((other, j) => j < i && resolve(other) === resolve(file)));
  if (twice !== undefined) throw new UsageError(`two reports want ${twice}: give each a file of its own`);
  if (json === true) {
    if (targets.some((t) => t.file === undefined))
      throw new UsageError('--json and --format both want standard output');
    return [...targets, { format: 'json', file: undefined }];
  }
  if (targets.filter((t) => t.file === undefined).length > 1) {
    throw new UsageError('only one report can go to standard output: give the others an --output');
  }
  return targets.some((t) => t.file === undefined)
    ? targets
    : [...targets, { format: 'terminal', file: undefined }];
}

function formatNamed(asked: string): FormatName {
  const found = FORMAT_NAMES.find((name) => name === asked);
  if (found !== undefined) return found;
  const meant =
    FORMATS.find(({ extensions }) => extensions.includes(`.${asked}`))?.name ?? nearest(asked, FORMAT_NAMES);
  throw new UsageError(
    `unknown format "${asked}"${meant === undefined ? '.' : `; did you mean ${meant}?`} Formats: ${FORMAT_NAMES.join(', ')}.`,
  );
}

/** The format that a file's name means: that of the longest ending that fits, else plain text. */
function formatOf(file: string): FormatName {
  const fitting = FORMATS.flatMap(({ name, extensions }) =>
    extensions
      .filter((extension) => file.toLowerCase().endsWith(extension))
      .map((extension) => ({ name, length: extension.length })),
  ).sort((a, b) => b.length - a.length);
  return fitting[0]?.name ?? 'terminal';
}

/** Renders each report and brings it to its place. */
export async function writeReports(
  targets: readonly Target[],
  run: Run,
  choice: ReportChoice,
  engine: Engine,
): Promise<void> {
  const folder = folderInRepository(run.assessment.subject.path);
  const date = new Date();
  const toTerminal = process.stdout.isTTY === true;
  const render = (format: FormatName, shown: boolean, mostBytes?: number) =>
    engine.render(format, run, {
      columns: shown ? Math.max(40, process.stdout.columns ?? 80) : 80,
      colour: shown && choice.color && !process.env['NO_COLOR'],
      verbose: choice.verbose === true,
      quiet: choice.quiet === true,
      date,
      folder,
      ...(mostBytes === undefined ? {} : { mostBytes }),
    });
  for (const { format, file } of targets) {
    const text = await render(format, toTerminal && file === undefined);
    if (file === undefined) process.stdout.write(text);
    else {
      await orSay(file, () => writeFile(file, text));
      if (choice.quiet !== true) process.stderr.write(`${format} report written to ${file}\n`);
    }
    await writeBeside(format, render, choice);
  }
}

/** What a format wants beside itself, such as the job summary of GitHub: appended to the file that the process names. */
async function writeBeside(
  format: FormatName,
  render: (format: FormatName, shown: boolean, mostBytes: number) => Promise<string>,
  choice: ReportChoice,
): Promise<void> {
  const beside = FORMATS.find(({ name }) => name === format)?.beside;
  const file = beside === undefined ? undefined : process.env[beside.variable];
  if (beside === undefined || file === undefined || file === '') return;
  const there = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  const room = beside.mostBytes - there;
  if (room < LEAST_BYTES) {
    process.stderr.write(`no room is left in ${beside.variable} for the ${beside.format} report\n`);
    return;
  }
  const text = await render(beside.format, false, room);
  await orSay(file, () => appendFile(file, text));
  if (choice.quiet !== true)
    process.stderr.write(`${beside.format} report appended to ${file} (${beside.variable})\n`);
}

/** Below this a report has no room for its verdict and what was left out. */
const LEAST_BYTES = 16_384;

async function orSay(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`cannot write ${file}: ${WHY[code ?? ''] ?? code ?? 'unknown error'}`);
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** The assessed folder from the top of its repository; without one, from the working directory; else nothing. */
function folderInRepository(path: string): string {
  const assessed = resolve(path);
  for (let folder = assessed; ; folder = dirname(folder)) {
    if (existsSync(resolve(folder, '.git'))) return relative(folder, assessed).replaceAll(sep, '/');
    if (dirname(folder) === folder) break;
  }
  const below = relative(process.cwd(), assessed).replaceAll(sep, '/');
  return below.startsWith('..') || resolve(below) !== assessed ? '' : below;
}
