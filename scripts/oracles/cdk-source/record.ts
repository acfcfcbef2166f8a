/**
 * Synthesizes the fixtures of CDK sources and keeps what came out, by construct path: `node scripts/oracles/cdk-source/record.ts`.
 * The Python application is the twin of the one in TypeScript, and is compared with what that one synthesizes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const fixtures = join(top, 'packages/engine/test/fixtures/cdk/source');
const target = join(top, 'packages/engine/test/oracles/cdk-source');
const APPS: Readonly<Record<string, readonly (readonly [app: string, environment: string | undefined])[]>> = {
  'every-row': [['app.ts', undefined]],
  changed: [['app.ts', undefined]],
  aspect: [['app.ts', undefined]],
  names: [['app.ts', undefined]],
  'left-out': [['app.ts', undefined]],
  environments: [
    ['bin/app.ts', 'prod'],
    ['bin/app.ts', 'dev'],
  ],
};

mkdirSync(target, { recursive: true });
for (const [name, runs] of Object.entries(APPS)) {
  for (const [app, environment] of runs) {
    const out = mkdtempSync(join(tmpdir(), 'cdk-source-'));
    const context = {
      ...(environment === undefined ? {} : { env: environment }),
      'aws:cdk:enable-path-metadata': true,
    };
    execFileSync(process.execPath, [join(top, 'node_modules/tsx/dist/cli.mjs'), app], {
      cwd: join(fixtures, name),
      env: { ...process.env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify(context) },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const resources: Record<string, unknown> = {};
    for (const file of readdirSync(out).filter((f) => f.endsWith('.template.json'))) {
      const template = JSON.parse(readFileSync(join(out, file), 'utf8')) as {
        Resources?: Record<string, Made>;
      };
      for (const made of Object.values(template.Resources ?? {})) {
        const path = made.Metadata?.['aws:cdk:path'];
        if (typeof path === 'string')
          resources[path] = { type: made.Type, properties: made.Properties ?? {} };
      }
    }
    rmSync(out, { recursive: true });
    const recorded = join(target, `${name}${environment === undefined ? '' : `.${environment}`}.json`);
    writeFileSync(recorded, `${JSON.stringify(resources, null, 1)}\n`);
  }
}

interface Made {
  readonly Type: string;
  readonly Properties?: unknown;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}
