import type { Value } from '../../../model/value.ts';
import { folderOf, join } from '../../files/paths.ts';
import { placeIn } from '../fact.ts';
import type { Findings } from '../findings.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { isOfTheHost } from './actions.ts';
import {
  type Caller,
  contextOf,
  type Given,
  neverRuns,
  withinCondition,
  withKnown,
} from './github-conditions.ts';
import { type Context, interpolated } from './github-expressions.ts';
import { callersOf, inRuns, needing, runsFor, runsOf } from './github-matrix.ts';
import { type Handed, outputsTaken, type Renamed, renamedIn } from './github-outputs.ts';
import { hasNothingToDeployWith } from './github-rights.ts';
import { credentialsHanded, credentialsIn, credentialsOf, noteAction } from './github-supplies.ts';
import {
  asDeclared,
  branchesOf,
  conditionOf,
  environmentOf,
  folderFrom,
  hasOwn,
  heedingFailure,
  imageOf,
  isAnyway,
  mayFail,
  notGiven,
  onlyAfterFailure,
  permissionsOf,
  type StandsIn,
  shellNamed,
  triggersOf,
  variablesOf,
  whateverBefore,
  withoutGift,
} from './github-values.ts';
import type { ImageAction } from './image-actions.ts';
import {
  type Action,
  type Credential,
  NO_FILE_SHELL,
  type Pipeline,
  type PipelineFiles,
  type PipelineJob,
  type PipelineStep,
} from './pipeline.ts';
import type { Shell } from './shell-ran.ts';
import { isOpen, OPEN } from './shell-text.ts';

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

class Workflows {
  /** What would show more of the actions of a workflow, whose list they are. */
  readonly #actionsOpen = new WeakMap<readonly Action[], string>();
  readonly #documents: ReadonlyMap<string, Value | undefined>;
  readonly #renamed: Renamed;

  /** Workflows and actions that call others grow with each call. */
  #left = 1_000;

  constructor(documents: ReadonlyMap<string, Value | undefined>) {
    this.#documents = documents;
    this.#renamed = renamedIn(documents.values());
  }

  pipeline(file: string): Pipeline {
    const document = this.#documents.get(file);
    const at = placeIn(file);
    const triggers = triggersOf(document);
    const events = triggers.map(({ event }) => event);
    const only = events.length > 0 && events.every((event) => event === 'workflow_call');
    const actions: Action[] = [];
    const credentials: Credential[] = [];
    const givesInputs = events.length === 0 || events.some((event) => GIVES_INPUTS.test(event));
    const caller: Caller = {
      events,
      inputs: new Map(),
      branches: branchesOf(document),
      depth: 0,
      ...(givesInputs ? {} : { withoutInputs: true as const }),
    };
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
      const permissions = permissionsOf(member(job, 'permissions') ?? member(document, 'permissions'));
      const environment = environmentOf(member(job, 'environment'), own);
      const calls = textOf(member(job, 'uses'));
      const common = {
        at,
        ...(condition === undefined ? {} : { condition }),
        ...(never === undefined ? {} : { neverRuns: never }),
        ...mayFail(
          member(job, 'continue-on-error'),
          'the job may fail (continue-on-error)',
          own,
          runsFor(member(job, 'continue-on-error'), job),
        ),
        ...whateverBefore(condition, needs),
        ...(permissions === undefined ? {} : { permissions }),
        ...(environment === undefined ? {} : { environment }),
      };
      if (calls !== undefined) {
        const envs = [env, member(job, 'env')];
        const waiting = { ...common, needs };
        found.push(...this.#called(calls, id, job, waiting, caller, envs, actions, credentials, inner));
        continue;
      }
      const called = textOf(member(job, 'name'));
      const runsOn = itemsOf(member(job, 'runs-on'))
        .map((one) => textOf(one) ?? OPEN)
        .join(' ');
      const image = imageOf(member(job, 'container'), own);
      const services = [...membersOf(member(job, 'services'))].flatMap(
        ([, service]) => imageOf(service, own)?.name ?? [],
      );
      credentialsIn(member(job, 'env'), id, credentials);
      const shellOf = (step: Value): Shell =>
        shellNamed(
          textOf(member(step, 'shell')) ??
            textOf(member(member(member(job, 'defaults'), 'run'), 'shell')) ??
            textOf(member(defaults, 'shell')),
        );
      const writtenFolder = (step: Value): string | undefined =>
        textOf(member(step, 'working-directory')) ??
        textOf(member(member(member(job, 'defaults'), 'run'), 'working-directory')) ??
        textOf(member(defaults, 'working-directory'));
      const steps = itemsOf(member(job, 'steps')).flatMap((step, index) =>
        callersOf(step, job, caller, writtenFolder(step)).flatMap((each) =>
          this.#steps(
            String(index),
            step,
            id,
            each,
            [env, member(job, 'env')],
            shellOf(step),
            folderFrom(writtenFolder(step), contextOf(each, [env, member(job, 'env')])),
            actions,
            credentials,
            file,
          ).map((one) => ({
            ...one,
            ...inRunsOfMatrix(step, job, each, [env, member(job, 'env'), member(step, 'env')]),
          })),
        ),
      );
      found.push({
        ...common,
        id,
        needs,
        ...(called === undefined ? {} : { name: interpolated(called, own) }),
        ...(runsOn === '' ? {} : { runsOn: interpolated(runsOn, own) }),
        ...(image === undefined ? {} : { image }),
        ...(services.length === 0 ? {} : { services }),
        steps: open === undefined ? steps : steps.map((step) => ({ ...step, open: `mending ${file}` })),
      });
    }
    return found
      .map((job) => needing(job, (need) => inner.get(need) ?? [need]))
      .map((job) => heedingFailure(job, job.condition));
  }

  /** The jobs of a workflow that a job calls, in its place. */
  #called(
    calls: string,
    id: string,
    job: Value,
    common: Omit<PipelineJob, 'id' | 'steps'>,
    caller: Caller,
    envs: readonly (Value | undefined)[],
    actions: Action[],
    credentials: Credential[],
    inner: Map<string, readonly string[]>,
  ): readonly PipelineJob[] {
    const path = /^\.\/(.+\.ya?ml)$/.exec(calls)?.[1];
    if (path === undefined) noteAction(calls, job.origin.at, actions);
    const document = path === undefined ? undefined : this.#documents.get(path);
    if (document === undefined || caller.depth > 8 || --this.#left < 0) {
      if (path === undefined && isOfTheHost(calls))
        return [{ ...common, id, steps: [{ ...EMPTY_STEP, at: job.origin.at, uses: calls }] }];
      const said = calls.replace(/@([0-9a-f]{7})[0-9a-f]{33}$/, '@$1');
      const open = `what ${said} runs${path === undefined ? ', which is in another repository' : ''}`;
      if (path === undefined) credentialsHanded(job, id, common.permissions, credentials);
      const harmless = hasNothingToDeployWith(calls, id, job, common.permissions);
      const step = { ...EMPTY_STEP, at: job.origin.at, uses: calls, open, ...harmless };
      return [{ ...common, id, open, steps: [step] }];
    }
    const declared = member(member(member(document, 'on'), 'workflow_call'), 'inputs');
    const handed = [...membersOf(member(job, 'with'))];
    const runs = runsOf(
      job,
      caller,
      common.condition,
      handed.map(([, value]) => textOf(value)),
    );
    const jobs = runs.flatMap((run) => {
      const given = new Map<string, Given>();
      const partly = new Map<string, string>();
      for (const [name, input] of membersOf(declared)) given.set(name, notGiven(input));
      for (const [name, value] of handed) {
        const text = textOf(value);
        const put = text === undefined ? OPEN : interpolated(text, contextOf(run.caller, envs));
        given.set(name, isOpen(put) ? undefined : asDeclared(member(declared, name), put));
        if (isOpen(put)) partly.set(name, put);
      }
      const { matrix: _, ...plain } = caller;
      const inside = {
        ...plain,
        inputs: given,
        partly,
        handed: this.#handed(job, caller),
        depth: caller.depth + 1,
      };
      return this.#jobs(path!, inside, [], credentials).map((one) => ({ one, run }));
    });
    const together = inRuns(jobs, id);
    inner.set(
      id,
      together.map((one) => one.id),
    );
    return together.map((one) => ({
      ...(common.regardless === undefined ? {} : { regardless: common.regardless }),
      ...heedingFailure(one, common.condition),
      needs: [...one.needs, ...common.needs],
      calledUnder: [...(one.calledUnder ?? []), common.condition ?? ''].filter((asked) => asked !== ''),
      minds: [one, common].flatMap(({ regardless, minds, needs }) =>
        regardless === undefined ? needs : (minds ?? []),
      ),
      passesOver: [one, common].flatMap(({ passesOver = [] }) => passesOver),
      ...(common.neverRuns === undefined ? {} : { neverRuns: common.neverRuns }),
      ...(common.mayFail === undefined ? {} : { mayFail: common.mayFail }),
      ...(common.countsWhere === undefined ? {} : { countsWhere: common.countsWhere }),
    }));
  }

  /** The outputs that the inputs of what is called stand for. */
  #handed(call: Value, caller: Caller): Handed {
    return new Map(
      [...membersOf(member(call, 'with'))].map(([name, value]) => [
        name,
        outputsTaken([value], caller.handed ?? new Map(), this.#renamed),
      ]),
    );
  }

  #steps(
    place: string,
    step: Value,
    job: string,
    caller: Caller,
    outer: readonly (Value | undefined)[],
    shell: Shell,
    standsIn: StandsIn,
    actions: Action[],
    credentials: Credential[],
    file: string,
    depth = 0,
  ): readonly PipelineStep[] {
    const env = member(step, 'env');
    const envs = [...outer, env];
    const own = contextOf(caller, envs);
    const name = textOf(member(step, 'name'));
    const called = textOf(member(step, 'id'));
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
    const { matrix: _, ...asWritten } = caller;
    const takes = outputsTaken([step, ...outer], caller.handed ?? new Map(), this.#renamed);
    const common: Omit<PipelineStep, 'inputs'> = {
      at: step.origin.at,
      place,
      ...(called === undefined ? {} : { id: called }),
      ...(takes.length === 0 ? {} : { takes }),
      ...(name === undefined ? {} : { name: interpolated(name, contextOf(asWritten, envs)) }),
      ...(condition === undefined ? {} : { condition: withKnown(condition, own) }),
      ...(never === undefined ? {} : { neverRuns: never }),
      ...(RETRIES.test(uses ?? '') && inputs.get('continue_on_error') === 'true'
        ? { mayFail: 'the step may fail (continue_on_error)' }
        : {}),
      ...mayFail(member(step, 'continue-on-error'), 'the step may fail (continue-on-error)', own),
      ...(condition !== undefined && onlyAfterFailure(condition) ? { afterFailure: true as const } : {}),
      ...(isAnyway(condition) ? { regardless: condition! } : {}),
      shell,
      ...standsIn,
      variables: variablesOf(envs, own),
    };
    if (run !== undefined && text !== undefined) {
      const line = run.origin.at.line + (run.origin.at.endLine > run.origin.at.line ? 1 : 0);
      return [{ ...common, inputs, run: { text: interpolated(text, own), line, file } }];
    }
    // A step that waits for another in the background, or ends it, runs nothing itself.
    if (uses === undefined && ['cancel', 'wait', 'wait-all'].some((key) => hasOwn(step, key)))
      return [{ ...common, inputs }];
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
    const image = action === undefined ? undefined : imageOfAction(action, runs, inputs);
    if (image !== undefined) return [{ ...common, uses, inputs, image }];
    if (textOf(member(runs, 'using')) !== 'composite' || depth > 5 || --this.#left < 0) {
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
    const partly = new Map<string, string>();
    for (const [key, input] of membersOf(member(document, 'inputs'))) given.set(key, withoutGift(input));
    for (const [key, value] of inputs) {
      given.set(key, isOpen(value) || value.includes('${') ? undefined : value);
      if (isOpen(value)) partly.set(key, value);
    }
    const { open } = document as { open?: unknown };
    return itemsOf(member(runs, 'steps')).flatMap((inside, index) => {
      const called = contextOf({ ...caller, inputs: given, partly }, envs);
      const inFolder = textOf(member(inside, 'working-directory'));
      return this.#steps(
        `${place}.${index}`,
        inside,
        job,
        { ...caller, inputs: given, partly, handed: this.#handed(step, caller) },
        envs,
        shellNamed(textOf(member(inside, 'shell'))),
        folderFrom(inFolder, called),
        actions,
        credentials,
        action!,
        depth + 1,
      ).map(
        ({ id: _, ...made }): PipelineStep => ({
          ...made,
          ...(common.id === undefined ? {} : { id: common.id }),
          name: [name, made.name ?? shortly(made)].filter((part) => part !== undefined).join(' › '),
          ...(open === undefined ? {} : { open: `mending ${action}` }),
          ...(common.neverRuns === undefined ? {} : { neverRuns: common.neverRuns }),
          ...(common.mayFail === undefined ? {} : { mayFail: common.mayFail }),
          ...(common.countsWhere === undefined ? {} : { countsWhere: common.countsWhere }),
          ...(common.afterFailure === undefined ? {} : { afterFailure: true }),
          ...withinCondition(common, made),
        }),
      );
    });
  }
}

const RETRIES = /^nick-(?:invision|fields)\/retry@/;
const GIVES_INPUTS = /^(?:workflow_dispatch|workflow_call)$/;

const EMPTY_STEP: Omit<PipelineStep, 'at'> = {
  inputs: new Map(),
  shell: NO_FILE_SHELL,
  folder: '.',
  variables: new Map(),
};

/** The image that an action of the repository is built from; nothing where it is none, or does more than run it. */
function imageOfAction(
  action: string,
  runs: Value | undefined,
  given: ReadonlyMap<string, string>,
): ImageAction | undefined {
  const file = textOf(member(runs, 'image'));
  const isBuilt = textOf(member(runs, 'using')) === 'docker' && file !== undefined && !file.includes(':');
  if (!isBuilt || hasOwn(runs!, 'pre-entrypoint') || hasOwn(runs!, 'post-entrypoint')) return undefined;
  const path = join(folderOf(action), file);
  const entryPoint = textOf(member(runs, 'entrypoint'));
  const context: Context = (name) => given.get(/^inputs\.([\w-]+)$/.exec(name)?.[1] ?? '');
  return path === undefined
    ? undefined
    : {
        file: path,
        ...(entryPoint === undefined ? {} : { entryPoint }),
        arguments: itemsOf(member(runs, 'args')).map((one) => interpolated(textOf(one) ?? OPEN, context)),
      };
}

function shortly({ run, uses }: PipelineStep): string | undefined {
  return run === undefined ? uses?.replace(/@.*$/, '') : run.text.split('\n', 1)[0]?.slice(0, 40);
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

/** Of a job that runs once for each value of a matrix: why a step runs for none of them, or its condition for one that it may run for. */
function inRunsOfMatrix(
  step: Value,
  job: Value,
  caller: Caller,
  envs: readonly (Value | undefined)[],
): Pick<PipelineStep, 'neverRuns' | 'conditionInOneRun'> {
  const asked = member(step, 'if');
  const condition = conditionOf(asked);
  const runs = runsFor(asked, job).map((matrix) => ({ ...caller, matrix }));
  if (condition === undefined || runs.length === 0) return {};
  const whys = runs.map((run) => neverRuns(condition, run, contextOf(run, envs)));
  const one = runs[whys.indexOf(undefined)];
  return one === undefined
    ? { neverRuns: whys[0]! }
    : { conditionInOneRun: withKnown(condition, contextOf(one, envs)) };
}
