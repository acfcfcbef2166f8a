import { parentPort, workerData } from 'node:worker_threads';
import { graphOf } from '../../packages/engine/src/assess/assess.ts';
import { judge } from '../../packages/engine/src/assess/judge.ts';
import { judgeSource } from '../../packages/engine/src/assess/not-synthesized.ts';
import { graphOfRepository, withInfrastructure } from '../../packages/engine/src/assess/repository-graph.ts';
import type { Check } from '../../packages/engine/src/catalog/check.ts';
import { CHECKS } from '../../packages/engine/src/catalog/index.generated.ts';
import {
  type Assessment,
  assessRepository,
  type CollectOptions,
  collectRepository,
  render,
} from '../../packages/engine/src/index.ts';
import { documentedDefault } from '../../packages/engine/src/knowledge/defaults/index.ts';
import { EDGES } from '../../packages/engine/src/knowledge/edges/index.ts';
import { Graph, type GraphData } from '../../packages/engine/src/model/graph.ts';
import { kindOf } from '../../packages/engine/src/model/outcome.ts';
import { FORMATS } from '../../packages/engine/src/report/formats.generated.ts';
import { hideOne } from '../../packages/engine/test/support/hide.ts';
import { type MemoryFile, memoryFileSystem } from '../../packages/engine/test/support/memory-file-system.ts';
import { broken } from './break.ts';
import type { Note } from './fuzz.ts';
import { becameBetter, withHiddenFiles } from './hidden-files.ts';
import { choices } from './mutate.ts';
import { readSeeds, type Seed, type SeedKind } from './seeds.ts';

const { runs, seed } = workerData as { runs: number; seed: number };

/** One graph that evidence is hidden in, and the way in which its root is judged. */
interface Judged {
  readonly name: string;
  readonly data: GraphData;
  readonly judge: typeof judge;
  /** Those that are asked of it. */
  readonly checks: readonly Check[];
}

const byKind = Map.groupBy(readSeeds(), ({ kind }) => kind);
const graphs = new Map<Seed, readonly Judged[]>();
const whole = new Map<Seed, Assessment | undefined>();
const OF_ROOTS = CHECKS.filter(({ about }) => about === undefined);
const OF_REPOSITORIES = CHECKS.filter(({ about }) => about === 'repository');
const TABLES = { edges: EDGES, defaults: documentedDefault };
const JSON_FORMATS: ReadonlySet<string> = new Set(['json', 'sarif', 'gitlab', 'ocsf']);
const KINDS = [...byKind.keys()];

let bytes = 0;
let evidence = 0;
let lastNote = performance.now();
const tell = (note: Pick<Note, 'kind'> & Partial<Note>) =>
  parentPort!.postMessage({ bytes, evidence, ...note });

tell({ kind: 'progress' });
for (let run = 0; run < runs; run++) {
  const own = seed + run;
  const pick = choices(own);
  let about = `seed ${own}`;
  if (performance.now() - lastNote > 500) {
    tell({ kind: 'progress', running: about });
    lastNote = performance.now();
  }
  try {
    if (run % 4 === 0) {
      bytes++;
      const start = oneOf(byKind, pick);
      about += ` (${start.name})`;
      await mustBeReported(broken(start, pick), start);
    } else {
      evidence++;
      const start = oneOf(byKind, pick);
      about += ` (${start.name})`;
      const problem =
        start.kind === 'repository' && pick(2) === 0
          ? await hideFiles(start, pick)
          : await hideSomeEvidence(start, pick);
      if (problem !== undefined) tell({ kind: 'failure', failure: `${about}: ${problem}` });
    }
  } catch (error) {
    tell({
      kind: 'failure',
      failure: `${about}: ${(error as Error).stack?.split('\n').slice(0, 5).join(' | ')}`,
    });
  }
}
tell({ kind: 'done' });

/** A third of the runs start from one file alone, a third from a repository, the others from one of all kinds. */
function oneOf(from: ReadonlyMap<SeedKind, readonly Seed[]>, pick: (below: number) => number): Seed {
  const kind = (['file', 'repository', KINDS[pick(KINDS.length)]!] as const)[pick(3)]!;
  const list = from.get(kind)!;
  return list[pick(list.length)]!;
}

function optionsOf(
  { given, env, alone }: Pick<Seed, 'given' | 'env' | 'alone'>,
  files: Readonly<Record<string, MemoryFile>>,
): CollectOptions {
  return {
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    ...(given === undefined ? {} : { [given]: '/repo/planned.file' }),
    ...(env === undefined ? {} : { env }),
    ...(alone === true ? { languages: ['repository'] } : {}),
    now: new Date('2026-11-21T12:00:00Z'),
  };
}

/** Reads, judges and reports in every format: one message may end it, nothing else. */
async function mustBeReported(files: Readonly<Record<string, MemoryFile>>, start: Seed): Promise<void> {
  const run = await assessRepository(optionsOf(start, files)).catch((error: Error) => {
    if (error.name !== 'CannotRun') throw error;
    mustBeClear('the message', error.message);
    return undefined;
  });
  if (run === undefined) return;
  for (const { name } of FORMATS) {
    const options = { columns: 80, colour: false, verbose: true, quiet: false, date: new Date(0) };
    const said = await render(name, run, options);
    mustBeClear(`the ${name} report`, said);
    if (JSON_FORMATS.has(name)) JSON.parse(said);
  }
}

function mustBeClear(what: string, said: string): void {
  if (/\n\s+at .*\.(ts|js):\d+/.test(said)) throw new Error(`a stack trace in ${what}`);
  if (/root:x:0:|\[object Object\]/.test(said)) throw new Error(`${what} says what it should not`);
}

/** The graphs of a seed, made when they are first asked for. */
async function graphsOf(start: Seed): Promise<readonly Judged[]> {
  const before = graphs.get(start);
  if (before !== undefined) return before;
  const collected = await collectRepository(optionsOf(start, start.files)).catch((error: Error) => {
    if (error.name !== 'CannotRun') throw error;
    return undefined;
  });
  const roots = collected?.roots ?? [];
  const made: Judged[] = roots.map((root) => ({
    name: start.name,
    data: graphOf(root, TABLES),
    judge: root.root.kind === 'cdk-source' ? judgeSource : judge,
    checks: OF_ROOTS,
  }));
  if (collected?.repositoryRoot !== undefined) {
    const own = graphOfRepository(collected.repositoryRoot, TABLES);
    const sees = (check: Check) => check.seesInfrastructure === true;
    const name = `${start.name}, the repository itself`;
    made.push(
      { name, data: own, judge, checks: OF_REPOSITORIES.filter((check) => !sees(check)) },
      {
        name,
        data: withInfrastructure(own, roots, collected.repositoryRoot.services),
        judge,
        checks: OF_REPOSITORIES.filter(sees),
      },
    );
  }
  graphs.set(start, made);
  return made;
}

/** Three of four graphs of a repository are those of the repository itself. */
async function hideSomeEvidence(start: Seed, pick: (below: number) => number): Promise<string | undefined> {
  const made = await graphsOf(start);
  const own = made.filter(({ checks }) => checks !== OF_ROOTS);
  const from = start.kind === 'repository' && pick(4) > 0 ? own : made;
  return from.length === 0 ? undefined : hideEvidence(from[pick(from.length)]!, pick);
}

/** What the whole says better where some of its files cannot be read. */
async function hideFiles(start: Seed, pick: (below: number) => number): Promise<string | undefined> {
  if (!whole.has(start)) whole.set(start, await assessed(start, start.files));
  const before = whole.get(start);
  const { files, hidden } = withHiddenFiles(start, pick);
  const after = before === undefined ? undefined : await assessed(start, files);
  if (before === undefined || after === undefined) return undefined;
  const problem = becameBetter(before, after);
  return problem === undefined ? undefined : `without ${hidden.join(', ')}: ${problem}`;
}

async function assessed(
  start: Seed,
  files: Readonly<Record<string, MemoryFile>>,
): Promise<Assessment | undefined> {
  const run = await assessRepository(optionsOf(start, files)).catch((error: Error) => {
    if (error.name !== 'CannotRun') throw error;
    return undefined;
  });
  return run?.assessment;
}

/** What turned into a pass, or is no longer possible, although only evidence was taken away. */
function hideEvidence(
  { data, judge: judged, checks }: Judged,
  pick: (below: number) => number,
): string | undefined {
  const check = checks[pick(checks.length)]!;
  let hidden = data;
  for (let times = 1 + pick(4); times > 0; times--) hidden = hideOne(hidden, pick);
  const before = new Map(judged(check, new Graph(data)).map((o) => [o.resource?.address ?? '', o.could]));
  for (const outcome of judged(check, new Graph(hidden))) {
    const where = `${check.id} on ${outcome.resource?.address ?? 'the root'}`;
    const was = before.get(outcome.resource?.address ?? '');
    if (kindOf(outcome.could) === 'pass' && (was === undefined || kindOf(was) !== 'pass'))
      return `${where}: ${was === undefined ? 'nothing' : kindOf(was)} became a pass`;
    const lost = [...(was ?? [])].filter((possible) => !outcome.could.has(possible));
    if (lost.length > 0 && outcome.resource !== null)
      return `${where}: could be ${[...was!].join()}, and now only ${[...outcome.could].join()}`;
  }
  return undefined;
}
