import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CacheFolder } from '../src/cache/folder.ts';
import { nodeFileSystem } from '../src/collect/files/node-file-system.ts';
import { type AssessOptions, assessRepository, render } from '../src/index.ts';

const example = fileURLToPath(new URL('../../../examples/flashcards', import.meta.url));
const NOON = new Date('2026-11-20T12:00:00Z');

let top: string;
let folder: string;
let home: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'airworthy-cache-'));
  folder = join(top, 'repository');
  home = join(top, 'home');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function given(more: Partial<AssessOptions> = {}): AssessOptions {
  return {
    path: folder,
    now: NOON,
    ...more,
  };
}

/** Every report of one run, one after the other. */
async function reports(options: AssessOptions): Promise<string> {
  const run = await assessRepository(options);
  const how = { columns: 100, colour: false, verbose: true, quiet: false, date: NOON };
  const texts = [];
  for (const format of ['json', 'terminal', 'html'] as const) texts.push(await render(format, run, how));
  return texts.join('\n');
}

const remembered = (more: Partial<AssessOptions> = {}) => reports(given({ ...more, cache: { home } }));
const fresh = (more: Partial<AssessOptions> = {}) => reports(given(more));

/** Whether a run asked collectors anything: they say what they do, a remembered result does not. */
async function wasRemembered(more: Partial<AssessOptions> = {}): Promise<boolean> {
  let steps = 0;
  await assessRepository(given({ ...more, cache: { home }, onProgress: () => steps++ }));
  return steps === 0;
}

function small(text = TABLE): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.tf'), text);
}

const TABLE = `variable "name" { default = "users" }
resource "aws_dynamodb_table" "users" {
  name     = var.name
  hash_key = "id"
}
`;

/** Without what runs of one's own may have left there. */
function copyExample(): void {
  cpSync(example, folder, { recursive: true, filter: (path) => basename(path) !== '.airworthy' });
}

function entries(): string[] {
  const cache = join(folder, '.airworthy/cache');
  if (!existsSync(cache)) return [];
  return readdirSync(cache).flatMap((build) =>
    readdirSync(join(cache, build)).map((name) => join(cache, build, name)),
  );
}

describe('a second run', () => {
  it('gives the same reports byte for byte, without reading anything twice', async () => {
    copyExample();
    const first = await remembered();
    expect(await wasRemembered()).toBe(true);
    expect(await remembered()).toBe(first);
    expect(await fresh()).toBe(first);
  });

  it('gives what a fresh run gives after any file was changed, added, renamed or removed', async () => {
    copyExample();
    const files = readdirSync(join(folder, 'infra'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, 'infra', name))
      .filter((path) => path.endsWith('.tf'))
      .sort();
    expect(files.length).toBeGreaterThan(2);
    const changes: (() => void)[] = [
      ...files.map((path) => () => {
        writeFileSync(path, readFileSync(path, 'utf8').replace(/\b(true|30|7)\b/, 'false'));
      }),
      () => writeFileSync(join(folder, 'infra/more.tf'), TABLE),
      () => writeFileSync(join(folder, 'infra/more.tf'), TABLE.replace('users', 'lesson')),
      () => renameSync(join(folder, 'infra/more.tf'), join(folder, 'infra/other.tf')),
      () => rmSync(join(folder, 'infra/other.tf')),
      () => writeFileSync(join(folder, 'airworthy.yaml'), 'service: cards\ntier: critical\n'),
      () => rmSync(join(folder, 'airworthy.yaml')),
      // What the repository itself shows: a manifest, its lock file, which is only looked for, and a broken one.
      () => writeFileSync(join(folder, 'package.json'), '{ "dependencies": { "csv": "^6.0.0" } }'),
      () => writeFileSync(join(folder, 'yarn.lock'), ''),
      () => writeFileSync(join(folder, 'package.json'), '{ "scripts": { "test": "true" } }'),
      () => writeFileSync(join(folder, 'package.json'), '{'),
      () => rmSync(join(folder, 'yarn.lock')),
      () => rmSync(join(folder, 'package.json')),
      () => rmSync(files.at(-1)!),
    ];
    await remembered();
    for (const change of changes) {
      change();
      expect(await remembered()).toBe(await fresh());
      expect(await wasRemembered()).toBe(true);
    }
  }, 300_000);

  it.each<[string, Partial<AssessOptions>]>([
    ['a variable', { vars: new Map([['name', 'other']]) }],
    ['a variable of the environment', { variables: { TF_VAR_name: 'other' } }],
    ['the environment', { env: 'prod' }],
    ['the workspace', { workspace: 'blue' }],
    ['a parameter', { params: new Map([['Stage', 'prod']]) }],
    ['the roots', { roots: ['.'] }],
    ['the checks', { select: { only: ['backup'], skip: [] } }],
    ['the day', { now: new Date('2026-11-21T00:00:00Z') }],
    ['the languages', { languages: ['terraform'] }],
  ])('is a run of its own where %s differs', async (_, more) => {
    small();
    await remembered();
    expect(await wasRemembered(more)).toBe(false);
    expect(await remembered(more)).toBe(await fresh(more));
  });

  it('does not mind variables of the process that nobody reads', async () => {
    small();
    await remembered({ variables: { PATH: '/bin' } });
    expect(await wasRemembered({ variables: { PATH: '/usr/bin' } })).toBe(true);
  });

  it('reads a plan again that lies outside of the folder', async () => {
    small();
    const plan = join(top, 'plan.json');
    const text = (name: string) =>
      JSON.stringify({
        format_version: '1.2',
        terraform_version: '1.9.0',
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_dynamodb_table.users',
                mode: 'managed',
                type: 'aws_dynamodb_table',
                name: 'users',
                values: { name, hash_key: 'id' },
              },
            ],
          },
        },
        configuration: {},
      });
    writeFileSync(plan, text('one'));
    await remembered({ plan });
    expect(await wasRemembered({ plan })).toBe(true);
    writeFileSync(plan, text('two'));
    expect(await remembered({ plan })).toBe(await fresh({ plan }));
  });

  it('sees a file that was asked for and not there', async () => {
    small(
      `${TABLE}resource "aws_s3_bucket" "b" {\n  bucket = fileexists("name.txt") ? file("name.txt") : "none"\n}\n`,
    );
    await remembered();
    writeFileSync(join(folder, 'name.txt'), 'cards');
    expect(await wasRemembered()).toBe(false);
    expect(await remembered()).toBe(await fresh());
  });

  it('sees another name of a file that nobody read', async () => {
    small(
      `${TABLE}resource "aws_s3_bucket" "b" {\n  bucket = fileexists("name.txt") ? "cards" : "none"\n}\n`,
    );
    writeFileSync(join(folder, 'notes.txt'), 'cards');
    await remembered();
    renameSync(join(folder, 'notes.txt'), join(folder, 'name.txt'));
    expect(await wasRemembered()).toBe(false);
  });

  it('is remembered when the caller says so: after the report, where people wait for that', async () => {
    small();
    const waiting: (() => void)[] = [];
    const afterwards = (write: () => void) => void waiting.push(write);
    await assessRepository(given({ cache: { home, afterwards } }));
    expect(entries()).toEqual([]);
    for (const write of waiting) write();
    expect(entries()).toHaveLength(1);
    expect(await wasRemembered()).toBe(true);
  });

  it('is never remembered where the time went into a value', async () => {
    small(TABLE.replace('"id"', '"id"\n  tags = { made = timestamp() }'));
    await remembered();
    expect(await wasRemembered()).toBe(false);
    expect(entries()).toEqual([]);
  });

  it('is never remembered where a file changed while it was read', async () => {
    small();
    let reads = 0;
    const restless = {
      ...nodeFileSystem,
      stat: async (path: string) => ({ ...(await nodeFileSystem.stat(path)), size: 50 + reads++ }),
    };
    await remembered({ fileSystem: restless });
    expect(await wasRemembered({ fileSystem: restless })).toBe(false);
  });

  it('is never remembered where the disk failed for a moment', async () => {
    small();
    writeFileSync(join(folder, 'other.tf'), '');
    const failing = {
      ...nodeFileSystem,
      readFile: (path: string) =>
        path.endsWith('other.tf')
          ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
          : nodeFileSystem.readFile(path),
    };
    await remembered({ fileSystem: failing });
    expect(entries()).toEqual([]);
  });
});

describe('what is kept', () => {
  it('holds no value that the caller gave, and lies where Git does not look and others may not read', async () => {
    small(`${TABLE}variable "password" {}\noutput "p" { value = var.password }\n`);
    await remembered({
      vars: new Map([['password', 'correct-horse']]),
      variables: { TF_VAR_name: 'battery' },
    });
    const [entry, ...others] = entries();
    expect(others).toEqual([]);
    const { assessment } = deserialize(readFileSync(entry!).subarray(32)) as { assessment: unknown };
    const { brotliDecompressSync } = await import('node:zlib');
    const { frame, outcomes } = assessment as { frame: Uint8Array; outcomes: Uint8Array[] };
    for (const part of [frame, ...outcomes])
      expect(brotliDecompressSync(part).includes('correct-horse')).toBe(false);
    expect(statSync(entry!).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, '.airworthy/cache')).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, 'cache.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, '.airworthy/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('is not believed when a single bit is another one, or when the end is missing', async () => {
    small();
    const first = await remembered();
    const [entry] = entries();
    const whole = readFileSync(entry!);
    for (const at of [0, 31, 32, 40, Math.floor(whole.length / 2), whole.length - 1]) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 0x10;
      writeFileSync(entry!, flipped);
      expect(await wasRemembered()).toBe(false);
      expect(await wasRemembered()).toBe(true); // written anew
    }
    for (const length of [0, 10, 32, 33, whole.length - 1]) {
      writeFileSync(entry!, whole.subarray(0, length));
      expect(await remembered()).toBe(first);
    }
  });

  it('is not believed when somebody else made it', async () => {
    small();
    const honest = await remembered();
    rmSync(home, { recursive: true });
    expect(await wasRemembered()).toBe(false);
    expect(await remembered()).toBe(honest);
  });

  it('is not believed under another name or from another build', () => {
    mkdirSync(folder);
    const one = CacheFolder.open(folder, 'build-1', home, () => {})!;
    const two = CacheFolder.open(folder, 'build-2', home, () => {})!;
    one.write('a', serialize('result'), NOON);
    expect(deserialize(one.read('a')!)).toBe('result');
    expect(two.read('a')).toBeUndefined();
    const cache = join(folder, '.airworthy/cache');
    cpSync(join(cache, 'build-1/a'), join(cache, 'build-2/a'));
    cpSync(join(cache, 'build-1/a'), join(cache, 'build-1/b'));
    expect(two.read('a')).toBeUndefined();
    expect(one.read('b')).toBeUndefined();
  });

  it('is limited in size and age, the oldest goes first', () => {
    mkdirSync(folder);
    const cache = CacheFolder.open(folder, 'build', home, () => {})!;
    const days = (n: number) => new Date(NOON.getTime() - n * 24 * 60 * 60 * 1000);
    const limits = { bytes: 1000, days: 30, entries: 100 };
    const names = () => readdirSync(join(folder, '.airworthy/cache/build')).sort();
    for (const [name, age] of [
      ['ancient', 31],
      ['old', 20],
      ['young', 1],
    ] as const) {
      cache.write(name, new Uint8Array(300), NOON, limits);
      utimesSync(join(folder, '.airworthy/cache/build', name), days(age), days(age));
    }
    cache.write('new', new Uint8Array(10), NOON, limits);
    expect(names()).toEqual(['new', 'old', 'young']);
    cache.write('newer', new Uint8Array(400), NOON, limits);
    expect(names()).toEqual(['new', 'newer', 'young']);
    expect(() => cache.write('huge', new Uint8Array(501), NOON, limits)).toThrow(/are more than the/);
    expect(names()).toEqual(['new', 'newer', 'young']);
  });
});

describe('where nothing can be kept', () => {
  async function trouble(): Promise<readonly string[]> {
    const said: string[] = [];
    const options = given({ cache: { home, onTrouble: (sentence) => said.push(sentence) } });
    expect(await reports(options)).toBe(await fresh());
    return said;
  }

  it('says so once, and assesses all the same, when .airworthy is a link', async () => {
    small();
    mkdirSync(join(top, 'elsewhere'));
    symlinkSync(join(top, 'elsewhere'), join(folder, '.airworthy'));
    expect(await trouble()).toHaveLength(1);
    expect(readdirSync(join(top, 'elsewhere'))).toEqual([]);
  });

  it('says so once, and assesses all the same, when .airworthy is a file', async () => {
    small();
    writeFileSync(join(folder, '.airworthy'), '');
    expect(await trouble()).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('says so once where the folder may only be read', async () => {
    small();
    chmodSync(folder, 0o500);
    expect(await trouble()).toEqual(['nothing is kept for the next run: permission denied']);
    chmodSync(folder, 0o700);
  });

  it('says so once where there is no place for the key', async () => {
    small();
    writeFileSync(home, 'a file');
    expect(await trouble()).toHaveLength(1);
    expect(existsSync(join(folder, '.airworthy'))).toBe(false);
  });
});

describe('eight runs at once', () => {
  it('give the same bytes as one, and leave one whole entry', async () => {
    copyExample();
    const alone = await fresh();
    const engine = fileURLToPath(new URL('../src/index.ts', import.meta.url));
    const script = `
      const { assessRepository, render } = await import(${JSON.stringify(engine)});
      const now = new Date(${NOON.getTime()});
      const run = await assessRepository({ path: ${JSON.stringify(folder)}, now,
        cache: { home: ${JSON.stringify(home)} } });
      process.stdout.write(await render('json', run, { columns: 80, colour: false, verbose: true, quiet: false, date: now }));`;
    const outputs = await Promise.all(Array.from({ length: 8 }, () => output(script)));
    expect(new Set(outputs).size).toBe(1);
    expect(alone.startsWith(outputs[0]!)).toBe(true);
    expect(entries().filter((path) => path.endsWith('.new'))).toEqual([]);
    expect(entries()).toHaveLength(1);
    expect(await wasRemembered()).toBe(true);
  }, 120_000);
});

function output(script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    let text = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(errors))));
  });
}
