/**
 * Which properties of its resources the library writes only where its props ask for them:
 * `node scripts/oracles/cdk-source/left-out.ts <folder with node_modules/aws-cdk-lib>…`, one folder for each version.
 *
 * For every prop that a version declares, a construct with it is synthesized, and with all feature flags and with none, and without
 * flags one with each pair of props. What the prop alone adds is written by it; a pair that writes more than its two props ends the run.
 * Keeps the outcome as `packages/engine/test/oracles/cdk-source/left-out.versions.json` and as the table that the engine reads.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byVersion } from '../../../packages/engine/src/collect/cdk/source/library-version.ts';
import { type Around, type Library, type Props, SUBJECTS, type Subject } from './left-out-subjects.ts';

const top = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const ORACLE = join(top, 'packages/engine/test/oracles/cdk-source/left-out.versions.json');
const TABLE = join(top, 'packages/engine/src/collect/cdk/source/constructs/left-out.generated.ts');

/** Props that a version declares for a class, by its own types. */
function declared(library: string, { declares }: Subject): readonly string[] {
  return declares.flatMap(([file, name]) => {
    const text = readFileSync(join(library, file), 'utf8');
    const body = new RegExp(`^export interface ${name} [^]*?^}`, 'm').exec(text)?.[0];
    if (body === undefined) throw new Error(`no interface ${name}`);
    return [...body.matchAll(/^ {4}readonly (\w+)\??:/gm)].map(([, prop = '']) => prop);
  });
}

/** For each class and prop the properties that it writes, by one version with all flags or with none. */
function writtenBy(
  library: string,
  withFlags: boolean,
): Readonly<Record<string, Record<string, readonly string[]>>> {
  const require = createRequire(join(library, 'package.json'));
  const cdk = require('aws-cdk-lib') as Library;
  const { FLAGS, CURRENT_VERSION_EXPIRED_FLAGS: gone } = require('aws-cdk-lib/cx-api') as {
    readonly FLAGS: Readonly<Record<string, { readonly recommendedValue: unknown }>>;
    readonly CURRENT_VERSION_EXPIRED_FLAGS: readonly string[];
  };
  // Those that end a synthesis write nothing.
  const flags = Object.entries(FLAGS).filter(([flag]) => !gone.includes(flag) && !/validat/i.test(flag));
  const switched = flags.map(([flag, { recommendedValue: value }]) => [
    flag,
    typeof value === 'boolean' ? true : value,
  ]);
  const out = mkdtempSync(join(tmpdir(), 'cdk-left-out-'));
  const folder = join(out, 'code');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.js'), 'exports.handler = async () => {};\n');
  writeFileSync(join(folder, 'package-lock.json'), '{}\n');
  try {
    return Object.fromEntries(
      SUBJECTS.map((of) => {
        const app = new cdk.App({
          outdir: join(out, of.name),
          context: {
            ...Object.fromEntries(withFlags ? switched : []),
            'aws:cdk:enable-path-metadata': true,
            'aws:cdk:bundling-stacks': [],
            '@aws-cdk/core:stackResourceLimit': 0,
          },
        });
        const stack = new cdk.Stack(app, 'S', { env: { account: '111111111111', region: 'eu-west-1' } });
        const asked = make(of, { cdk, stack, folder }, declared(library, of), withFlags);
        const template = app.synth().getStackByName('S').template as { Resources: Record<string, Made> };
        return [of.name, judged(of, template.Resources, asked)];
      }),
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}

interface Made {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** Makes a construct without props, with each of them and with each two; ids are their names. Gives those that it takes. */
function make(
  of: Subject,
  around: Around,
  declares: readonly string[],
  withFlags: boolean,
): readonly string[] {
  const [module = '', name = ''] = of.name.split('.');
  const Class = around.cdk[module.replaceAll('-', '_')][name];
  const values = of.values(around);
  const props = declares.filter((prop) => !of.own.includes(prop));
  const unknown = props.filter((prop) => values[prop] === undefined);
  if (unknown.length > 0) throw new Error(`${of.name}: no value for ${unknown.join(', ')}`);
  const base = of.base(around);
  const one = (id: string, given: Props) => new Class(around.stack, id, { ...base, ...given });
  one('none', {});
  const taken = props.filter((prop) => isTaken(() => one(prop, values[prop]!())));
  // Flags exclude some.
  if (!of.inPairs || withFlags) return taken;
  const refused = props.filter((prop) => !taken.includes(prop));
  if (refused.length > 0) throw new Error(`${of.name} does not take ${refused.join(', ')}`);
  for (const [i, a] of props.entries()) {
    for (const b of props.slice(i + 1)) {
      const id = `${a}+${b}`;
      // Some exclude each other.
      if (!isTaken(() => one(id, { ...values[a]!(), ...values[b]!() }))) around.stack.node.tryRemoveChild(id);
    }
  }
  return props;
}

function isTaken(make: () => void): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

function judged(
  { name, type, asked }: Subject,
  resources: Readonly<Record<string, Made>>,
  props: readonly string[],
) {
  const written = new Map<string, readonly string[]>();
  for (const { Type, Properties, Metadata } of Object.values(resources)) {
    const id = /^S\/([\w+]+)\/Resource$/.exec(String(Metadata?.['aws:cdk:path']))?.[1];
    const paths = asked.filter((path) => isIn(path, Properties));
    if (Type === type && id !== undefined) written.set(id, paths);
  }
  const alone = written.get('none');
  if (alone === undefined || alone.length > 0)
    throw new Error(`${name} writes ${alone?.join(', ')} by itself`);
  for (const [id, paths] of written) {
    const parts = id.split('+');
    if (parts.length < 2) continue;
    const more = paths.filter((path) => !parts.some((part) => written.get(part)?.includes(path)));
    if (more.length > 0) throw new Error(`${name}: ${id} together write ${more.join(', ')}`);
  }
  console.log(`${name}: ${props.length} props, ${written.size} constructs`);
  return Object.fromEntries(props.map((prop) => [prop, written.get(prop) ?? []]));
}

function isIn(path: string, properties: unknown): boolean {
  const [first = '', ...rest] = path.split('.');
  const value = (properties as Record<string, unknown> | undefined)?.[first];
  return value !== undefined && (rest.length === 0 || isIn(rest.join('.'), value));
}

const folders = process.argv.slice(2).map((folder) => join(resolve(folder), 'node_modules/aws-cdk-lib'));
if (folders.length < 2) throw new Error('give a folder for each of several versions');
const versions = folders.map((library) => {
  const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as { version: string };
  console.log(version);
  return [version, { without: writtenBy(library, false), with: writtenBy(library, true) }] as const;
});
writeFileSync(ORACLE, `${JSON.stringify(Object.fromEntries(versions), null, 1)}\n`);

const rows = SUBJECTS.map(({ name, asked, own }) => {
  const all = versions.flatMap(([, runs]) => [runs.without[name]!, runs.with[name]!]);
  const props = [...new Set(all.flatMap((run) => Object.keys(run)))].sort();
  const writers = asked.map((path) => {
    const by = props.filter((prop) => all.some((run) => run[prop]?.includes(path)));
    return `      '${path}': ${JSON.stringify(by).replaceAll('"', "'")},`;
  });
  const known = [...props, ...own].sort();
  return `  '${name}': {\n    known: ${JSON.stringify([...new Set(known)]).replaceAll('"', "'")},\n    writtenBy: {\n${writers.join('\n')}\n    },\n  },`;
});
const sorted = versions.map(([version]) => version).sort(byVersion);
writeFileSync(
  TABLE,
  `export const OLDEST = '${sorted[0]}';
export const NEWEST = '${sorted.at(-1)}';
/**
 * Made by \`scripts/oracles/cdk-source/left-out.ts\` from what aws-cdk-lib ${versions.map(([version]) => version).join(', ')} synthesize:
 * properties that a class writes only with one of some props, whatever the feature flags, and the props that it was asked with.
 */
export const WRITTEN_BY: Readonly<
  Record<
    string,
    { readonly known: readonly string[]; readonly writtenBy: Readonly<Record<string, readonly string[]>> }
  >
> = {
${rows.join('\n')}
};
`,
);
