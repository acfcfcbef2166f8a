import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOP } from './support/airworthy.ts';

const BIN = join(TOP, 'packages/cli/bin/airworthy.js');

/** The way of a user: the packed packages in an empty folder, with nothing of this repository around. */
describe('the packed packages in an empty folder', () => {
  let folder: string;
  const run = (command: string, args: readonly string[], cwd: string) =>
    execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'airworthy-user-'));
    run('npm', ['pack', '-w', 'packages/engine', '-w', 'packages/cli', '--pack-destination', folder], TOP);
    writeFileSync(join(folder, 'package.json'), '{"name":"user","private":true}');
    const tarballs = packed().map((name) => `./${name}`);
    run('npm', ['install', '--no-audit', '--no-fund', ...tarballs], folder);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const packed = () => readdirSync(folder).filter((name) => name.endsWith('.tgz'));

  /** Runs the installed command; the exit code and what it printed. */
  const airworthy = (...args: string[]) => ended('node_modules/airworthy/bin/airworthy.js', args);

  function ended(bin: string, args: readonly string[]): { code: number; output: string } {
    try {
      return { code: 0, output: run(process.execPath, [bin, ...args], folder) };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { code: status, output: stdout };
    }
  }

  it('say their version, and NO-GO of an application in Terraform', () => {
    expect(airworthy('--version').output).toMatch(/^\d+\.\d+\.\d+/);
    cpSync(join(TOP, 'examples/flashcards'), join(folder, 'repository'), { recursive: true });
    const { code, output } = airworthy('assess', 'repository');
    expect(output).toMatch(/^NO-GO {2}/);
    expect(code).toBe(1);
  });

  const TESTS = 'packages/engine/test';
  const SOURCES: readonly (readonly [what: string, of: string, without: RegExp, kind: string])[] = [
    ['CDK source in TypeScript', 'examples/jobs-api', /assemblies/, 'cdk-source'],
    ['CDK source in Python', 'examples/documents-pipeline', /assemblies/, 'cdk-source'],
    ['a cloud assembly', `${TESTS}/parity/cdk`, /^$/, 'cdk'],
    ['a SAM template', `${TESTS}/parity/sam`, /^$/, 'sam'],
  ];

  it.each(SOURCES)('read %s with the grammars and tables that they bring along', (_, of, without, kind) => {
    const copy = join(folder, of.replaceAll('/', '-'));
    cpSync(join(TOP, of), copy, { recursive: true, filter: (path) => !without.test(path.slice(TOP.length)) });
    const { code, output } = airworthy('assess', copy, '--json', '--no-cache');
    const document = JSON.parse(output);
    expect(code).toBe(1);
    expect(document.subject.roots[0]).toMatchObject({ kind, assessed: true });
    expect(document.coverage.resources.mapped).toBeGreaterThan(10);
    expect(output).toBe(ended(BIN, ['assess', copy, '--json', '--no-cache']).output);
  });

  it('bring the licence of each grammar, and nothing that is not needed', () => {
    const dist = readdirSync(join(folder, 'node_modules/@airworthy/engine/dist'));
    const grammars = dist.filter((name) => /^tree-sitter-.*\.br$/.test(name));
    expect(grammars.sort()).toEqual(['hcl', 'python', 'typescript'].map((name) => `tree-sitter-${name}.br`));
    for (const grammar of grammars) {
      const licence = grammar.replace('.br', '.LICENSE');
      const text = readFileSync(join(folder, 'node_modules/@airworthy/engine/dist', licence), 'utf8');
      expect(text, licence).toMatch(/The MIT License|MIT License|Apache License/);
    }
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed.sort()).toEqual([
      '@airworthy',
      'airworthy',
      'commander',
      'graphql',
      'smol-toml',
      'web-tree-sitter',
      'yaml',
      'zod',
    ]);
    expect(dist.filter((name) => /\.(?:ts|map)$/.test(name))).toEqual([]);
  });

  it('are small', () => {
    const kilobytes = packed().map((name) => statSync(join(folder, name)).size / 1024);
    expect(Math.max(...kilobytes)).toBeLessThan(1600);
  });
});

it('says in one sentence that a Node is too old', () => {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.1.0'})`;
  try {
    execFileSync(process.execPath, ['--import', pretend, BIN, 'assess'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    expect.unreachable();
  } catch (error) {
    expect((error as { status: number }).status).toBe(2);
    expect((error as { stderr: string }).stderr).toBe(
      'airworthy needs Node 22.12 or newer; this is Node 20.1.0.\n',
    );
  }
});
