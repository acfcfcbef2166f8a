import type { Location } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import { placeIn } from '../fact.ts';
import type { Findings } from '../findings.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { type Context, counts, evaluateExpression, interpolated } from './github-expressions.ts';
import {
  type Action,
  type Credential,
  NO_FILE_SHELL,
  type Pipeline,
  type PipelineFiles,
  type PipelineJob,
  type PipelineStep,
  type Trigger,
} from './pipeline.ts';
import { isOpen, OPEN, type Shell } from './shell-run.ts';

const FOLDER = '.github/workflows/';

/** Files that GitHub reads as workflows, those that are kept beside them, and composite actions. */
export function isGithubFile(path: string): boolean {
  return (
    /^\.github\/workflows\/[^/]+\.ya?ml(\.[\w-]+|~)?$/.test(path) ||
    /^\.github\/(?:[^/]+\/)*disabled[^/]*\/[^/]+\.ya?ml$/.test(path) ||
    /(^|\/)action\.ya?ml$/.test(path)
  );
}

/** The workflows of GitHub Actions. Workflows that others call are put in where they are called. */
export function githubPipelines(files: PipelineFiles, findings: Findings): readonly Pipeline[] {
  const documents = new Map<string, Value | undefined>();
  for (const [file, text] of files.texts) {
    if (!isGithubFile(file)) continue;
    const { documents: read, problem } = readStructured(file, text);
    if (problem !== undefined) findings.broken(file, problem.line, problem.why);
    // What is broken is read as far as it goes, and what may follow is open.
    documents.set(file, read[0]);
  }
  const reading = new Workflows(documents);
  return [...documents.keys()]
    .filter((file) => !/(^|\/)action\.ya?ml$/.test(file))
    .map((file) => reading.pipeline(file));
}

interface Caller {
  readonly events: readonly string[];
  readonly inputs: ReadonlyMap<string, string | undefined>;
  readonly branches: readonly string[] | undefined;
  readonly depth: number;
}

class Workflows {
  /** What would show more of the actions of a workflow, whose list they are. */
  readonly #actionsOpen = new WeakMap<readonly Action[], string>();
  readonly #documents: ReadonlyMap<string, Value | undefined>;

  constructor(documents: ReadonlyMap<string, Value | undefined>) {
    this.#documents = documents;
  }

  pipeline(file: string): Pipeline {
    const document = this.#documents.get(file);
    const at = placeIn(file);
    const triggers = triggersOf(document);
    const events = triggers.map(({ event }) => event);
    const only = events.length > 0 && events.every((event) => event === 'workflow_call');
    const actions: Action[] = [];
    const credentials: Credential[] = [];
    const caller: Caller = { events, inputs: new Map(), branches: branchesOf(triggers), depth: 0 };
    const jobs = only ? [] : this.#jobs(file, caller, actions, credentials);
    if (only) this.#jobs(file, caller, actions, credentials);
    const name = textOf(member(document, 'name'));
    const disabled = disabledBecause(file, document, events);
    return {
      system: 'github-actions',
      file,
      at,
      ...(name === undefined ? {} : { name }),
      triggers,
      ...(disabled === undefined ? {} : { disabled }),
      jobs: disabled === undefined ? jobs : jobs.map((job) => ({ ...job, neverRuns: disabled })),
      actions,
      credentials,
      ...(this.#actionsOpen.has(actions) ? { actionsOpen: this.#actionsOpen.get(actions)! } : {}),
      ...(document?.kind === 'object' && document.open === undefined
        ? {}
        : document === undefined
          ? {}
          : { open: `mending ${file}` }),
    };
  }

  #jobs(file: string, caller: Caller, actions: Action[], credentials: Credential[]): readonly PipelineJob[] {
    const document = this.#documents.get(file);
    const found: PipelineJob[] = [];
    const inner = new Map<string, readonly string[]>();
    const env = member(document, 'env');
    const defaults = member(member(document, 'defaults'), 'run');
    credentialsIn(env, undefined, credentials);
    const open = document?.kind === 'object' ? document.open : undefined;
    for (const [id, job] of membersOf(member(document, 'jobs'))) {
      const at = job.origin.at;
      const own = contextOf(caller, [env, member(job, 'env')]);
      const needs = itemsOf(member(job, 'needs')).flatMap((need) => textOf(need) ?? []);
      const condition = conditionOf(member(job, 'if'));
      const never = neverRuns(condition, caller, own);
      const wide = isAnyway(condition) ? condition : undefined;
      const permissions = permissionsOf(member(job, 'permissions') ?? member(document, 'permissions'));
      const environment = environmentOf(member(job, 'environment'), own);
      const calls = textOf(member(job, 'uses'));
      const common = {
        at,
        ...(condition === undefined ? {} : { condition }),
        ...(never === undefined ? {} : { neverRuns: never }),
        ...mayFail(member(job, 'continue-on-error'), 'the job may fail (continue-on-error)', own),
        ...(wide === undefined ? {} : { regardless: wide }),
        ...(permissions === undefined ? {} : { permissions }),
        ...(environment === undefined ? {} : { environment }),
      };
      if (calls !== undefined) {
        found.push(
          ...this.#called(calls, id, job, { ...common, needs }, caller, own, actions, credentials, inner),
        );
        continue;
      }
      const called = textOf(member(job, 'name'));
      const runsOn = itemsOf(member(job, 'runs-on'))
        .map((one) => textOf(one) ?? OPEN)
        .join(' ');
      const image = imageOf(member(job, 'container'), own);
      credentialsIn(member(job, 'env'), id, credentials);
      const shellOf = (step: Value): Shell =>
        shellNamed(
          textOf(member(step, 'shell')) ??
            textOf(member(member(member(job, 'defaults'), 'run'), 'shell')) ??
            textOf(member(defaults, 'shell')),
        );
      const folderOfStep = (step: Value): string | undefined =>
        folderFrom(
          textOf(member(step, 'working-directory')) ??
            textOf(member(member(member(job, 'defaults'), 'run'), 'working-directory')) ??
            textOf(member(defaults, 'working-directory')),
          own,
        );
      const steps = itemsOf(member(job, 'steps')).flatMap((step) =>
        this.#steps(
          step,
          id,
          caller,
          [env, member(job, 'env')],
          shellOf(step),
          folderOfStep(step),
          actions,
          credentials,
          file,
        ),
      );
      found.push({
        ...common,
        id,
        needs,
        ...(called === undefined ? {} : { name: interpolated(called, own) }),
        ...(runsOn === '' ? {} : { runsOn: interpolated(runsOn, own) }),
        ...(image === undefined ? {} : { image }),
        steps: open === undefined ? steps : steps.map((step) => ({ ...step, open: `mending ${file}` })),
      });
    }
    return found.map((job) => ({ ...job, needs: job.needs.flatMap((need) => inner.get(need) ?? [need]) }));
  }

  /** The jobs of a workflow that a job calls, in its place. */
  #called(
    calls: string,
    id: string,
    job: Value,
    common: Omit<PipelineJob, 'id' | 'steps'>,
    caller: Caller,
    own: Context,
    actions: Action[],
    credentials: Credential[],
    inner: Map<string, readonly string[]>,
  ): readonly PipelineJob[] {
    const path = /^\.\/(.+\.ya?ml)$/.exec(calls)?.[1];
    if (path === undefined) noteAction(calls, job.origin.at, actions);
    const document = path === undefined ? undefined : this.#documents.get(path);
    if (document === undefined || caller.depth > 8) {
      const open = `what ${calls} runs${path === undefined ? ', which is in another repository' : ''}`;
      return [{ ...common, id, open, steps: [{ ...EMPTY_STEP, at: job.origin.at, uses: calls, open }] }];
    }
    const given = new Map<string, string | undefined>();
    const declared = member(member(member(document, 'on'), 'workflow_call'), 'inputs');
    for (const [name, input] of membersOf(declared)) given.set(name, textOf(member(input, 'default')));
    for (const [name, value] of membersOf(member(job, 'with'))) {
      const text = textOf(value);
      const put = text === undefined ? OPEN : interpolated(text, own);
      given.set(name, isOpen(put) ? undefined : put);
    }
    const jobs = this.#jobs(path!, { ...caller, inputs: given, depth: caller.depth + 1 }, [], credentials);
    inner.set(
      id,
      jobs.map((one) => `${id} / ${one.id}`),
    );
    return jobs.map((one) => ({
      ...one,
      id: `${id} / ${one.id}`,
      needs: [...one.needs.map((need) => `${id} / ${need}`), ...common.needs],
      ...(common.neverRuns === undefined ? {} : { neverRuns: common.neverRuns }),
      ...(common.mayFail === undefined ? {} : { mayFail: common.mayFail }),
      ...(common.regardless === undefined ? {} : { regardless: common.regardless }),
    }));
  }

  #steps(
    step: Value,
    job: string,
    caller: Caller,
    outer: readonly (Value | undefined)[],
    shell: Shell,
    folder: string | undefined,
    actions: Action[],
    credentials: Credential[],
    file: string,
    depth = 0,
  ): readonly PipelineStep[] {
    const env = member(step, 'env');
    const envs = [...outer, env];
    const own = contextOf(caller, envs);
    const name = textOf(member(step, 'name'));
    const uses = textOf(member(step, 'uses'));
    const condition = conditionOf(member(step, 'if'));
    const never = neverRuns(condition, caller, own);
    const run = member(step, 'run');
    const text = textOf(run);
    credentialsIn(env, job, credentials);
    const inputs = new Map(
      [...membersOf(member(step, 'with'))].map(
        ([key, value]) => [key, interpolated(textOf(value) ?? OPEN, own)] as const,
      ),
    );
    const common: Omit<PipelineStep, 'inputs'> = {
      at: step.origin.at,
      ...(name === undefined ? {} : { name: interpolated(name, own) }),
      ...(condition === undefined ? {} : { condition }),
      ...(never === undefined ? {} : { neverRuns: never }),
      ...mayFail(member(step, 'continue-on-error'), 'the step may fail (continue-on-error)', own),
      ...(condition !== undefined && /\bfailure\(\)/.test(condition) ? { afterFailure: true as const } : {}),
      ...(isAnyway(condition) ? { regardless: condition! } : {}),
      shell,
      folder,
      variables: variablesOf(envs, own),
    };
    if (run !== undefined && text !== undefined) {
      const line = run.origin.at.line + (run.origin.at.endLine > run.origin.at.line ? 1 : 0);
      return [{ ...common, inputs, run: { text: interpolated(text, own), line, file } }];
    }
    if (uses === undefined)
      return [{ ...common, inputs, open: `what the step at ${file}:${step.origin.at.line} runs` }];
    const local = /^\.\/(.*?)\/?$/.exec(uses)?.[1];
    if (local === undefined) {
      noteAction(uses, member(step, 'uses')!.origin.at, actions);
      credentialsOf(uses, member(step, 'with'), job, credentials);
      return [{ ...common, uses, inputs }];
    }
    const action = [`${local}/action.yml`, `${local}/action.yaml`]
      .map((path) => path.replace(/^\//, ''))
      .find((path) => this.#documents.has(path));
    const document = action === undefined ? undefined : this.#documents.get(action);
    const runs = member(document, 'runs');
    if (textOf(member(runs, 'using')) !== 'composite' || depth > 5) {
      if (action === undefined) this.#actionsOpen.set(actions, `what ${uses} does`);
      return [
        {
          ...common,
          uses,
          inputs,
          open:
            action === undefined
              ? `what ${uses} does, which is not in the repository`
              : `what the program of ${uses} does`,
        },
      ];
    }
    const given = new Map<string, string | undefined>();
    for (const [key, input] of membersOf(member(document, 'inputs')))
      given.set(key, textOf(member(input, 'default')));
    for (const [key, value] of inputs)
      given.set(key, isOpen(value) || value.includes('${') ? undefined : value);
    const { open } = document as { open?: unknown };
    return itemsOf(member(runs, 'steps')).flatMap((inside) => {
      const called = contextOf({ ...caller, inputs: given }, envs);
      const inFolder = textOf(member(inside, 'working-directory'));
      return this.#steps(
        inside,
        job,
        { ...caller, inputs: given },
        envs,
        shellNamed(textOf(member(inside, 'shell'))),
        inFolder === undefined ? '.' : folderFrom(inFolder, called),
        actions,
        credentials,
        action!,
        depth + 1,
      ).map(
        (made): PipelineStep => ({
          ...made,
          name: [name, made.name ?? shortly(made)].filter((part) => part !== undefined).join(' › '),
          ...(open === undefined ? {} : { open: `mending ${action}` }),
          ...(common.neverRuns === undefined ? {} : { neverRuns: common.neverRuns }),
          ...(common.mayFail === undefined ? {} : { mayFail: common.mayFail }),
          ...(common.afterFailure === undefined ? {} : { afterFailure: true }),
        }),
      );
    });
  }
}

const EMPTY_STEP: Omit<PipelineStep, 'at'> = {
  inputs: new Map(),
  shell: NO_FILE_SHELL,
  folder: '.',
  variables: new Map(),
};

function shortly({ run, uses }: PipelineStep): string | undefined {
  return run === undefined ? uses?.replace(/@.*$/, '') : run.text.split('\n', 1)[0]?.slice(0, 40);
}

function triggersOf(document: Value | undefined): readonly Trigger[] {
  const on = member(document, 'on') ?? member(document, 'true');
  if (on?.kind === 'object') {
    return [...on.members].map(([event, filter]) => {
      const branches = itemsOf(member(filter, 'branches')).flatMap((branch) => textOf(branch) ?? []);
      return { event, at: filter.origin.at, ...(branches.length > 0 ? { branches } : {}) };
    });
  }
  return itemsOf(on).flatMap((event) => {
    const name = textOf(event);
    return name === undefined ? [] : [{ event: name, at: event.origin.at }];
  });
}

function branchesOf(triggers: readonly Trigger[]): readonly string[] | undefined {
  return triggers.find(({ event }) => event === 'push')?.branches;
}

function disabledBecause(
  file: string,
  document: Value | undefined,
  events: readonly string[],
): string | undefined {
  if (!file.startsWith(FOLDER) || !/\.ya?ml$/.test(file)) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return file.startsWith(FOLDER)
      ? `its name is ${name}, and GitHub runs files that end in .yml or .yaml`
      : `it lies in ${file.slice(0, file.lastIndexOf('/'))}, and GitHub runs what lies in ${FOLDER}`;
  }
  if (document === undefined) return 'nothing in it is more than a comment';
  if (document.kind === 'object' && document.open === undefined && events.length === 0)
    return 'it names no event that starts it';
  return undefined;
}

function conditionOf(value: Value | undefined): string | undefined {
  return value === undefined ? undefined : (textOf(value) ?? undefined);
}

/** Whether a condition lets something run although what it needs has failed. */
function isAnyway(condition: string | undefined): boolean {
  if (condition === undefined) return false;
  return (
    /\balways\(\)|!\s*cancelled\(\)|!\s*failure\(\)\s*\|\||success\(\)\s*\|\|\s*failure\(\)/.test(
      condition,
    ) && !/\.result\s*==\s*'success'|!\s*failure\(\)|!\s*contains\(/.test(condition)
  );
}

/** Why a condition never holds, asked for each event that starts the workflow. */
function neverRuns(condition: string | undefined, caller: Caller, own: Context): string | undefined {
  if (condition === undefined || caller.events.length === 0) return undefined;
  const refs = (event: string): readonly (string | undefined)[] =>
    event === 'push' && caller.branches?.every((branch) => !/[*?![\]]/.test(branch)) === true
      ? caller.branches.map((branch) => `refs/heads/${branch}`)
      : event === 'pull_request'
        ? ['refs/pull/1/merge']
        : [undefined];
  const events = caller.events.filter((event) => event !== 'workflow_call');
  // Who calls it from elsewhere may come with any event.
  if (events.length < caller.events.length && caller.depth === 0)
    return constant(condition, own) ? `its condition is ${plain(condition)}` : undefined;
  const never = events.every((event) =>
    refs(event).every((ref) => {
      const context: Context = (name) => {
        if (name === 'github.event_name') return event;
        if (name === 'github.ref') return ref;
        if (name === 'github.ref_name')
          return ref?.startsWith('refs/heads/') === true ? ref.slice(11) : undefined;
        return own(name);
      };
      return counts(evaluateExpression(condition, context)) === false;
    }),
  );
  if (!never) return undefined;
  const started = events.join(' and ');
  return /github\./.test(condition)
    ? `its condition ${plain(condition)} never holds: the workflow runs on ${started}`
    : `its condition is ${plain(condition)}`;
}

function constant(condition: string, own: Context): boolean {
  return counts(evaluateExpression(condition, own)) === false;
}

function plain(condition: string): string {
  return condition.replace(/^\s*\$\{\{\s*|\s*\}\}\s*$/g, '').trim();
}

function contextOf(caller: Caller, envs: readonly (Value | undefined)[]): Context {
  return (name) => {
    const input = /^(?:inputs|github\.event\.inputs)\.([\w-]+)$/.exec(name)?.[1];
    if (input !== undefined) return caller.inputs.get(input);
    const variable = /^env\.(\w+)$/.exec(name)?.[1];
    if (variable !== undefined) {
      const text = textOf(
        envs.findLast(
          (env) => member(env, variable) !== undefined && env?.kind === 'object' && env.members.has(variable),
        ) === undefined
          ? undefined
          : envs
              .map((env) => (env?.kind === 'object' ? env.members.get(variable) : undefined))
              .findLast((v) => v !== undefined),
      );
      if (text === undefined) return undefined;
      const put = text.includes('${{') ? undefined : text;
      return put;
    }
    return undefined;
  };
}

function variablesOf(envs: readonly (Value | undefined)[], own: Context): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const env of envs)
    for (const [name, value] of membersOf(env)) {
      const text = interpolated(textOf(value) ?? OPEN, own);
      found.set(name, /\$\{GITHUB_\w+\}/.test(text) ? OPEN : text);
    }
  return found;
}

function mayFail(value: Value | undefined, why: string, own: Context): { readonly mayFail?: string } {
  if (value === undefined) return {};
  const text = textOf(value);
  const answer = text === undefined ? undefined : counts(evaluateExpression(text, own));
  return answer === true ? { mayFail: why } : {};
}

function permissionsOf(value: Value | undefined): PipelineJob['permissions'] {
  if (value === undefined) return undefined;
  const text = textOf(value);
  const at = value.origin.at;
  if (text !== undefined) return { all: text, scopes: [], at };
  return {
    scopes: [...membersOf(value)].map(([scope, access]) => ({ scope, access: textOf(access) ?? OPEN })),
    at,
  };
}

function environmentOf(value: Value | undefined, own: Context): PipelineJob['environment'] {
  const named = value?.kind === 'object' ? member(value, 'name') : value;
  const text = textOf(named);
  return text === undefined ? undefined : { name: interpolated(text, own), at: named!.origin.at };
}

function imageOf(value: Value | undefined, own: Context): PipelineJob['image'] {
  const named = value?.kind === 'object' ? member(value, 'image') : value;
  const text = textOf(named);
  return text === undefined ? undefined : { name: interpolated(text, own), at: named!.origin.at };
}

function folderFrom(path: string | undefined, own: Context): string | undefined {
  if (path === undefined) return '.';
  const text = interpolated(path, own).replace(/^\$\{GITHUB_WORKSPACE\}\/?/, '');
  if (isOpen(text)) return undefined;
  return text.replace(/^\.\//, '').replace(/\/+$/, '') || '.';
}

/** Without a word bash ends at the first failure; with its name it minds those in pipes too. */
function shellNamed(name: string | undefined): Shell {
  if (name === undefined || name === 'sh') return { errexit: true, pipefail: false };
  if (name === 'bash') return { errexit: true, pipefail: true };
  if (/^bash\b/.test(name)) return { errexit: /\s-\w*e/.test(name), pipefail: /pipefail/.test(name) };
  return { errexit: true, pipefail: true };
}

function noteAction(uses: string, at: Location, actions: Action[]): void {
  const docker = /^docker:\/\/(.+)$/.exec(uses)?.[1];
  const [name = uses, ref = ''] = (docker ?? uses).split('@');
  const pinned = docker === undefined ? /^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(ref) : /^sha256:/.test(ref);
  actions.push({ name, ref, pinned, by: /^(actions|github)\//.test(name) ? 'host' : 'others', at });
}

const KEY = /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/;

function credentialsIn(env: Value | undefined, job: string | undefined, credentials: Credential[]): void {
  for (const [name, value] of membersOf(env)) {
    const text = textOf(value) ?? '';
    if (
      KEY.test(name) &&
      !/\b(?:steps|needs)\./.test(text) &&
      !/^\s*$|^(?:test|dummy|fake|foo|local|mock|x+|none|example|testing|fakeMyKeyId|minioadmin)$/i.test(text)
    )
      credentials.push({ kind: 'key', name, ...(job === undefined ? {} : { job }), at: value.origin.at });
  }
}

function credentialsOf(
  uses: string,
  inputs: Value | undefined,
  job: string,
  credentials: Credential[],
): void {
  for (const [name, value] of membersOf(inputs)) {
    const text = textOf(value) ?? '';
    if (/\b(?:steps|needs)\./.test(text)) continue;
    if (/^(aws[-_]access[-_]key[-_]id|aws[-_]secret[-_]access[-_]key|access[-_]key[-_]id)$/i.test(name))
      credentials.push({ kind: 'key', name, job, at: value.origin.at });
  }
  const role = member(inputs, 'role-to-assume');
  if (
    /configure-aws-credentials/.test(uses) &&
    role !== undefined &&
    member(inputs, 'aws-access-key-id') === undefined
  )
    credentials.push({ kind: 'role', name: 'role-to-assume', job, at: role.origin.at });
}
