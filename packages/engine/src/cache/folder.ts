import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;

export interface Limits {
  readonly bytes: number;
  /** Days since an entry was last used. */
  readonly days: number;
  /** Entries that one run looks at to clean up. */
  readonly entries: number;
}

export const LIMITS: Limits = { bytes: 200 * MEGABYTE, days: 30, entries: 2_000 };

const SEAL_BYTES = 32;

/**
 * Entries of one build in `.airworthy/cache/<build>/`. An entry is sealed with a key that lies in the folder of the
 * person who runs it, so that nobody can slip in a result with the repository; one that is cut off, changed or foreign
 * is as good as none. Writing is a rename, so processes that run at once see whole entries only.
 */
export class CacheFolder {
  readonly #folder: string;
  readonly #build: string;
  readonly #key: Uint8Array;

  /**
   * `undefined` where nothing may be written: `trouble` says why. `home` is a folder of the user's own, outside of what
   * is assessed.
   */
  static open(
    assessed: string,
    build: string,
    home: string,
    trouble: (why: string) => void,
  ): CacheFolder | undefined {
    const top = join(assessed, '.airworthy');
    const folder = join(top, 'cache', build);
    try {
      const key = keyIn(home);
      for (const level of [top, join(top, 'cache'), folder]) {
        mkdirUnlessThere(level);
        if (level === top) writeUnlessThere(join(top, '.gitignore'), '*\n');
      }
      return new CacheFolder(folder, build, key);
    } catch (error) {
      trouble(whyOf(error));
      return undefined;
    }
  }

  private constructor(folder: string, build: string, key: Uint8Array) {
    this.#folder = folder;
    this.#build = build;
    this.#key = key;
  }

  /** What was written under this name by this build, or `undefined`. */
  read(name: string): Buffer | undefined {
    const path = join(this.#folder, name);
    try {
      if (!lstatSync(path).isFile()) return undefined;
      const sealed = readFileSync(path);
      const content = sealed.subarray(SEAL_BYTES);
      if (sealed.length <= SEAL_BYTES) return undefined;
      return timingSafeEqual(sealed.subarray(0, SEAL_BYTES), this.#seal(name, content)) ? content : undefined;
    } catch {
      return undefined; // nothing there, or nothing that can be read
    }
  }

  /** Notes that an entry was of use, so that it is kept. */
  touch(name: string, now: Date): void {
    try {
      utimesSync(join(this.#folder, name), now, now);
    } catch {} // it may just have been removed
  }

  /** Writes an entry and removes what is too old or too much. Throws where it is too large, and where the disk refuses. */
  write(name: string, content: Uint8Array, now: Date, limits: Limits = LIMITS): void {
    const most = limits.bytes / 2;
    if (content.length > most)
      throw new Error(`${inMegabytes(content.length)} are more than the ${inMegabytes(most)} for one result`);
    const temporary = join(this.#folder, `${name}.${process.pid}.${randomBytes(6).toString('hex')}.new`);
    try {
      writeFileSync(temporary, Buffer.concat([this.#seal(name, content), content]), {
        mode: 0o600,
        flag: 'wx',
      });
      renameSync(temporary, join(this.#folder, name));
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    clean(join(this.#folder, '..'), now, limits);
  }

  #seal(name: string, content: Uint8Array): Uint8Array {
    return createHmac('sha256', this.#key).update(`${this.#build} ${name}\n`).update(content).digest();
  }
}

/** The key of this user, made at first use. Of several processes that make it at once, one wins. */
function keyIn(home: string): Uint8Array {
  const path = join(home, 'cache.key');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (let attempt = 0; ; attempt++) {
    try {
      const key = readFileSync(path);
      if (key.length === 32) return key;
      rmSync(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    if (attempt === 3) throw new Error('the key cannot be kept');
    const temporary = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.new`;
    writeFileSync(temporary, randomBytes(32), { mode: 0o600, flag: 'wx' });
    try {
      linkSync(temporary, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(temporary, { force: true });
    }
  }
}

/** A folder of ours is a real one: a link could lead out of what is assessed. */
function mkdirUnlessThere(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!lstatSync(path).isDirectory()) throw new Error(`${path} is not a folder`);
  }
}

function writeUnlessThere(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

interface Entry {
  readonly path: string;
  readonly bytes: number;
  readonly used: number;
}

/** Removes entries of every build that are too old, and the oldest of what is too much. */
function clean(cache: string, now: Date, limits: Limits): void {
  try {
    const entries = entriesIn(cache, limits.entries).sort((a, b) => b.used - a.used);
    let kept = 0;
    for (const entry of entries) {
      const age = now.getTime() - entry.used;
      const cutOff = entry.path.endsWith('.new') && age > DAY;
      if (!cutOff && age <= limits.days * DAY && kept + entry.bytes <= limits.bytes) kept += entry.bytes;
      else rmSync(entry.path, { force: true });
    }
  } catch {} // somebody else is cleaning
}

function entriesIn(cache: string, maximum: number): Entry[] {
  const found: Entry[] = [];
  for (const build of readdirSync(cache, { withFileTypes: true })) {
    if (!build.isDirectory()) continue;
    const folder = join(cache, build.name);
    const names = readdirSync(folder);
    if (names.length === 0) rmdirUnlessUsed(folder);
    for (const name of names) {
      if (found.length === maximum) return found;
      const path = join(folder, name);
      const { size, mtimeMs } = statSync(path);
      found.push({ path, bytes: size, used: mtimeMs });
    }
  }
  return found;
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE)} MB`;
}

function rmdirUnlessUsed(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {} // another process has just written into it
}

function whyOf(error: unknown): string {
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk can only be read',
    ENOSPC: 'the disk is full',
  };
  const code = codeOf(error);
  return words[code] ?? (code !== '' ? code : (error as Error).message);
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

export { whyOf as whyNotWritten };
