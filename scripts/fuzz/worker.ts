import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { judge } from '../../packages/engine/src/assess/judge.ts';
import { CHECKS } from '../../packages/engine/src/catalog/index.generated.ts';
import { assessRepository, render } from '../../packages/engine/src/index.ts';
import { Graph } from '../../packages/engine/src/model/graph.ts';
import { kindOf } from '../../packages/engine/src/model/outcome.ts';
import { collectGraphs } from '../../packages/engine/test/support/collect-graphs.ts';
import { hideOne } from '../../packages/engine/test/support/hide.ts';
import { memoryFileSystem } from '../../packages/engine/test/support/memory-file-system.ts';
import type { Note } from './fuzz.ts';
import { choices, mutate, mutateJson } from './mutate.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const { runs, seed } = workerData as { runs: number; seed: number };
const files = globSync(
  [
    'packages/engine/src/catalog/**/fixtures/**/*.{tf,yaml}',
    'packages/engine/test/oracles/cloudformation/templates/*',
    'packages/engine/test/fixtures/sam/*.yaml',
    'examples/*/infra/**/*.tf',
    'packages/engine/test/oracles/terraform/stacks/json-syntax/*.tf.json',
  ],
  { cwd: top },
).map((path) => readFileSync(join(top, path), 'utf8'));
const kinds = globSync(
  [
    'packages/engine/src/catalog/**/fixtures/**/*.{tf,yaml}',
    'packages/engine/test/oracles/cloudformation/templates/*',
    'packages/engine/test/fixtures/sam/*.yaml',
    'examples/*/infra/**/*.tf',
    'packages/engine/test/oracles/terraform/stacks/json-syntax/*.tf.json',
  ],
  { cwd: top },
).map((path) =>
  path.endsWith('.tf.json')
    ? 'main.tf.json'
    : path.endsWith('.tf')
      ? 'main.tf'
      : path.endsWith('.json')
        ? 'template.json'
        : 'template.yaml',
);
/** Plans and states as recorded, each with the code that it is of. */
const planned = globSync('packages/engine/test/oracles/terraform/shown/*', { cwd: top }).map((path) => {
  const stack = `packages/engine/test/oracles/terraform/stacks/${path.replace(/^.*\/([^./]+)[^/]*$/, '$1')}`;
  const code = globSync('*.{tf,tofu,json}', {
    cwd: join(top, stack),
    exclude: ['plan.json', 'options.json'],
  });
  return {
    option: /state/.test(path) ? ('state' as const) : ('plan' as const),
    text: readFileSync(join(top, path), 'utf8'),
    code: Object.fromEntries(code.map((file) => [file, readFileSync(join(top, stack, file), 'utf8')])),
  };
});
const folders = [
  ...new Set(
    globSync('packages/engine/src/catalog/**/fixtures/**/main.tf', { cwd: top }).map((p) => dirname(p)),
  ),
];
const graphs = (
  await Promise.all(
    [...folders, 'examples/flashcards', 'examples/flashcards-ready'].map((f) => collectGraphs(join(top, f))),
  )
).flat();

let bytes = 0;
let evidence = 0;
let lastNote = performance.now();
const tell = (note: Pick<Note, 'kind'> & Partial<Note>) =>
  parentPort!.postMessage({ bytes, evidence, ...note });

for (let run = 0; run < runs; run++) {
  const own = seed + run;
  const pick = choices(own);
  const about = `seed ${own}`;
  if (performance.now() - lastNote > 500) {
    tell({ kind: 'progress', running: about });
    lastNote = performance.now();
  }
  try {
    if (run % 4 === 0) {
      bytes++;
      await (run % 16 === 0 ? assessPlan(pick) : assessMutated(pick));
    } else {
      evidence++;
      const problem = hideEvidence(pick);
      if (problem !== undefined) tell({ kind: 'failure', failure: `${about}: ${problem}` });
    }
  } catch (error) {
    if ((error as Error).name !== 'CannotRun') {
      tell({
        kind: 'failure',
        failure: `${about}: ${(error as Error).stack?.split('\n').slice(0, 4).join(' | ')}`,
      });
    }
  }
}
tell({ kind: 'done' });

async function assessMutated(pick: (below: number) => number): Promise<void> {
  const at = pick(files.length);
  await mustBeReported({ [kinds[at]!]: mutate(files[at]!, pick) });
}

/** A plan or state with other values, or with broken bytes, with its code and without. */
async function assessPlan(pick: (below: number) => number): Promise<void> {
  const { option, text, code } = planned[pick(planned.length)]!;
  const mutated = pick(8) === 0 ? mutate(text, pick) : mutateJson(text, pick);
  const around = pick(4) === 0 ? {} : code;
  await mustBeReported({ ...around, 'planned.file': mutated }, { [option]: '/repo/planned.file' });
}

async function mustBeReported(
  inRepository: Record<string, string>,
  given: { readonly plan?: string; readonly state?: string } = {},
): Promise<void> {
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(inRepository),
    ...given,
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
    now: new Date('2026-11-21T12:00:00Z'),
  });
  const said = await render('terminal', run, {
    columns: 80,
    colour: false,
    verbose: false,
    quiet: false,
    date: new Date(0),
  });
  if (/\n\s+at .*\.(ts|js):\d+/.test(said)) throw new Error('a stack trace in the report');
}

/** What turned into a pass although only evidence was taken away. */
function hideEvidence(pick: (below: number) => number): string | undefined {
  const graph = graphs[pick(graphs.length)]!;
  const check = CHECKS[pick(CHECKS.length)]!;
  let hidden = graph;
  for (let times = 1 + pick(4); times > 0; times--) hidden = hideOne(hidden, pick);
  const before = new Map(
    judge(check, new Graph(graph)).map((o) => [o.resource?.address ?? '', kindOf(o.could)]),
  );
  for (const outcome of judge(check, new Graph(hidden))) {
    if (kindOf(outcome.could) !== 'pass') continue;
    const was = before.get(outcome.resource?.address ?? '');
    if (was !== 'pass')
      return `${check.id} on ${outcome.resource?.address ?? 'the root'}: ${was ?? 'nothing'} became a pass`;
  }
  return undefined;
}
