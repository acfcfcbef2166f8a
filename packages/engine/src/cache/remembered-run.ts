import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Assessment } from '../assess/assessment.ts';
import { nodeFileSystem } from '../collect/files/node-file-system.ts';
import { decoded } from '../collect/files/text.ts';
import type { WithInputs } from '../collect-options.ts';
import type { AssessOptions } from '../index.ts';
import { buildDigest } from './build.ts';
import { CacheFolder, LIMITS, whyNotWritten } from './folder.ts';
import { ParsedPack, touchPack } from './parsed-pack.ts';
import { askAgain, type Recorded, RecordingFileSystem } from './recording.ts';
import { watched } from './watched-date.ts';

/** Where results are remembered. */
export interface CacheOptions {
  /** A folder of the user's own, for the key that seals entries: never inside of what is assessed. */
  readonly home: string;
  /** Told in one sentence why nothing is remembered. */
  readonly onTrouble?: (sentence: string) => void;
  /** Given what writes the entry, to call when the result has been shown; written before the result is given where this is not there. */
  readonly afterwards?: (write: () => void) => void;
}

/** An assessment, and the texts of the files that its evidence points to, by path. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly texts: ReadonlyMap<string, string>;
}

/** `today` decides which waivers hold; collectors are given `options.now`. */
export type AssessNow = (options: WithInputs<AssessOptions>, today?: Date) => Promise<Assessed>;

/**
 * The result of the last run with the same options, by the same build, on the same day, if every question that it asked
 * of the file system has the same answer as then; otherwise assesses, and remembers. The questions are noted at the file
 * system itself: contents of files, names in folders, what is not there and what may not be read. Given options stand in
 * the name of the entry as a digest. Runs that used the time, and those that started other programs, are not remembered.
 */
export async function rememberedRun(
  options: WithInputs<AssessOptions>,
  cache: CacheOptions,
  assessNow: AssessNow,
): Promise<Assessed> {
  if (options.synth === true) return assessNow(options);
  const trouble = (why: string) => cache.onTrouble?.(`nothing is kept for the next run: ${why}`);
  const fs = options.fileSystem ?? nodeFileSystem;
  const folder = await openFolder(options, cache.home, trouble);
  if (folder === undefined) return assessNow(options);
  const name = nameOf(options);
  const entry = opened(folder.read(name));
  if (entry !== undefined) {
    const files = new Map(entry.quoted.map((file) => [`${resolve(options.path)}/${file}`, file]));
    const contents = await askAgain(entry.recorded, fs, new Set(files.keys()));
    if (contents !== undefined) {
      folder.touch(name, new Date());
      touchPack(folder, new Date());
      const texts = Array.from(contents, ([path, bytes]): [string, string] => [
        files.get(path)!,
        decoded(bytes)?.text ?? '',
      ]);
      return { assessment: unpacked(entry.assessment), texts: new Map(texts) };
    }
  }
  const recording = new RecordingFileSystem(fs);
  const now = watched(options.now);
  const parsedFiles = new ParsedPack(folder);
  const run = await assessNow({ ...options, fileSystem: recording, parsedFiles, now: now.date }, options.now);
  const recorded = recording.recorded();
  const write = () => {
    try {
      parsedFiles.write(new Date());
      if (recorded === undefined || now.wasRead()) return;
      folder.write(name, closed(recorded, run), new Date(), LIMITS);
    } catch (error) {
      trouble(whyNotWritten(error));
    }
  };
  if (cache.afterwards === undefined) write();
  else cache.afterwards(write);
  return run;
}

/** Nothing is written into a folder that is none. */
async function openFolder(
  { path, fileSystem }: AssessOptions,
  home: string,
  trouble: (why: string) => void,
): Promise<CacheFolder | undefined> {
  const there = await (fileSystem ?? nodeFileSystem).stat(resolve(path)).catch(() => undefined);
  if (there?.kind !== 'directory') return undefined;
  return CacheFolder.open(resolve(path), buildDigest(), home, trouble);
}

/** A digest of everything that was given: values of variables never stand there in clear. */
function nameOf(options: WithInputs<AssessOptions>): string {
  const { fileSystem, onProgress, onCommand, parsedFiles, now, cache, variables, vars, params, ...rest } =
    options;
  const terraformVariables = Object.entries(variables).filter(([name]) => name.startsWith('TF_VAR_'));
  const given = {
    ...rest,
    folder: resolve(options.path),
    calledFrom: process.cwd(),
    day: now.toISOString().slice(0, 10),
    variables: terraformVariables.sort(([a], [b]) => (a < b ? -1 : 1)),
    vars: [...vars],
    params: [...params],
  };
  return hash('sha256', JSON.stringify(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))), 'hex');
}

interface Entry {
  readonly recorded: Recorded;
  /** Files whose texts reports quote. */
  readonly quoted: readonly string[];
  /** Unpacked only where the rest still holds. */
  readonly assessment: Packed;
}

/** An assessment in parts, so that no more than one is held in its unpacked form beside the result. */
interface Packed {
  readonly frame: Uint8Array;
  readonly outcomes: readonly Uint8Array[];
}

const OUTCOMES_PER_PART = 5_000;

function closed(recorded: Recorded, { assessment, texts }: Assessed): Uint8Array {
  return serialize({ recorded, quoted: [...texts.keys()], assessment: packed(assessment) } satisfies Entry);
}

/** The seal says that it is ours. */
function opened(bytes: Uint8Array | undefined): Entry | undefined {
  return bytes === undefined ? undefined : (deserialize(bytes) as Entry);
}

function packed({ outcomes, ...frame }: Assessment): Packed {
  const parts: Uint8Array[] = [];
  for (let i = 0; i < outcomes.length; i += OUTCOMES_PER_PART) {
    parts.push(pack(outcomes.slice(i, i + OUTCOMES_PER_PART)));
  }
  return { frame: pack(frame), outcomes: parts };
}

function unpacked({ frame, outcomes }: Packed): Assessment {
  return {
    ...(unpack(frame) as Omit<Assessment, 'outcomes'>),
    outcomes: outcomes.flatMap((part) => unpack(part) as Assessment['outcomes']),
  };
}

/** The same sentences and places stand in many outcomes, often far apart: a wide window leaves a twentieth. */
function pack(value: unknown): Uint8Array {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return brotliCompressSync(serialize(value), { params });
}

function unpack(bytes: Uint8Array): unknown {
  return deserialize(brotliDecompressSync(bytes, { chunkSize: 1024 * 1024 }));
}
