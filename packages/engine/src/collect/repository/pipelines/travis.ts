import type { Value } from '../../../model/value.ts';
import type { Findings } from '../findings.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';
import { isKey } from './github-supplies.ts';
import { bareStep, documentOf, openIn, placeIn, SETTINGS } from './other-hosts.ts';
import type { Credential, Pipeline, PipelineFiles, PipelineJob, Trigger } from './pipeline.ts';
import { OPEN } from './shell-text.ts';
import { allOf } from './travis-conditions.ts';
import { type TravisJob, travisSteps } from './travis-phases.ts';

const FILE = '.travis.yml';

export function isTravisFile(path: string): boolean {
  return path === FILE;
}

/** Jobs of one stage run beside each other, and a stage begins when all jobs of the one before it ended well. */
export function travisPipelines(files: PipelineFiles, findings: Findings): readonly Pipeline[] {
  const text = files.texts.get(FILE);
  return text === undefined ? [] : [pipelineOf(FILE, documentOf(FILE, text, findings), files)];
}

function pipelineOf(file: string, document: Value | undefined, files: PipelineFiles): Pipeline {
  const credentials: Credential[] = [];
  const at = placeIn(file);
  const open =
    openIn(document, file) ?? (member(document, 'import') === undefined ? undefined : `what ${file} imports`);
  const jobs = jobsOf(document).map((one): PipelineJob => {
    const variables = variablesOf(one, credentials);
    const steps = travisSteps(one.job, {
      file,
      id: one.id,
      variables,
      has: files.has,
      credentials,
    });
    const { condition } = one;
    return {
      id: one.id,
      at: one.at,
      needs: one.needs,
      ...(condition === undefined ? {} : { condition }),
      ...(condition === 'false' ? { neverRuns: 'its condition is false' } : {}),
      ...(one.mayFail === undefined ? {} : { mayFail: one.mayFail }),
      ...runsOn(one.job),
      services: itemsOf(one.job.get('services')).flatMap((service) => textOf(service) ?? []),
      steps: open === undefined ? steps : [...steps, bareStep(one.at, { open })],
    };
  });
  return {
    system: 'travis-ci',
    file,
    at,
    triggers: triggersOf(document, file),
    triggersOpen: 'the cron jobs in the settings of the project',
    jobs,
    actions: [],
    credentials,
    credentialsOpen: SETTINGS,
    ...(open === undefined ? {} : { open }),
  };
}

function runsOn(job: TravisJob): { readonly runsOn?: string } {
  const machine = textOf(job.get('dist')) ?? textOf(job.get('os'));
  return machine === undefined ? {} : { runsOn: machine };
}

function triggersOf(document: Value | undefined, file: string): readonly Trigger[] {
  const only = member(member(document, 'branches'), 'only');
  const branches = itemsOf(only).flatMap((branch) => textOf(branch) ?? []);
  const at = only?.origin.at ?? placeIn(file);
  const condition = textOf(member(document, 'if')) ?? '';
  const ofPushes =
    /\btype\b/i.test(condition) &&
    (!/pull_request/i.test(condition) || /!=\s*pull_request|\bNOT IN\b/i.test(condition));
  return [
    { event: 'push', at, ...(branches.length === 0 ? {} : { branches }) },
    ...(ofPushes ? [] : [{ event: 'pull_request', at }]),
  ];
}

interface OneJob {
  readonly id: string;
  readonly at: Value['origin']['at'];
  readonly job: TravisJob;
  readonly stage: string;
  /** It stands in the list of jobs, and is no matrix: all of its variables are of one job. */
  readonly isListed?: true;
  readonly needs: readonly string[];
  readonly condition?: string;
  readonly mayFail?: string;
}

/** What is about the build as a whole, and of no job. */
const OF_THE_BUILD = new Set(['jobs', 'matrix', 'stages', 'branches', 'notifications', 'import', 'version']);
/** What makes a job of each of its values. Source: Travis CI, Build Matrix. */
const EXPANDS =
  /^(?:env|os|arch|node_js|python|rvm|ruby|go|jdk|php|scala|perl|rust|julia|elixir|otp_release|haxe|gemfile|compiler|dart|r|crystal|d|dotnet|mono|ghc|smalltalk|xcode_\w+|osx_image)$/;

function jobsOf(document: Value | undefined): readonly OneJob[] {
  if (document?.kind !== 'object') return [];
  const top = new Map([...membersOf(document)].filter(([name]) => !OF_THE_BUILD.has(name)));
  const listed = member(document, 'jobs') ?? member(document, 'matrix');
  const included = listed?.kind === 'list' ? listed.items : itemsOf(member(listed, 'include'));
  const allowed = itemsOf(member(listed, 'allow_failures'));
  const found: Omit<OneJob, 'needs'>[] = [];
  const whole = textOf(member(document, 'if'));
  // A matrix of one job counts only where no job is listed.
  if (included.length === 0 || sizeOf(top) > 1)
    found.push({ ...named('build', top, document, whole), stage: 'test', ...failing(top, allowed, top) });
  let stage = 'test';
  for (const [index, entry] of included.entries()) {
    stage = textOf(member(entry, 'stage'))?.toLowerCase() ?? stage;
    const own = new Map([...firstOfEach(top), ...membersOf(entry)]);
    const name = textOf(member(entry, 'name')) ?? `${index + 1}`;
    found.push({
      ...named(`${stage} / ${name}`, own, entry, whole),
      stage,
      isListed: true,
      ...failing(own, allowed, top),
    });
  }
  return inStages(unique(found), itemsOf(member(document, 'stages')));
}

function named(id: string, job: TravisJob, value: Value, whole: string | undefined) {
  const said = [whole, value.kind === 'object' ? textOf(job.get('if')) : undefined];
  const condition = allOf(said);
  return { id, job, at: value.origin.at, ...(condition === '' ? {} : { condition }) };
}

/** How many jobs the values of the matrix make. */
function sizeOf(top: TravisJob): number {
  return [...top].reduce((size, [name, value]) => size * Math.max(1, valuesOf(name, value).length), 1);
}

/** The values of which each makes a job; of variables those that are not said to be for all. */
function valuesOf(name: string, value: Value): readonly Value[] {
  if (!EXPANDS.test(name)) return [];
  if (name !== 'env' || value.kind !== 'object') return itemsOf(value);
  return itemsOf(member(value, 'jobs') ?? member(value, 'matrix'));
}

/** What a job that is listed takes of the matrix, and the variables that are for all. */
function firstOfEach(top: TravisJob): TravisJob {
  const taken = new Map<string, Value>();
  for (const [name, value] of top) {
    if (!isSorted(value) || name !== 'env') taken.set(name, valuesOf(name, value)[0] ?? value);
    else {
      const [first] = valuesOf(name, value);
      const shared = member(value, 'global');
      if (first !== undefined) taken.set('env', first);
      if (shared !== undefined) taken.set(SHARED, shared);
    }
  }
  return taken;
}

/** Under this name a job keeps the variables of all jobs beside its own. */
const SHARED = ' env';

/** Whether variables are told apart by whether they are for all jobs: `env: { global: […], jobs: […] }`. */
function isSorted(env: Value | undefined): boolean {
  return env?.kind === 'object' && ['global', 'jobs', 'matrix'].some((name) => env.members.has(name));
}

/** Why the failure of a job does not matter: a row of `allow_failures` fits it, in all that the matrix makes of it. */
function failing(job: TravisJob, allowed: readonly Value[], top: TravisJob): { readonly mayFail?: string } {
  const isMatrix = job === top;
  const covers = (row: Value): boolean => {
    const keys = [...membersOf(row)];
    return (
      keys.length > 0 &&
      keys.every(([name, value]) => {
        const own = job.get(name);
        if (own === undefined) return name === 'os' && textOf(value) === 'linux' && !isOfApple(job);
        const values = isMatrix ? valuesOf(name, own) : [];
        return (values.length === 0 ? itemsOf(own) : values).every((one) => textOf(one) === textOf(value));
      })
    );
  };
  return allowed.some(covers) || (isMatrix && coveredTogether(job, allowed))
    ? { mayFail: 'allow_failures' }
    : {};
}

/** Whether a job that names no system runs on macOS. Source: Travis CI, Operating System Reference. */
function isOfApple(job: TravisJob): boolean {
  return job.has('osx_image') || /^(?:objective-c|swift)$/.test(textOf(job.get('language')) ?? '');
}

/** Whether rows of one key each leave out no value of it. */
function coveredTogether(job: TravisJob, allowed: readonly Value[]): boolean {
  const single = allowed.flatMap((row) => {
    const [key, ...more] = membersOf(row);
    return key === undefined || more.length > 0 ? [] : [key];
  });
  return [...job].some(([name, value]) => {
    const values = valuesOf(name, value);
    return (
      values.length > 0 &&
      values.every((one) =>
        single.some(([key, row]) => key === name && textOf(row) !== undefined && textOf(row) === textOf(one)),
      )
    );
  });
}

function unique(jobs: readonly Omit<OneJob, 'needs'>[]): readonly Omit<OneJob, 'needs'>[] {
  const seen = new Map<string, number>();
  return jobs.map((job) => {
    const count = (seen.get(job.id) ?? 0) + 1;
    seen.set(job.id, count);
    return count === 1 ? job : { ...job, id: `${job.id} (${count})` };
  });
}

/** Jobs with those that they wait for, and with the conditions of their stages. */
function inStages(jobs: readonly Omit<OneJob, 'needs'>[], stages: readonly Value[]): readonly OneJob[] {
  const nameOf = (stage: Value): string =>
    (textOf(stage) ?? textOf(member(stage, 'name')) ?? '').toLowerCase();
  const order = [...new Set([...stages.map(nameOf), ...jobs.map(({ stage }) => stage)])];
  return jobs.map((job) => {
    const place = order.indexOf(job.stage);
    const own = textOf(
      member(
        stages.find((stage) => nameOf(stage) === job.stage),
        'if',
      ),
    );
    const condition = allOf([job.condition, own]);
    return {
      ...job,
      needs: jobs.filter(({ stage }) => order.indexOf(stage) < place).map(({ id }) => id),
      ...(condition === '' ? {} : { condition }),
    };
  });
}

/** The variables of a job; what differs from one job of a matrix to the next is open. */
function variablesOf({ id, job, isListed }: OneJob, credentials: Credential[]): ReadonlyMap<string, string> {
  const env = job.get('env');
  const shared = job.get(SHARED) ?? (isSorted(env) ? member(env, 'global') : undefined);
  const rows = isSorted(env) ? valuesOf('env', env!) : itemsOf(env);
  const found = new Map<string, string>();
  for (const one of itemsOf(shared))
    for (const [name, text] of assignmentsIn(one, undefined, credentials)) found.set(name, text);
  const lines = rows.map((row) => assignmentsIn(row, id, credentials));
  const each = isListed ? [new Map(lines.flatMap((line) => [...line]))] : lines;
  for (const name of new Set(each.flatMap((row) => [...row.keys()]))) {
    const [text = OPEN, ...others] = new Set(each.map((row) => row.get(name)));
    // What only some of the jobs have may not be there.
    found.set(name, others.length === 0 ? text : OPEN);
  }
  return found;
}

const ASSIGNMENT = /([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']*)/g;

/** `STAGE=dev REGION="eu-west-1"`, or a map; keys of the account among them are told. */
function assignmentsIn(
  value: Value,
  job: string | undefined,
  credentials: Credential[],
): ReadonlyMap<string, string> {
  const text = textOf(value);
  // Of anchors: lists in a list.
  if (value.kind === 'list')
    return new Map(value.items.flatMap((one) => [...assignmentsIn(one, job, credentials)]));
  const found = new Map(
    text === undefined
      ? [...membersOf(value)]
          .filter(([name]) => name !== 'secure')
          .map(([name, one]) => [name, plainOf(textOf(one))] as const)
      : [...text.matchAll(ASSIGNMENT)].map(
          ([, name, given]) => [name!, plainOf(given!.replace(/^(["'])(.*)\1$/s, '$2'))] as const,
        ),
  );
  const { at } = value.origin;
  for (const [name, given] of found) {
    const isTold = credentials.some((one) => one.name === name && one.at.line === at.line);
    if (!isTold && isKey(name, given))
      credentials.push({ kind: 'key', name, ...(job === undefined ? {} : { job }), at });
  }
  return found;
}

function plainOf(text: string | undefined): string {
  return text === undefined || text.includes('$') ? OPEN : text;
}
