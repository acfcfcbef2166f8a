import { parentPort, workerData } from 'node:worker_threads';
import { graphOf } from '../../packages/engine/src/assess/assess.ts';
import { judge } from '../../packages/engine/src/assess/judge.ts';
import { judgeSource } from '../../packages/engine/src/assess/not-synthesized.ts';
import { CHECKS } from '../../packages/engine/src/catalog/index.generated.ts';
import {
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
import { choices } from './mutate.ts';
import { readSeeds, type Seed, type SeedKind } from './seeds.ts';

const { runs, seed } = workerData as { runs: number; seed: number };

/** One graph that evidence is hidden in, and the way in which its root is judged. */
interface Judged {
  readonly name: string;
  readonly data: GraphData;
  readonly judge: typeof judge;
}

const byKind = Map.groupBy(readSeeds(), ({ kind }) => kind);
const graphs = Map.groupBy(
  (await Promise.all([...byKind.values()].flat().map(graphsOf))).flat(),
  ({ kind }) => kind,
);
const JSON_FORMATS: ReadonlySet<string> = new Set(['json', 'sarif', 'gitlab', 'ocsf']);
const KINDS = [...byKind.keys()];

let bytes = 0;
let evidence = 0;
let lastNote = performance.now();
const tell = (note: Pick<Note, 'kind'> & Partial<Note>) =>
  parentPort!.postMessage({ bytes, evidence, ...note });

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
      const graph = oneOf(graphs, pick);
      about += ` (${graph.name})`;
      const problem = hideEvidence(graph, pick);
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

/** Half of the runs start from one file alone, the others from one of the other kinds. */
function oneOf<T>(from: ReadonlyMap<SeedKind, readonly T[]>, pick: (below: number) => number): T {
  const kind = pick(2) === 0 ? 'file' : KINDS[pick(KINDS.length)]!;
  const list = from.get(kind)!;
  return list[pick(list.length)]!;
}

function optionsOf(
  { given, env }: Pick<Seed, 'given' | 'env'>,
  files: Readonly<Record<string, MemoryFile>>,
): CollectOptions {
  return {
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    ...(given === undefined ? {} : { [given]: '/repo/planned.file' }),
    ...(env === undefined ? {} : { env }),
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

async function graphsOf(start: Seed): Promise<readonly (Judged & { readonly kind: SeedKind })[]> {
  const collected = await collectRepository(optionsOf(start, start.files)).catch((error: Error) => {
    if (error.name !== 'CannotRun') throw error;
    return undefined;
  });
  return (collected?.roots ?? []).map((root) => ({
    name: start.name,
    kind: start.kind,
    data: graphOf(root, { edges: EDGES, defaults: documentedDefault }),
    judge: root.root.kind === 'cdk-source' ? judgeSource : judge,
  }));
}

/** What turned into a pass, or is no longer possible, although only evidence was taken away. */
function hideEvidence({ data, judge: judged }: Judged, pick: (below: number) => number): string | undefined {
  const check = CHECKS[pick(CHECKS.length)]!;
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
