import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRun } from '../../../cannot-run.ts';
import { folderRole } from '../../cloudformation/discover.ts';
import type { Environment, Inputs, Synthesized } from '../../collected.ts';
import { chooseEnvironment } from '../../environment.ts';
import { nodeFileSystem } from '../../files/node-file-system.ts';
import { openRepository } from '../../files/open.ts';
import { overlay } from '../../files/overlay.ts';
import type { Repository } from '../../files/repository.ts';
import { type CdkApp, findApps, inFolder } from '../apps.ts';
import { manifestIn } from '../assembly/manifest.ts';
import { environmentsIn } from '../source/environments.ts';
import { type Asked, askedFor } from './asked.ts';
import { withoutDocker } from './docker.ts';
import { failureOf } from './failure.ts';
import { onInterruption } from './interruption.ts';
import { run } from './run.ts';
import { environmentFor } from './surroundings.ts';

export interface SynthOptions {
  /** The caller's environment. Little of it is passed on. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Seconds that one application may take. */
  readonly timeoutSeconds: number;
  /** Told of each command before it runs. */
  readonly onCommand: (sentence: string) => void;
}

/**
 * Runs the app command of every CDK application of a repository, and gives the repository as if their cloud assemblies lay
 * in it. Nothing is written outside of a temporary folder, which is gone afterwards. Throws {@link CannotRun} where no
 * application could be synthesized.
 */
export async function synthesizeApps(
  repository: Repository,
  inputs: Inputs,
  options: SynthOptions,
): Promise<{ readonly repository: Repository; readonly synthesized: Synthesized }> {
  const apps = (await findApps(repository)).filter((app) => isMeant(app, inputs));
  if (apps.length === 0)
    throw new CannotRun('--synth: there is no CDK application (no cdk.json) to run here');
  const environments = (await Promise.all(apps.map((app) => environmentsIn(repository, app)))).flat();
  const environment = chooseEnvironment(repository.paths, [], environments, inputs);
  let mounted = repository;
  const folders = new Map<string, string>();
  const failures: string[] = [];
  for (const app of apps) {
    const asked = await askedFor(repository, app);
    options.onCommand(`running "${app.command}" of ${app.file}${inWords(asked, environment)}`);
    const made = await synthesize(repository, app, { environment, asked, options });
    if (typeof made === 'string') {
      failures.push(made);
      continue;
    }
    mounted = overlay(mounted, app.output, made);
    folders.set(app.output, `"${app.command}"${inWords(asked, environment)}`);
  }
  if (folders.size === 0) {
    const others = failures.length - 1;
    const more = others > 0 ? ` (and ${others} more ${others === 1 ? 'application' : 'applications'})` : '';
    throw new CannotRun(`--synth: ${failures[0]}${more}`);
  }
  return { repository: mounted, synthesized: { folders, environments, failures } };
}

function isMeant(app: CdkApp, { roots }: Inputs): boolean {
  const wanted = roots.map((root) => root.replace(/^\.\//, '').replace(/\/+$/, '') || '.');
  const named = wanted.some((root) => root === app.folder || root === app.output);
  return named || folderRole(app.folder) === undefined;
}

function inWords(asked: Asked, { name }: Environment): string {
  const given = [...asked.contextKeys, ...asked.variables].map((key) => `${key}=${name}`);
  return name === undefined || given.length === 0 ? '' : ` with ${given.join(', ')}`;
}

interface Around {
  readonly environment: Environment;
  readonly asked: Asked;
  readonly options: SynthOptions;
}

/** The files of the assembly that an application makes, by path inside of it; else why it makes none. */
async function synthesize(
  repository: Repository,
  app: CdkApp,
  { environment, asked, options }: Around,
): Promise<ReadonlyMap<string, Uint8Array> | string> {
  if (app.problem !== undefined) return app.problem;
  if (app.command === undefined) return `${app.file} names no app command ("app")`;
  if (app.others !== undefined)
    return `${app.file} names several app commands; give each a cdk.json of its own`;
  const temporary = await mkdtemp(join(tmpdir(), 'airworthy-synth-'));
  // What the command still writes while it is ended may be in the way once or twice.
  const done = onInterruption(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));
  try {
    const output = join(temporary, 'cdk.out');
    const folder = app.folder === '.' ? repository.root : join(repository.root, app.folder);
    const name = environment.name;
    const told = name === undefined ? [] : asked.variables.map((variable) => [variable, name] as const);
    const ending = await run({
      line: app.command,
      folder,
      timeoutSeconds: options.timeoutSeconds,
      environment: {
        ...environmentFor(options.variables, { root: repository.root, folder, temporary }),
        ...(await withoutDocker(temporary)),
        ...Object.fromEntries(told),
        CDK_OUTDIR: output,
        CDK_CONTEXT_JSON: JSON.stringify(await contextFor(repository, app, asked, name)),
      },
    });
    const files = await filesOf(output);
    const failed = ending.kind !== 'exited' || ending.code !== 0 || !hasManifest(files);
    if (failed) return failureOf(app, ending, repository, options.timeoutSeconds);
    return withoutMachine(files, [`${output}/`, `${folder}/`, `${repository.root}/`]);
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
    done();
  }
}

/** The context as the CDK's own command line would hand it over, without bundling. */
async function contextFor(
  repository: Repository,
  app: CdkApp,
  asked: Asked,
  environment: string | undefined,
): Promise<Record<string, unknown>> {
  const kept = await repository.text(inFolder(app.folder, 'cdk.context.json'));
  const chosen = environment === undefined ? [] : asked.contextKeys.map((key) => [key, environment] as const);
  return {
    ...app.context,
    ...(kept.kind === 'text' ? recordIn(kept.text) : {}),
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:enable-asset-metadata': true,
    'aws:cdk:version-reporting': false,
    'aws:cdk:bundling-stacks': [],
    ...Object.fromEntries(chosen),
  };
}

function recordIn(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** What an assembly says, without the assets that it only carries. */
async function filesOf(output: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  if (!existsSync(output)) return files;
  const made = await openRepository(nodeFileSystem, output, { maximumFileBytes: 64 * 1024 * 1024 });
  for (const path of made.paths) {
    if (/(?:^|\/)asset\./.test(path) || !path.endsWith('.json')) continue;
    const bytes = await made.bytes(path);
    if (bytes !== undefined) files.set(path, bytes);
  }
  return files;
}

function hasManifest(files: ReadonlyMap<string, Uint8Array>): boolean {
  const text = new TextDecoder().decode(files.get('manifest.json'));
  return manifestIn(recordIn(text)) !== undefined;
}

/** Places of this machine become places of the repository. */
function withoutMachine(
  files: ReadonlyMap<string, Uint8Array>,
  prefixes: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  return new Map(
    [...files].map(([path, bytes]) => {
      let text = new TextDecoder('utf-8').decode(bytes);
      for (const prefix of prefixes) text = text.replaceAll(`file://${prefix}`, '').replaceAll(prefix, '');
      return [path, encoder.encode(text)];
    }),
  );
}
