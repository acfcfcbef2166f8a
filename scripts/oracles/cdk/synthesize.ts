/**
 * Synthesizes a CDK application into a cloud assembly that can be committed:
 * `node scripts/oracles/cdk/synthesize.ts <folder of cdk.json> <folder for the assembly> [context key=value …]`.
 *
 * The application's own command runs without network, account or bundling. The assembly keeps its manifest, templates,
 * tree and metadata; places in it are relative to the application's folder, and the files of assets are left out: they
 * are copies of the application's code and of the library's own handlers.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Writes the assembly of the application in `folder` to `target`, which is replaced. */
export function synthesize(folder: string, target: string, context: Readonly<Record<string, string>>): void {
  const app = resolve(folder);
  const settings = JSON.parse(readFileSync(join(app, 'cdk.json'), 'utf8'));
  const output = mkdtempSync(join(tmpdir(), 'assembly-'));
  try {
    execFileSync(settings.app, {
      cwd: app,
      shell: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: [dirname(process.execPath), join(top, 'node_modules/.bin'), process.env['PATH']].join(
          delimiter,
        ),
        HOME: output,
        PYTHONDONTWRITEBYTECODE: '1',
        CDK_OUTDIR: output,
        CDK_CONTEXT_JSON: JSON.stringify({
          ...settings.context,
          'aws:cdk:enable-path-metadata': true,
          'aws:cdk:enable-asset-metadata': true,
          'aws:cdk:bundling-stacks': [],
          ...context,
        }),
      },
    });
    clean(
      output,
      [`file://${output}/`, `${output}/`],
      [`file://${app}/`, `${app}/`, `file://${top}/`, `${top}/`],
    );
    rmSync(target, { recursive: true, force: true });
    cpSync(output, target, { recursive: true });
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/** Leaves out what is a copy and makes every place relative. */
function clean(folder: string, outputs: readonly string[], sources: readonly string[]): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const inside = statSync(path).isDirectory();
    if (/^asset\./.test(name) || name === 'validation-report.json' || name.startsWith('.')) {
      rmSync(path, { recursive: true });
    } else if (inside && name.startsWith('assembly-')) {
      clean(path, outputs, sources);
    } else if (inside) {
      rmSync(path, { recursive: true });
    } else {
      const text = readFileSync(path, 'utf8');
      const relative = [...outputs, ...sources].reduce((all, prefix) => all.replaceAll(prefix, ''), text);
      const kept = name.endsWith('.json') ? withoutForeignFrames(relative) : relative;
      writeFileSync(path, kept.endsWith('\n') ? kept : `${kept}\n`);
    }
  }
}

/** Frames of a warning's trace that lie outside of the application say nothing but where a library was unpacked. */
function withoutForeignFrames(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value) =>
      key === 'trace' && Array.isArray(value)
        ? value.filter((frame) => !/^\/|\(\/|node_modules|node:internal/.test(String(frame)))
        : value,
    ),
    null,
    1,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, target, ...pairs] = process.argv.slice(2);
  if (folder === undefined || target === undefined) {
    console.error(
      'Usage: node scripts/oracles/cdk/synthesize.ts <folder of cdk.json> <assembly> [key=value …]',
    );
    process.exit(2);
  }
  synthesize(folder, target, Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2))));
}
