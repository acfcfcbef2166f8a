import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TOP } from './support/airworthy.ts';

/** The way of a user: the packed packages in an empty folder, with nothing of this repository around. */
it('works from its packed packages in an empty folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airworthy-user-'));
  const run = (command: string, args: string[], cwd: string) =>
    execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    run('npm', ['pack', '-w', 'packages/engine', '-w', 'packages/cli', '--pack-destination', folder], TOP);
    const tarballs = readdirSync(folder).filter((f) => f.endsWith('.tgz'));
    expect(tarballs).toHaveLength(2);
    writeFileSync(join(folder, 'package.json'), '{"name":"user","private":true}');
    run('npm', ['install', '--no-audit', '--no-fund', ...tarballs.map((t) => `./${t}`)], folder);
    cpSync(join(TOP, 'examples/flashcards'), join(folder, 'repository'), { recursive: true });
    let output = '';
    let code = 0;
    try {
      output = run(
        process.execPath,
        ['node_modules/airworthy/bin/airworthy.js', 'assess', 'repository'],
        folder,
      );
    } catch (error) {
      output = (error as { stdout: string }).stdout;
      code = (error as { status: number }).status;
    }
    expect(output).toMatch(/^NO-GO {2}/);
    expect(code).toBe(1);
    expect(run(process.execPath, ['node_modules/airworthy/bin/airworthy.js', '--version'], folder)).toMatch(
      /^\d+\.\d+\.\d+/,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);

it('says in one sentence that a Node is too old', () => {
  const bin = join(TOP, 'packages/cli/bin/airworthy.js');
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.1.0'})`;
  try {
    execFileSync(process.execPath, ['--import', pretend, bin, 'assess'], {
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
