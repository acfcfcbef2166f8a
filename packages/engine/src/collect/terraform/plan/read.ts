import { basename, relative, resolve } from 'node:path';
import { CannotRun } from '../../../cannot-run.ts';
import type { FileSystem } from '../../files/file-system.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { plannedByPlan } from './plan.ts';
import type { Planned } from './planned.ts';
import { plannedByState } from './state.ts';

const MEGABYTE = 1024 * 1024;

/** A plan of ten thousand resources has some 60 MB. */
const MAXIMUM_BYTES = 128 * MEGABYTE;

/** Deeper than any provider's schema. */
const MAXIMUM_DEPTH = 500;

/**
 * Reads the file of `--plan` or `--state`, which the caller names and which may lie outside of the assessed folder.
 * Throws {@link CannotRun} with one sentence that says what the file is and which command makes the right one.
 */
export async function readPlanned(
  fs: FileSystem,
  given: string,
  from: 'plan' | 'state',
  assessedFolder: string,
): Promise<Planned> {
  const about = `--${from} ${given}`;
  const bytes = await bytesOf(fs, given, about);
  const document = parsed(bytes, about, from);
  const inside = relative(resolve(assessedFolder), resolve(given)).replaceAll('\\', '/');
  const file =
    inside === '' || inside.startsWith('../') || /^(\/|\w:)/.test(inside) ? basename(given) : inside;
  return from === 'plan' ? plannedByPlan(document, file, about) : plannedByState(document, file, about);
}

async function bytesOf(fs: FileSystem, given: string, about: string): Promise<Uint8Array> {
  try {
    const { kind, size } = await fs.stat(resolve(given));
    if (kind !== 'file') throw new CannotRun(`${about}: this is not a file`);
    if (size > MAXIMUM_BYTES) {
      const limit = `the limit is ${MAXIMUM_BYTES / MEGABYTE} MB`;
      throw new CannotRun(`${about}: ${Math.round(size / MEGABYTE)} MB are too large to read; ${limit}`);
    }
    return await fs.readFile(resolve(given));
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new CannotRun(
      code === 'ENOENT' ? `${about}: there is no such file` : `${about}: cannot be read: ${code}`,
    );
  }
}

function parsed(bytes: Uint8Array, about: string, from: 'plan' | 'state'): JsonObject {
  const show =
    from === 'plan' ? 'terraform show -json plan.out > plan.json' : 'terraform show -json > state.json';
  // A plan as `-out` writes it is a ZIP archive.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const given = about.replace(/^--\w+ /, '');
    const json = from === 'plan' ? 'its JSON' : 'its JSON as --plan';
    throw new CannotRun(
      `${about}: this is a binary plan; give ${json}: terraform show -json ${given} > plan.json`,
    );
  }
  const text = decoded(bytes).trim();
  if (text === '') throw new CannotRun(`${about}: the file is empty; make it with: ${show}`);
  if (/^\{"@level"/.test(text)) {
    throw new CannotRun(
      `${about}: this is the log of a run with -json, not its result; make that with: ${show}`,
    );
  }
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    throw new CannotRun(`${about}: not valid JSON (cut off, or mixed with messages?); make it with: ${show}`);
  }
  if (!isObject(json)) throw new CannotRun(`${about}: not the JSON of a ${from}; make it with: ${show}`);
  if (isDeeperThan(json, MAXIMUM_DEPTH)) throw new CannotRun(`${about}: nested too deeply to be a ${from}`);
  return json;
}

/** Windows PowerShell writes redirected output as UTF-16. */
function decoded(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function isDeeperThan(json: Json, limit: number): boolean {
  let level: readonly (Json | undefined)[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((item) => (item !== null && typeof item === 'object' ? Object.values(item) : []));
  }
  return false;
}
