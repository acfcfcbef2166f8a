import type { Location } from '../../../model/origin.ts';
import { known, type Value } from '../../../model/value.ts';
import { placeIn } from '../fact.ts';
import type { Findings } from '../findings.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { byRules, countsWhere, isNotNever, runsWhere } from './gitlab-rules.ts';
import type {
  Action,
  Credential,
  Pipeline,
  PipelineFiles,
  PipelineJob,
  PipelineStep,
  Trigger,
} from './pipeline.ts';
import { OPEN, TOP } from './shell-text.ts';

const FILE = '.gitlab-ci.yml';

export function isGitlabFile(path: string): boolean {
  return (
    path === FILE ||
    path === '.gitlab-ci.yaml' ||
    /^\.gitlab\/.*\.ya?ml$/.test(path) ||
    /(^|\/)[\w.-]*(?:gitlab-ci|ci)[\w.-]*\.ya?ml$/.test(path) ||
    /^(?:ci|\.ci|gitlab|pipelines?)\/.*\.ya?ml$/.test(path)
  );
}

/** Under this name a job keeps that it extends one that is not here. */
const MISSING = ' missing';

/** What is no job on the first level of the file. */
const KEYWORDS = new Set([
  'stages',
  'include',
  'default',
  'variables',
  'workflow',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
  'spec',
  'pages-settings',
  'types',
]);

/** The pipeline of GitLab CI: one file with those of the repository that it includes. */
export function gitlabPipelines(files: PipelineFiles, findings: Findings): readonly Pipeline[] {
  const text = files.texts.get(FILE);
  if (text === undefined) return [];
  const documents: { readonly file: string; readonly document: Value }[] = [];
  const unread: string[] = [];
  const read = new Set<string>();
  const visit = (file: string, own: string): void => {
    if (read.has(file) || read.size > 50) return;
    read.add(file);
    const { documents: parts, problem } = readStructured(file, own);
    if (problem !== undefined) findings.broken(file, problem.line, problem.why);
    const document = parts.at(-1);
    if (document === undefined) return;
    for (const include of itemsOf(member(document, 'include'))) {
      const path = textOf(include) ?? textOf(member(include, 'local'));
      const local = path === undefined || /^https?:/.test(path) ? undefined : path.replace(/^\//, '');
      const included = local === undefined ? undefined : files.texts.get(local);
      if (included !== undefined) visit(local!, included);
      else unread.push(local ?? nameOfInclude(include));
    }
    documents.push({ file, document });
  };
  visit(FILE, text);
  return [new GitlabReading(documents, unread).pipeline()];
}

function nameOfInclude(include: Value): string {
  for (const key of ['project', 'template', 'remote', 'component']) {
    const text = textOf(member(include, key));
    if (text !== undefined) return `the ${key} ${text}`;
  }
  return 'what it includes';
}

/** Templates of GitLab that scan: a job of theirs runs although nobody can read it here. */
const KNOWN_TEMPLATES = /Dependency-Scanning|SAST|Secret-Detection|Container-Scanning/;

class GitlabReading {
  readonly #jobs = new Map<string, { readonly file: string; readonly job: Value }>();
  readonly #top = new Map<string, Value>();
  readonly #unread: readonly string[];

  constructor(
    documents: readonly { readonly file: string; readonly document: Value }[],
    unread: readonly string[],
  ) {
    this.#unread = unread;
    for (const { file, document } of documents) {
      for (const [name, value] of membersOf(document)) {
        if (KEYWORDS.has(name)) this.#top.set(name, value);
        else this.#jobs.set(name, { file, job: value });
      }
      if (document.kind === 'object' && document.open !== undefined) this.broken = file;
    }
  }

  broken: string | undefined;

  pipeline(): Pipeline {
    const at = placeIn(FILE);
    const credentials: Credential[] = [];
    const actions: Action[] = [];
    const global = this.#top.get('variables');
    keysIn(global, undefined, credentials);
    const stages = itemsOf(this.#top.get('stages')).flatMap((stage) => textOf(stage) ?? []);
    const order = ['.pre', ...(stages.length > 0 ? stages : ['build', 'test', 'deploy']), '.post'];
    const whole = [...this.#jobs]
      .filter(([, { job }]) => job.kind === 'object')
      .map(([name, { job }]) => ({ name, job: this.#extended(job) }));
    const hidden = whole.filter(({ name }) => name.startsWith('.'));
    const shown = whole.filter(({ name }) => !name.startsWith('.'));
    const stageOf = new Map(
      shown.map(({ name, job }) => [name, textOf(job.get('stage')) ?? 'test'] as const),
    );
    const jobs = shown.map(({ name, job }) => this.#job(name, job, stageOf, order, credentials));
    const templates: PipelineJob[] = hidden.map(({ name, job }) => ({
      ...this.#job(name, job, stageOf, order, []),
      needs: [],
      neverRuns: 'its name begins with a dot: GitLab runs it only where another job extends it',
    }));
    // A template that a job extends is that job: only what nobody takes up is told as never run.
    const taken = new Set(
      [...this.#jobs.values()].flatMap(({ job }) =>
        itemsOf(member(job, 'extends')).flatMap((e) => textOf(e) ?? []),
      ),
    );
    const outside = this.#unread.map(
      (what): PipelineJob => ({
        id: what,
        at: this.#top.get('include')?.origin.at ?? at,
        needs: [],
        steps: [
          KNOWN_TEMPLATES.test(what)
            ? {
                ...EMPTY,
                at,
                uses: `gitlab-template/${what.replace(/^the template /, '')}`,
                inputs: new Map(),
              }
            : { ...EMPTY, at, inputs: new Map(), open: `what ${what} runs, which is included` },
        ],
      }),
    );
    return {
      system: 'gitlab-ci',
      file: FILE,
      at,
      triggers: this.#triggers(at),
      jobs: [
        ...jobs,
        ...templates.filter(({ id, steps }) => !taken.has(id) && steps.some(({ run }) => run !== undefined)),
        ...outside,
      ],
      actions,
      credentials,
      ...(this.broken === undefined ? {} : { open: `mending ${this.broken}` }),
      ...(credentials.some(({ kind }) => kind === 'role')
        ? {}
        : { credentialsOpen: 'the variables in the settings of the project' }),
    };
  }

  #triggers(at: Location): readonly Trigger[] {
    const rules = itemsOf(member(this.#top.get('workflow'), 'rules'));
    const found = rules.flatMap((rule): readonly Trigger[] => {
      const condition = textOf(member(rule, 'if')) ?? '';
      if (textOf(member(rule, 'when')) === 'never') return [];
      const branch = /\$CI_COMMIT_BRANCH\s*==\s*["']?([\w./-]+)/.exec(condition)?.[1];
      const event = /merge_request/.test(condition)
        ? 'merge_request'
        : /schedule/.test(condition)
          ? 'schedule'
          : 'push';
      return [{ event, at: rule.origin.at, ...(branch === undefined ? {} : { branches: [branch] }) }];
    });
    return found.length > 0 ? found : [{ event: 'push', at }];
  }

  /** What starts the runs that jobs choose among; that something is run by the clock only the rules of all say. */
  #startsOf(at: Location): readonly Trigger[] {
    const told = this.#triggers(at).filter(({ event }) => event === 'schedule');
    return [{ event: 'push', at }, { event: 'merge_request', at }, ...told];
  }

  /** A job with what it extends, and what holds for all. */
  #extended(job: Value, seen: readonly string[] = []): Map<string, Value> {
    const found = new Map<string, Value>();
    for (const parent of itemsOf(member(job, 'extends'))) {
      const name = textOf(parent);
      const template = name === undefined || seen.includes(name) ? undefined : this.#jobs.get(name)?.job;
      if (template === undefined) {
        if (name !== undefined && !seen.includes(name)) found.set(MISSING, known(name, parent.origin));
        continue;
      }
      for (const [key, value] of this.#extended(template, [...seen, name!]))
        found.set(key, merged(found.get(key), value));
    }
    for (const [key, value] of membersOf(job)) found.set(key, merged(found.get(key), value));
    return found;
  }

  #job(
    name: string,
    job: ReadonlyMap<string, Value>,
    stageOf: ReadonlyMap<string, string>,
    order: readonly string[],
    credentials: Credential[],
  ): PipelineJob {
    const file = this.#jobs.get(name)!.file;
    const at = this.#jobs.get(name)!.job.origin.at;
    const fallback = (key: string) =>
      job.get(key) ?? member(this.#top.get('default'), key) ?? this.#top.get(key);
    const stage = textOf(job.get('stage')) ?? 'test';
    const required = itemsOf(job.get('needs')).filter((need) => textOf(member(need, 'optional')) !== 'true');
    const needs =
      job.get('needs') === undefined
        ? [...stageOf].flatMap(([other, its]) =>
            order.indexOf(its) >= 0 && order.indexOf(its) < order.indexOf(stage) ? [other] : [],
          )
        : itemsOf(job.get('needs')).flatMap(nameOfNeed);
    const environment = job.get('environment');
    const named = environment?.kind === 'object' ? member(environment, 'name') : environment;
    const image = fallback('image');
    const imageName = image?.kind === 'object' ? member(image, 'name') : image;
    const services = itemsOf(fallback('services')).flatMap(
      (one) => textOf(one) ?? textOf(member(one, 'name')) ?? [],
    );
    const variables = new Map<string, string>();
    for (const own of [this.#top.get('variables'), job.get('variables')])
      for (const [key, value] of membersOf(own)) {
        const text = textOf(value) ?? textOf(member(value, 'value')) ?? OPEN;
        variables.set(key, substituted(text, variables));
      }
    keysIn(job.get('variables'), name, credentials);
    if (job.has('id_tokens'))
      credentials.push({ kind: 'role', name: 'id_tokens', job: name, at: job.get('id_tokens')!.origin.at });
    const { never, manual, mayFail } = whenOf(job);
    const whens = whensOf(job).filter((when) => when !== 'never');
    const isAfterFailure = whens.length > 0 && whens.every((when) => when === 'on_failure');
    const condition = textOf(member(itemsOf(job.get('rules'))[0], 'if'));
    const workflow = member(this.#top.get('workflow'), 'rules');
    const where = runsWhere(job, workflow !== undefined);
    const counts = mayFail === undefined ? countsWhere(job) : undefined;
    const steps = (['before_script', 'script', 'after_script'] as const).flatMap(
      (key): readonly PipelineStep[] => {
        const value = key === 'script' ? job.get(key) : fallback(key);
        const own = value === undefined ? [] : scriptSteps(key, value, variables, file);
        return isAfterFailure ? own.map((step) => ({ ...step, afterFailure: true })) : own;
      },
    );
    const text = textOf(named);
    const missing = textOf(job.get(MISSING));
    const open =
      this.broken !== undefined
        ? `mending ${this.broken}`
        : missing !== undefined
          ? `what ${missing} brings, which ${name} extends`
          : job.has('trigger')
            ? `what the pipeline runs that ${name} starts`
            : undefined;
    return {
      id: name,
      at,
      needs,
      certain: required.flatMap(nameOfNeed),
      triggers: this.#startsOf(at),
      ...(where === undefined ? {} : { runsWhere: where }),
      ...(counts === undefined ? {} : { countsWhere: counts }),
      ...(workflow === undefined ? {} : { calledUnder: [byRules(workflow, isNotNever)] }),
      ...(text === undefined
        ? {}
        : { environment: { name: substituted(text, variables), at: named!.origin.at } }),
      ...(condition === undefined ? {} : { condition }),
      ...(textOf(imageName) === undefined
        ? {}
        : { image: { name: substituted(textOf(imageName)!, variables), at: imageName!.origin.at } }),
      ...(services.length === 0 ? {} : { services }),
      ...(never === undefined ? {} : { neverRuns: never }),
      ...(mayFail === undefined ? {} : { mayFail }),
      ...(manual === undefined ? {} : { manual }),
      ...(whens.includes('always') ? { regardless: 'when: always' } : {}),
      steps: open === undefined ? steps : [...steps, { ...EMPTY, at, inputs: new Map(), open }],
    };
  }
}

function nameOfNeed(need: Value): readonly string[] {
  const name = textOf(need) ?? textOf(member(need, 'job'));
  return name === undefined ? [] : [name];
}

const EMPTY = {
  shell: { errexit: true, pipefail: true },
  folder: '.',
  variables: new Map<string, string>(),
} as const;

const AFTER_SCRIPT = {
  mayFail: 'GitLab does not care how after_script ends',
  regardless: 'after_script',
} as const;

/** All lines of a script are one text for one shell; each is told by itself. */
function scriptSteps(
  key: string,
  value: Value,
  variables: ReadonlyMap<string, string>,
  file: string,
): readonly PipelineStep[] {
  const lines = flat(value);
  if (lines.length === 0) return [];
  const first = lines[0]!.origin.at;
  const open = lines.find((line) => textOf(line) === undefined);
  const texts: string[] = [];
  let at = first.line;
  for (const line of lines) {
    const text = textOf(line);
    if (text === undefined) continue;
    const own =
      line.origin.at.line + (line.origin.at.endLine > line.origin.at.line && text.includes('\n') ? 1 : 0);
    // Line numbers of the text are those of the file.
    for (; at < own; at++) texts.push('\n');
    texts.push(text, '\n');
    at += text.split('\n').length;
  }
  return [
    {
      ...EMPTY,
      name: key,
      at: value.origin.at,
      inputs: new Map(),
      variables,
      run: { text: texts.join(''), line: first.line, file: first.file === '' ? file : first.file },
      ...(key === 'script' ? { continues: true as const } : {}),
      ...(key === 'after_script' ? AFTER_SCRIPT : {}),
      ...(open === undefined
        ? {}
        : { open: open.kind === 'unknown' ? open.decidedBy : 'what the script runs' }),
    },
  ];
}

function flat(value: Value): readonly Value[] {
  return itemsOf(value).flatMap((item) => (item.kind === 'list' ? flat(item) : [item]));
}

/** Maps are merged member by member, everything else is replaced. */
function merged(before: Value | undefined, own: Value): Value {
  if (before?.kind !== 'object' || own.kind !== 'object') return own;
  return { ...own, members: new Map([...before.members, ...own.members]) };
}

function substituted(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$\{?([A-Za-z_]\w*)\}?/g,
    (_, name: string) => variables.get(name) ?? (name === 'CI_PROJECT_DIR' ? TOP : OPEN),
  );
}

/** When a job is run, by each of its rules where it has some. */
function whensOf(job: ReadonlyMap<string, Value>): readonly string[] {
  const when = textOf(job.get('when')) ?? 'on_success';
  const rules = job.get('rules');
  return rules?.kind === 'list' && rules.items.length > 0
    ? rules.items.map((rule) => textOf(member(rule, 'when')) ?? when)
    : [when];
}

interface When {
  readonly never?: string;
  readonly manual?: string;
  readonly mayFail?: string;
}

function whenOf(job: ReadonlyMap<string, Value>): When {
  const when = textOf(job.get('when'));
  const rules = job.get('rules');
  const allow = job.get('allow_failure');
  const mayFail = textOf(allow) === 'true' ? 'the job may fail (allow_failure)' : undefined;
  const made = mayFail === undefined ? {} : { mayFail };
  if (when === 'never') return { ...made, never: 'it says when: never' };
  if (rules !== undefined && rules.kind === 'list') {
    const open = rules.items.some((rule) => rule.kind !== 'object') || rules.open !== undefined;
    const whens = whensOf(job);
    if (!open && rules.items.length > 0 && whens.every((one) => one === 'never'))
      return { ...made, never: 'its rules say when: never' };
    if (whens.some((one) => one === 'manual') && whens.every((one) => one === 'manual' || one === 'never'))
      return { ...made, manual: 'when: manual' };
    const tolerant =
      rules.items.length > 0 &&
      rules.items.every(
        (rule) =>
          textOf(member(rule, 'allow_failure')) === 'true' || textOf(member(rule, 'when')) === 'never',
      );
    return tolerant && mayFail === undefined ? { mayFail: 'the job may fail (allow_failure)' } : made;
  }
  if (when !== 'manual') return made;
  // What nobody has to start is waited for by nothing, unless it says so.
  const isOptional = mayFail === undefined && allow === undefined;
  return {
    ...made,
    manual: 'when: manual',
    ...(isOptional ? { mayFail: 'nothing waits for it to be started (when: manual)' } : {}),
  };
}

function keysIn(variables: Value | undefined, job: string | undefined, credentials: Credential[]): void {
  for (const [name, value] of membersOf(variables))
    if (
      /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/.test(name) &&
      !/^(?:test|dummy|fake|local|x+)?$/i.test(textOf(value) ?? OPEN)
    )
      credentials.push({ kind: 'key', name, ...(job === undefined ? {} : { job }), at: value.origin.at });
}
