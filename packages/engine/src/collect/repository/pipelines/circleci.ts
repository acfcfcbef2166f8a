import type { Value } from '../../../model/value.ts';
import type { Findings } from '../findings.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';
import {
  bareStep,
  documentOf,
  keysAmong,
  namedStep,
  openIn,
  placeIn,
  runStep,
  SETTINGS,
  variablesIn,
} from './other-hosts.ts';
import type { Action, Credential, Pipeline, PipelineFiles, PipelineJob, PipelineStep } from './pipeline.ts';
import { isOpen, OPEN } from './shell-text.ts';

const FILE = /^\.circleci\/config\.ya?ml$/;

export function isCircleFile(path: string): boolean {
  return FILE.test(path);
}

/** Jobs run where a workflow names them; each `run` has a shell of its own with `-eo pipefail`. */
export function circlePipelines(files: PipelineFiles, findings: Findings): readonly Pipeline[] {
  return [...files.texts]
    .filter(([file]) => FILE.test(file))
    .map(([file, text]): Pipeline => {
      const document = documentOf(file, text, findings);
      const at = placeIn(file);
      const credentials: Credential[] = [];
      const actions: Action[] = [];
      for (const [name, orb] of membersOf(member(document, 'orbs'))) {
        const written = textOf(orb);
        if (written === undefined) continue;
        const [source = name, ref = ''] = written.split('@');
        // Versions of orbs never change once they are published; `1` and `volatile` stand for the newest.
        actions.push({
          name: source,
          ref,
          pinned: /^\d+\.\d+\.\d+$/.test(ref),
          by: /^circleci\//.test(source) ? 'host' : 'others',
          at: orb.origin.at,
        });
      }
      const reading = new CircleReading(document, file, credentials);
      const open = openIn(document, file);
      const dynamic =
        textOf(member(document, 'setup')) === 'true'
          ? 'what the pipeline runs that its setup makes'
          : undefined;
      return {
        system: 'circleci',
        file,
        at,
        triggers: reading.triggers(),
        jobs: reading.jobs(dynamic ?? open),
        actions,
        credentials,
        credentialsOpen: SETTINGS,
        ...(open === undefined ? {} : { open }),
      };
    });
}

class CircleReading {
  readonly #document: Value | undefined;
  readonly #file: string;
  readonly #credentials: Credential[];

  /** Commands that call others grow with each call. */
  #left = 2_000;

  constructor(document: Value | undefined, file: string, credentials: Credential[]) {
    this.#document = document;
    this.#file = file;
    this.#credentials = credentials;
  }

  triggers(): Pipeline['triggers'] {
    const workflows = [...membersOf(member(this.#document, 'workflows'))];
    const scheduled = workflows
      .flatMap(([, workflow]) => itemsOf(member(workflow, 'triggers')))
      .filter((t) => member(t, 'schedule') !== undefined);
    const plain = workflows.some(
      ([, workflow]) => workflow.kind === 'object' && member(workflow, 'triggers') === undefined,
    );
    const at = placeIn(this.#file);
    return [
      ...(plain || scheduled.length === 0 ? [{ event: 'push', at }] : []),
      ...scheduled.map((t) => ({ event: 'schedule', at: t.origin.at })),
    ];
  }

  jobs(open: string | undefined): readonly PipelineJob[] {
    const declared = membersOf(member(this.#document, 'jobs'));
    const found: PipelineJob[] = [];
    const used = new Set<string>();
    for (const [workflow, definition] of membersOf(member(this.#document, 'workflows'))) {
      for (const entry of itemsOf(member(definition, 'jobs'))) {
        const [name, settings] = entryOf(entry);
        if (name === undefined) continue;
        used.add(name);
        const id = `${workflow} / ${textOf(member(settings, 'name')) ?? name}`;
        const requires = itemsOf(member(settings, 'requires')).map(entryOf);
        const called = (name: string | undefined) => `${workflow} / ${name ?? ''}`;
        const needs = requires.map(([name]) => called(name));
        const minded = requires.filter(([, ends]) => itemsOf(ends).every((end) => textOf(end) === 'success'));
        const whatever =
          minded.length === requires.length
            ? {}
            : { regardless: 'requires', minds: minded.map(([name]) => called(name)) };
        const at = entry.origin.at;
        if (textOf(member(settings, 'type')) === 'approval') {
          found.push({ id, at, needs, manual: 'type: approval', steps: [] });
          continue;
        }
        const job = declared.get(name);
        if (job === undefined) {
          found.push({ id, at, needs, steps: [namedStep(name, at, settings)] });
          continue;
        }
        found.push({ ...this.#job(job, id, open, settings), needs, ...whatever, at: job.origin.at });
      }
    }
    if (found.length === 0) return [...declared].map(([id, job]) => this.#job(job, id, open));
    const idle = [...declared]
      .filter(([name]) => !used.has(name))
      .map(([id, job]): PipelineJob => ({ ...this.#job(job, id, open), neverRuns: 'no workflow names it' }));
    return withApprovals([...found, ...idle]);
  }

  #job(job: Value, id: string, open: string | undefined, settings?: Value): PipelineJob {
    keysAmong(member(job, 'environment'), id, this.#credentials);
    const executor = textOf(member(job, 'executor')) ?? textOf(member(member(job, 'executor'), 'name'));
    const own = executor === undefined ? undefined : member(member(this.#document, 'executors'), executor);
    const [image, ...beside] = itemsOf(member(job, 'docker') ?? member(own, 'docker')).map((one) =>
      member(one, 'image'),
    );
    const services = beside.flatMap((one) => textOf(one) ?? []);
    const folder = textOf(member(job, 'working_directory'));
    const variables = variablesIn(member(own, 'environment'), member(job, 'environment'));
    const parameters = parametersOf(job, settings, NO_PARAMETERS);
    const steps = itemsOf(member(job, 'steps')).flatMap((step) =>
      this.#steps(
        step,
        variables,
        folder === undefined || /^[~/]/.test(folder) ? '.' : folder,
        parameters,
        0,
      ),
    );
    return {
      id,
      at: job.origin.at,
      needs: [],
      ...(textOf(image) === undefined ? {} : { image: { name: textOf(image)!, at: image!.origin.at } }),
      ...(services.length === 0 ? {} : { services }),
      steps: open === undefined ? steps : [...steps, bareStep(job.origin.at, { open })],
    };
  }

  #steps(
    step: Value,
    variables: ReadonlyMap<string, string>,
    folder: string,
    parameters: Parameters,
    depth: number,
  ): readonly PipelineStep[] {
    const [name, settings] = entryOf(step);
    if (name === undefined) return [];
    const at = step.origin.at;
    const declared = member(member(this.#document, 'commands'), name);
    // `deploy` is an older word for `run`: what it runs waits for the other machines of its job.
    const isRun = name === 'run' || (name === 'deploy' && declared === undefined);
    const given = settings?.kind === 'object' ? member(settings, 'command') : settings;
    if (isRun && (name === 'run' || textOf(given) !== undefined)) {
      if (given === undefined) return [];
      const title = filled(textOf(member(settings, 'name')), parameters);
      const background = textOf(member(settings, 'background')) === 'true';
      const when = textOf(member(settings, 'when'));
      const own = filled(textOf(member(settings, 'working_directory')), parameters);
      const step = runStep(
        given,
        this.#file,
        { errexit: true, pipefail: true },
        {
          at,
          ...(title === undefined ? {} : { name: title }),
          variables: new Map([...variables, ...variablesIn(member(settings, 'environment'))]),
          folder: own === undefined ? folder : isOpen(own) ? undefined : /^[~/]/.test(own) ? '.' : own,
          ...(background ? { mayFail: 'it runs in the background' } : {}),
          ...(when === 'on_fail'
            ? { afterFailure: true as const }
            : when === 'always'
              ? { regardless: 'when: always' }
              : {}),
        },
      );
      return [{ ...step, run: { ...step.run!, text: filled(step.run!.text, parameters) } }];
    }
    if (name === 'when' || name === 'unless') {
      const condition = textOf(member(settings, 'condition'));
      const never = filled(condition, parameters) === (name === 'when' ? 'false' : 'true');
      return itemsOf(member(settings, 'steps'))
        .flatMap((inner) => this.#steps(inner, variables, folder, parameters, depth + 1))
        .map((one) =>
          never
            ? { ...one, neverRuns: `its condition ${name} ${condition} never holds` }
            : { ...one, ...behind(name, member(settings, 'condition'), parameters, one) },
        );
    }
    if (declared !== undefined && depth < 10 && --this.#left > 0)
      return itemsOf(member(declared, 'steps')).flatMap((inner) =>
        this.#steps(inner, variables, folder, parametersOf(declared, settings, parameters), depth + 1),
      );
    const uses = BUILT_IN.get(name) ?? name;
    const called = namedStep(uses, at, settings);
    return [
      {
        ...called,
        inputs: new Map([...called.inputs].map(([key, text]) => [key, filled(text, parameters)])),
      },
    ];
  }
}

/** The condition of what stands in `when` or `unless`, where what is given does not tell whether it holds. */
function behind(
  name: string,
  condition: Value | undefined,
  parameters: Parameters,
  { condition: inner }: PipelineStep,
): Pick<PipelineStep, 'condition'> {
  const said = filled(textOf(condition), parameters);
  if (said === (name === 'when' ? 'true' : 'false')) return {};
  const words = said === undefined || isOpen(said) ? wordsOf(condition) : said;
  // Its own parameters may be others each time that it is called.
  const isOfCall = /<<\s*(?:parameters|matrix)\./.test(words);
  const own = `${name} ${words}${isOfCall ? ` (line ${condition?.origin.at.line})` : ''}`;
  return { condition: inner === undefined ? own : `${own} AND ${inner}` };
}

/** A condition of `and`, `or`, `not` and `equal` on one line. */
function wordsOf(condition: Value | undefined): string {
  if (condition === undefined) return '';
  const parts =
    condition.kind === 'object'
      ? [...condition.members].map(([key, value]) => `${key}: ${wordsOf(value)}`)
      : itemsOf(condition).map((one) => textOf(one) ?? wordsOf(one));
  return parts.join(', ');
}

/** What `<< parameters.stage >>` stands for. */
type Parameters = ReadonlyMap<string, string>;
const NO_PARAMETERS: Parameters = new Map();

/** The parameters that a job or a command declares, as whoever calls it gives them. */
function parametersOf(declaring: Value, given: Value | undefined, outer: Parameters): Parameters {
  const several = member(member(given, 'matrix'), 'parameters');
  return new Map(
    [...membersOf(member(declaring, 'parameters'))].map(([name, parameter]) => {
      const handed = member(given, name) ?? member(several, name) ?? member(parameter, 'default');
      return [name, filled(textOf(handed) ?? OPEN, outer)] as const;
    }),
  );
}

/** A text with its parameters put in; those of the whole pipeline are up to whoever starts it. */
function filled<T extends string | undefined>(text: T, parameters: Parameters): T | string {
  if (text === undefined) return text;
  return text.replace(
    /<<\s*(?:parameters\.([\w-]+)|(?:pipeline|matrix)\.[\w.-]+)\s*>>/g,
    (_, name: string | undefined) => (name === undefined ? OPEN : (parameters.get(name) ?? OPEN)),
  );
}

const BUILT_IN = new Map([
  ['checkout', 'actions/checkout'],
  ['setup_remote_docker', 'actions/setup'],
  ['save_cache', 'actions/cache'],
  ['restore_cache', 'actions/cache'],
  ['store_artifacts', 'actions/upload-artifact'],
  ['store_test_results', 'actions/report'],
  ['persist_to_workspace', 'actions/upload-artifact'],
  ['attach_workspace', 'actions/download-artifact'],
  ['add_ssh_keys', 'actions/setup'],
]);

/** `build`, or `build: { … }`. */
function entryOf(value: Value): readonly [string | undefined, Value | undefined] {
  const text = textOf(value);
  if (text !== undefined) return [text, undefined];
  const [first] = membersOf(value);
  return first === undefined ? [undefined, undefined] : first;
}

/** What needs an approval waits for somebody, itself or through the jobs that it needs. */
function withApprovals(jobs: readonly PipelineJob[]): readonly PipelineJob[] {
  const waiting = new Set(jobs.filter(({ manual }) => manual !== undefined).map(({ id }) => id));
  for (let size = -1; size !== waiting.size; ) {
    size = waiting.size;
    for (const { id, needs } of jobs) if (needs.some((need) => waiting.has(need))) waiting.add(id);
  }
  return jobs.map((job) =>
    job.manual === undefined && waiting.has(job.id) ? { ...job, manual: 'it needs an approval' } : job,
  );
}
