import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CacheFolder } from '../src/cache/folder.ts';
import { ParsedPack } from '../src/cache/parsed-pack.ts';
import { decodeTree, encodeTree } from '../src/cache/tree-codec.ts';
import { parseTemplate } from '../src/collect/cloudformation/parse.ts';
import { parseModule } from '../src/collect/repository/code/syntax/parse.ts';
import { loadParser } from '../src/collect/terraform/syntax/parse.ts';
import { assessRepository, render } from '../src/index.ts';

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));
const NOON = new Date('2026-11-20T12:00:00Z');
const LIMITS = { bytes: 10_000_000, unusedRuns: 2, leastText: 0 };

let top: string;
let folder: string;
let home: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'airworthy-parsed-'));
  folder = join(top, 'repository');
  home = join(top, 'home');
  mkdirSync(folder);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

describe('an encoded tree', () => {
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' });
  const examples = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^.]*\.tf$/.test(name))
    .map((name) => join(EXAMPLES, name));
  const read = (name: string) => readFileSync(join(fixtures, name), 'utf8');

  it('of every Terraform file of the examples is the tree that was parsed', async () => {
    const parser = await loadParser();
    const names = examples;
    expect(names.length).toBeGreaterThan(5);
    const kept = names.filter((name) => isKept(parser.parse(name, readFileSync(name, 'utf8'))));
    expect(kept.length).toBeGreaterThan(names.length * 0.9);
  });

  it('of every template of the fixtures is the tree that was parsed', () => {
    const names = files.filter((name) => /\.(ya?ml|template|template\.json)$/.test(name)).slice(0, 400);
    expect(names.length).toBeGreaterThan(50);
    const kept = names.filter((name) => isKept(parseTemplate(name, read(name))));
    expect(kept.length).toBeGreaterThan(names.length * 0.9);
  });

  it('is the tree, or there is none, whatever the tree is made of', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('tree')),
        fc.dictionary(fc.string(), tie('tree'), { noNullPrototype: true }),
        fc.array(fc.tuple(fc.string(), tie('tree'))).map((entries) => new Map(entries)),
        fc.record({
          file: fc.constantFrom('a.tf', 'b,c.tf'),
          line: fc.oneof(fc.nat(), fc.double()),
          column: fc.nat(70_000),
          endLine: fc.nat(),
          endColumn: fc.nat(),
        }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        isKept(value);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps an object one that stands in two places', () => {
    const shared = { kind: 'scalar', of: [-1, 0, 4_000_000_000] };
    const list = [shared];
    const tree = {
      a: shared,
      list,
      at: { file: 'a.tf', line: 1, column: 2, endLine: 3, endColumn: 4 },
      again: list,
    };
    const again = decodeTree(encodeTree(tree)!) as typeof tree;
    expect(again).toStrictEqual(tree);
    expect(again.list[0]).toBe(again.a);
    expect(again.again).toBe(again.list);
  });

  it('of every file of code of the examples is the module that was read', async () => {
    const names = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|js|py)$/.test(name))
      .map((name) => join(EXAMPLES, name));
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) {
      const module = await parseModule(name, readFileSync(name, 'utf8'));
      expect([name, isKept(module)]).toEqual([name, true]);
    }
  });

  it('is refused where it holds itself, or what is no plain data', () => {
    expect(encodeTree([new Date()])).toBeUndefined();
    const endless: unknown[] = [];
    endless.push(endless);
    expect(encodeTree(endless)).toBeUndefined();
  });

  it('keeps one place one, however many share it', () => {
    const at = { file: 'a.tf', line: 1, column: 2, endLine: 3, endColumn: 4 };
    const [first, second] = decodeTree(encodeTree([at, at])!) as object[];
    expect(first).toEqual(at);
    expect(second).toBe(first);
  });

  /** Whether it can be kept; if so, what comes back is the same, keys in their order. */
  function isKept(tree: unknown): boolean {
    const bytes = encodeTree(tree);
    if (bytes === undefined) return false;
    for (const start of [0, 1]) {
      const shifted = new Uint8Array(bytes.length + start);
      shifted.set(bytes, start);
      const again = decodeTree(shifted.subarray(start));
      expect(again).toStrictEqual(tree);
      expect(JSON.stringify(again)).toBe(JSON.stringify(tree));
    }
    return true;
  }
});

describe('a pack of parsed files', () => {
  const opened = () => new ParsedPack(CacheFolder.open(folder, 'build', home, () => {})!, LIMITS);
  const never = () => {
    throw new Error('parsed again');
  };

  it('gives back the tree of the same reader, path and text, and of nothing else', () => {
    const first = opened();
    expect(first.of('terraform', 'a.tf', 'x = 1', () => ['one'])).toEqual(['one']);
    first.write(NOON);
    expect(opened().of('terraform', 'a.tf', 'x = 1', never)).toEqual(['one']);
    expect(opened().of('template', 'a.tf', 'x = 1', () => ['two'])).toEqual(['two']);
    expect(opened().of('terraform', 'b.tf', 'x = 1', () => ['two'])).toEqual(['two']);
    expect(opened().of('terraform', 'a.tf', 'x = 2', () => ['two'])).toEqual(['two']);
  });

  it('keeps what a run did not use for some runs, then no longer', () => {
    const first = opened();
    first.of('terraform', 'a.tf', 'x = 1', () => ['one']);
    first.write(NOON);
    const parsedAfter = (runs: number) => {
      for (let run = 0; run < runs; run++) {
        const other = opened();
        other.of('terraform', `${Math.random()}.tf`, 'y = 1', () => []);
        other.write(NOON);
      }
      let parsed = false;
      opened().of('terraform', 'a.tf', 'x = 1', () => {
        parsed = true;
        return ['one'];
      });
      return parsed;
    };
    expect(parsedAfter(2)).toBe(false);
    expect(parsedAfter(1)).toBe(true);
  });

  it('is not trusted where one byte of it was changed, or where another build wrote it', () => {
    const first = opened();
    first.of('terraform', 'a.tf', 'x = 1', () => ['one']);
    first.write(NOON);
    const other = new ParsedPack(CacheFolder.open(folder, 'other', home, () => {})!, LIMITS);
    expect(other.of('terraform', 'a.tf', 'x = 1', () => ['two'])).toEqual(['two']);
    const path = join(folder, '.airworthy/cache/build/parsed-files');
    const whole = readFileSync(path);
    for (const at of [0, 40, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 1;
      writeFileSync(path, damaged);
      expect(opened().of('terraform', 'a.tf', 'x = 1', () => ['two'])).toEqual(['two']);
    }
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    expect(opened().of('terraform', 'a.tf', 'x = 1', () => ['two'])).toEqual(['two']);
    writeFileSync(path, whole);
    expect(opened().of('terraform', 'a.tf', 'x = 1', never)).toEqual(['one']);
  });

  it('is not made for little text, and holds no more than its limit', () => {
    const pack = (limits: typeof LIMITS) =>
      new ParsedPack(CacheFolder.open(folder, 'build', home, () => {})!, limits);
    const little = pack({ ...LIMITS, leastText: 10 });
    little.of('terraform', 'a.tf', 'x = 1', () => ['one']);
    little.write(NOON);
    expect(readdirSync(join(folder, '.airworthy/cache/build'))).toEqual([]);
    little.of('terraform', 'b.tf', 'x = 1', () => ['two']); // ten characters with the first one
    little.write(NOON);
    expect(opened().of('terraform', 'a.tf', 'x = 1', never)).toEqual(['one']);
    const full = pack({ ...LIMITS, bytes: 10 });
    full.of('terraform', 'c.tf', 'x = 1', () => ['three']);
    full.write(NOON);
    expect(opened().of('terraform', 'a.tf', 'x = 1', () => ['four'])).toEqual(['four']);
  });
});

describe('a run after a change', () => {
  const FILES = 80;
  const terraform = (i: number, days: number) =>
    `# ${'.'.repeat(3_000)}\nresource "aws_cloudwatch_log_group" "g${i}" {\n  name              = "/app/${i}"\n  retention_in_days = ${days}\n}\n`;
  const template = (days: number) =>
    `# ${'.'.repeat(3_000)}\nResources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    Properties: { LogGroupName: /logs, RetentionInDays: ${days} }\n`;
  const server = (path: string) =>
    `import express from 'express';\nimport { guard } from './guard.js';\nconst app = express();\napp.post('${path}', guard, (req, res) => res.json(req.body));\n`;
  const guard = (refusal: string) =>
    `export function guard(req, res, next) {\n  if (req.headers.authorization === undefined) { ${refusal} return; }\n  next();\n}\n`;

  async function report(cached: boolean): Promise<string> {
    const run = await assessRepository({
      path: folder,
      now: NOON,
      ...(cached ? { cache: { home } } : {}),
    });
    return render('json', run, { columns: 100, colour: false, verbose: true, quiet: false, date: NOON });
  }

  function pack(): string {
    const cache = join(folder, '.airworthy/cache');
    return join(cache, readdirSync(cache)[0]!, 'parsed-files');
  }

  it('gives what a fresh run gives, whichever file was changed, renamed, copied, broken or removed', async () => {
    for (let i = 0; i < FILES; i++) writeFileSync(join(folder, `g${i}.tf`), terraform(i, 30));
    writeFileSync(join(folder, 'logs.yaml'), template(30));
    writeFileSync(join(folder, 'app.js'), server('/cards'));
    writeFileSync(join(folder, 'guard.js'), guard(''));
    expect(await report(true)).toBe(await report(false));
    const size = readFileSync(pack()).length;
    expect(size).toBeGreaterThan(FILES * 100);
    const changes: (() => void)[] = [
      () => writeFileSync(join(folder, 'g3.tf'), terraform(3, 1)),
      () => writeFileSync(join(folder, 'logs.yaml'), template(1)),
      () => writeFileSync(join(folder, 'g3.tf'), `${terraform(3, 30)}resource "broken`),
      () => writeFileSync(join(folder, 'g3.tf'), terraform(3, 30)),
      () => rmSync(join(folder, 'g4.tf')),
      () => writeFileSync(join(folder, 'app.js'), server('/decks')),
      () => writeFileSync(join(folder, 'guard.js'), guard("res.status(401).end('sign in');")),
      () => writeFileSync(join(folder, 'guard.js'), 'export const guard = ('),
      () => writeFileSync(join(folder, 'renamed.tf'), terraform(4, 30)),
      () => writeFileSync(join(folder, 'logs.yml'), template(30)),
      () => writeFileSync(pack(), 'nothing'),
    ];
    const seen = new Set<string>();
    for (const change of changes) {
      change();
      const cold = await report(false);
      expect(await report(true)).toBe(cold);
      seen.add(cold);
    }
    // Two of the changes lead back to what was there before.
    expect(seen.size).toBeGreaterThanOrEqual(changes.length - 2);
  });
});
