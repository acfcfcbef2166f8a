/**
 * Writes which resources public modules of Terraform can hold, from bare or full clones of their repositories with all tags:
 *
 *     node scripts/knowledge/terraform-modules.ts <owner>/<repository>=<clone> …
 *
 * for example `terraform-aws-modules/terraform-aws-vpc=clones/terraform-aws-vpc`. Of each folder with configuration the union
 * over all released versions is kept: types of resources, with those of the modules that it calls. Left out, with a word why,
 * are releases that call what was not given or may be newer than what was read, and those whose resources bring others that no
 * type tells. Only names of types, and the versions between which they hold, are kept.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  allBefore,
  allFrom,
  calledModule,
  compare,
} from '../../packages/engine/src/knowledge/module-address.ts';
import { type Call, type Folder, type Module, readModule, type Version } from './module-releases.ts';

/** What they deploy stands in a template, a chart or a manifest, and may be of any type. */
const OPAQUE =
  /^(?:aws_cloudformation_stack|aws_serverlessapplicationrepository_cloudformation_stack|aws_cloudcontrolapi_|aws_servicecatalog_provisioned|awscc_|helm_release|kubernetes_manifest|kubectl_|k8s_|shell_|external_)/;

const given = process.argv.slice(2).map((argument) => argument.split('=', 2) as [string, string | undefined]);
if (given.length === 0 || given.some(([, clone]) => clone === undefined)) {
  console.error('which modules? node scripts/knowledge/terraform-modules.ts <owner>/<repository>=<clone> …');
  process.exit(2);
}

const modules = new Map<string, Module>(
  given.map(([repository, clone]) => [repository.toLowerCase(), readModule(clone!)]),
);

interface Known {
  readonly types: ReadonlySet<string>;
  /** The newest release that is not known whole, and why. */
  readonly after?: Open;
}

interface Open {
  readonly version: Version;
  readonly why: string;
}

/** What is known of each folder by now. Modules call each other in circles: more is found until nothing new is. */
const found = new Map<string, Known>();
for (let more = true; more; ) {
  more = false;
  for (const [repository, { folders }] of modules)
    for (const [path, folder] of folders) {
      const before = found.get(`${repository}//${path}`);
      const now = knownOf(repository, path, folder);
      found.set(`${repository}//${path}`, now);
      more ||= before === undefined || now.types.size > before.types.size;
      more ||= now.after !== undefined && isAfter(now.after.version, before?.after?.version);
    }
}

/** All types under a folder, and after which release they are all. */
function knownOf(repository: string, path: string, folder: Folder): Known {
  const types = new Set([...folder.types.keys()].filter((type) => !OPAQUE.test(type)));
  const open: Open[] = [...folder.unread].map(([why, version]) => ({ version, why }));
  for (const [type, version] of folder.types)
    if (OPAQUE.test(type)) open.push({ version, why: `${type} may bring any resource` });
  for (const call of folder.calls.values()) {
    const inner = underCall(repository, path, call);
    if ('why' in inner) open.push({ version: call.newest, why: inner.why });
    else for (const type of inner.types) types.add(type);
    if ('after' in inner) open.push(inner.after!);
  }
  const after = open.sort((a, b) => compare(a.version, b.version)).at(-1);
  return after === undefined ? { types } : { types, after };
}

/** What a call brings; where it takes another folder of its own repository, of the same release. */
function underCall(repository: string, path: string, call: Call): Known | { readonly why: string } {
  const { source, version } = call;
  const nothing: Known = { types: new Set() };
  if (/^\.\.?(?:\/|$)/.test(source)) {
    const inner = posix.join(path, source).replace(/\/$/, '');
    if (modules.get(repository)?.folders.has(inner) !== true) return { why: `no release has ${inner}` };
    return found.get(`${repository}//${inner}`) ?? nothing;
  }
  const called = calledModule(source, version);
  const module = called && modules.get(called.repository);
  if (called === undefined || module === undefined) return { why: `${source} was not given` };
  if (!allBefore(called.version, module.before)) return { why: `${source} ${version} has no end` };
  if (!module.folders.has(called.folder)) return { why: `no release has ${source}` };
  const { types, after } = found.get(`${called.repository}//${called.folder}`) ?? nothing;
  if (after === undefined || allFrom(called.version, next(after.version))) return { types };
  return { why: after.why };
}

function isAfter(version: Version, other: Version | undefined): boolean {
  return other === undefined || compare(version, other) > 0;
}

function next([major, minor, patch]: Version): string {
  return [major, minor, patch! + 1].join('.');
}

const rows = [...modules]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([repository, { before, folders }]) => {
    const known = [...folders].sort().flatMap(([path, { newest }]) => {
      const { types, after } = found.get(`${repository}//${path}`)!;
      const says = after && `${repository}//${path} up to ${after.version.join('.')}: ${after.why}`;
      if (says !== undefined) console.log(`left out ${says}`);
      if (after !== undefined && !isAfter(newest, after.version)) return [];
      return [{ path, types: [...types].sort(), from: after && next(after.version) }];
    });
    console.log(`${repository} before ${before}: ${known.length} folders`);
    return known.length === 0 ? [] : [{ repository, before, known }];
  });

const names = [...new Set(rows.flatMap(({ known }) => known.flatMap(({ types }) => types)))].sort();
const places = new Map(names.map((name, place) => [name, place.toString(36)]));
const data = rows.map(({ repository, before, known }) => {
  const folders = known.map(({ path, types, from }) => {
    const held = types.map((type) => places.get(type)).join(' ');
    return [path, from === undefined ? held : { from, types: held }];
  });
  return [repository, { before, folders: Object.fromEntries(folders) }];
});

const target = fileURLToPath(
  new URL('../../packages/engine/src/knowledge/terraform-modules.data.ts', import.meta.url),
);
writeFileSync(
  target,
  `// Written by scripts/knowledge/terraform-modules.ts from the repositories of the modules, all releases before \`before\`.
import type { PublicModule } from './terraform-modules.ts';

export const TYPES =
  '${names.join(' ')}';

export const PUBLIC_MODULES: Readonly<Record<string, PublicModule>> = ${JSON.stringify(Object.fromEntries(data), null, 2)};
`,
);
execFileSync('npx', ['biome', 'format', '--write', target], { stdio: 'inherit' });
