/**
 * Compares what is said of CDK applications without and with synthesis, outcome by outcome and value by value:
 * `node scripts/compare-synthesis.ts <folder>… [--env NAME] [--root PATH] [--seconds N] [--rows]`.
 *
 * Each folder is a repository whose dependencies are installed as its own documentation says. Its applications are read
 * from their source, then synthesized (their app commands run, as with `assess --synth`), and both are judged. The law:
 * synthesis refutes nothing that is said without it. A row of the table for each folder, what was refuted below it.
 * `--rows` also lists what synthesis decides and the source leaves open, by check. Exit code 1 where something is refuted.
 */
import { parseArgs } from 'node:util';
import packageJson from '../packages/engine/package.json' with { type: 'json' };
import { assess } from '../packages/engine/src/assess/assess.ts';
import type { ReportedOutcome } from '../packages/engine/src/assess/assessment.ts';
import { CHECKS } from '../packages/engine/src/catalog/index.generated.ts';
import { readNotes } from '../packages/engine/src/catalog/notes.ts';
import { findApps } from '../packages/engine/src/collect/cdk/apps.ts';
import type { FileSystem } from '../packages/engine/src/collect/files/file-system.ts';
import { nodeFileSystem } from '../packages/engine/src/collect/files/node-file-system.ts';
import { escaped } from '../packages/engine/src/escaped.ts';
import { type Collected, type CollectOptions, collectRepository } from '../packages/engine/src/index.ts';
import { documentedDefault } from '../packages/engine/src/knowledge/defaults/index.ts';
import { EDGES } from '../packages/engine/src/knowledge/edges/index.ts';
import { holds, NO_WORLD } from '../packages/engine/src/model/condition.ts';
import type { ResourceNode } from '../packages/engine/src/model/resource.ts';
import type { Value } from '../packages/engine/src/model/value.ts';

const { positionals: folders, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    env: { type: 'string' },
    root: { type: 'string', multiple: true, default: [] },
    seconds: { type: 'string', default: '120' },
    rows: { type: 'boolean', default: false },
  },
});
if (folders.length === 0) {
  console.error(
    'Usage: node scripts/compare-synthesis.ts <folder>… [--env NAME] [--root PATH] [--seconds N] [--rows]',
  );
  process.exit(2);
}

console.log(
  '| repository | environment | apps | s without | s with | resources without | with | same place | values agree | outcomes without | with | equal | unknown without | unknown with too | refuted |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|');
let refuted = 0;
const notes = await readNotes();
for (const folder of folders) refuted += await compareFolder(folder);
process.exitCode = refuted > 0 ? 1 : 0;

/** Prints the comparison of one repository; the number of things that synthesis refuted. */
async function compareFolder(folder: string): Promise<number> {
  const name = folder.split('/').filter(Boolean).at(-1) ?? folder;
  try {
    const without = await timed(() =>
      collectRepository({ ...asked(folder), fileSystem: withoutAssemblies() }),
    );
    const made = await timed(() =>
      collectRepository({ ...asked(folder), synth: true, synthSeconds: Number(options.seconds) }),
    );
    const pairs = await appsOf(without.value, made.value);
    const notes = [
      ...made.value.assumptions.filter((sentence) => !without.value.assumptions.includes(sentence)),
      ...environmentsDiffer(without.value, made.value),
    ];
    const outcomes = compareOutcomes(outcomesOf(without.value), outcomesOf(made.value), pairs);
    const facts = compareResources(without.value, made.value, pairs);
    const wrong = [...outcomes.refuted, ...facts.refuted];
    const row = [
      name,
      made.value.environment.name ?? '–',
      pairs.size,
      without.seconds,
      made.seconds,
      facts.without,
      facts.with,
      facts.matched,
      facts.agreed,
      outcomes.without,
      outcomes.with,
      outcomes.equal,
      outcomes.open.length,
      outcomes.openInBoth,
      wrong.length,
    ];
    console.log(`| ${row.join(' | ')} |`);
    for (const sentence of notes) console.log(`  note: ${sentence}`);
    for (const sentence of wrong) console.log(`  REFUTED: ${sentence}`);
    if (options.rows) for (const [row, count] of tally(outcomes.open)) console.log(`  ${count} × ${row}`);
    return wrong.length;
  } catch (error) {
    console.log(`| ${name} | ${(error as Error).name}: ${(error as Error).message} |`);
    return 0;
  }
}

function asked(path: string): CollectOptions {
  return {
    path,
    ...(options.env === undefined ? {} : { env: options.env }),
    roots: options.root,
    languages: ['cdk'],
    variables: process.env,
    now: new Date(),
  };
}

/** An assembly that lies in the repository is not to answer for the source. */
function withoutAssemblies(): FileSystem {
  return {
    ...nodeFileSystem,
    readDirectory: async (path) => {
      const entries = await nodeFileSystem.readDirectory(path);
      return entries.filter((entry) => entry.name !== 'cdk.out');
    },
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: string }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: ((performance.now() - start) / 1000).toFixed(1) };
}

function outcomesOf(collected: Collected): readonly ReportedOutcome[] {
  return assess({
    ...collected,
    version: packageJson.version,
    path: collected.repository.root,
    checks: CHECKS,
    notes,
    edges: EDGES,
    defaults: documentedDefault,
    notices: [],
    now: new Date(),
  }).outcomes;
}

/** The roots that are compared: of the source, by the assembly of the same application. */
type Pairs = ReadonlyMap<string, string>;

async function appsOf(without: Collected, made: Collected): Promise<Pairs> {
  const apps = await findApps(without.repository);
  const sources = new Set(without.roots.filter((r) => r.root.kind === 'cdk-source').map((r) => r.root.path));
  const assemblies = new Set(made.roots.filter((r) => r.root.kind === 'cdk').map((r) => r.root.path));
  const both = apps.filter((app) => sources.has(app.folder) && assemblies.has(app.output));
  return new Map(both.map((app) => [app.output, app.folder]));
}

function environmentsDiffer(without: Collected, made: Collected): readonly string[] {
  const [source, assembly] = [without.environment.name, made.environment.name];
  if (source === assembly) return [];
  return [
    `the source was read for environment ${source ?? '(none)'}, the assembly for ${assembly ?? '(none)'}: give --env`,
  ];
}

interface OutcomesCompared {
  readonly without: number;
  readonly with: number;
  /** Decided without synthesis, and synthesis says the same. */
  readonly equal: number;
  /** What synthesis decides and the source leaves open, by check. */
  readonly open: readonly string[];
  readonly openInBoth: number;
  readonly refuted: readonly string[];
}

function compareOutcomes(
  source: readonly ReportedOutcome[],
  synthesized: readonly ReportedOutcome[],
  pairs: Pairs,
): OutcomesCompared {
  const folders = new Set(pairs.values());
  const mine = source.filter((o) => folders.has(o.root));
  const theirs = synthesized.filter((o) => pairs.has(o.root));
  const byCheck = Map.groupBy(theirs, (o) => `${pairs.get(o.root)} ${o.check}`);
  const open: string[] = [];
  const refuted: string[] = [];
  let [equal, openInBoth] = [0, 0];
  for (const outcome of mine) {
    const isSame = sameAddress(outcome.resource?.address);
    const there = (byCheck.get(`${outcome.root} ${outcome.check}`) ?? []).filter((o) =>
      isSame(o.resource?.address),
    );
    const row = `${outcome.check}: ${outcome.root} ${outcome.resource?.address ?? '(whole application)'}`;
    const decided = outcome.outcome !== 'unknown';
    if (there.length === 0) {
      if (decided) refuted.push(`${row} is said to be ${outcome.outcome}, and synthesis has no such row`);
      else openInBoth++;
    } else if (decided && there.some((o) => o.outcome === outcome.outcome)) equal++;
    else if (there.every((o) => o.could.some((one) => !outcome.could.includes(one)))) {
      const is = there.map((o) => (o.outcome === 'unknown' ? `unknown (${o.could.join(', ')})` : o.outcome));
      refuted.push(
        `${row} is said to be ${outcome.could.join(' or ')}, and is ${[...new Set(is)].join(', ')}`,
      );
    } else if (there.some((o) => o.outcome !== 'unknown')) open.push(outcome.check);
    else openInBoth++;
  }
  return { without: mine.length, with: theirs.length, equal, open, openInBoth, refuted };
}

/**
 * Whether an address of the assembly is the one that the source gives. A part that hangs on what is not known names its
 * place in the source, `{stack.ts:15}`: anything may stand there, so such an address means one of several.
 */
function sameAddress(address: string | undefined): (other: string | undefined) => boolean {
  if (address === undefined || !address.includes('{')) return (other) => other === address;
  const parts = address.split(/\{[^{}]*\}/).map((text) => escaped(text));
  const pattern = new RegExp(`^${parts.join('[^/]+')}$`);
  return (other) => other !== undefined && pattern.test(other);
}

interface ResourcesCompared {
  readonly without: number;
  readonly with: number;
  /** Constructs that both have. */
  readonly matched: number;
  /** Values of them that the source shows and synthesis confirms. */
  readonly agreed: number;
  readonly refuted: readonly string[];
}

function compareResources(without: Collected, made: Collected, pairs: Pairs): ResourcesCompared {
  const refuted: string[] = [];
  let [mine, theirs, matched, agreed] = [0, 0, 0, 0];
  for (const [output, folder] of pairs) {
    const source = without.roots.find((r) => r.root.path === folder)?.resources ?? [];
    const assembly = made.roots.find((r) => r.root.path === output)?.resources ?? [];
    mine += source.length;
    theirs += assembly.length;
    for (const node of source) {
      // A class that is not known makes anything.
      if (!node.type.startsWith('AWS::')) continue;
      const isSame = sameAddress(node.address);
      const open = node.address.includes('{');
      const there = assembly
        .filter((other) => isSame(other.address) && (!open || other.type === node.type))
        .map((other) => compareNode(node, other));
      const best = there.sort((a, b) => a.refuted.length - b.refuted.length)[0];
      if (best !== undefined) matched++;
      else if (holds(node.exists, NO_WORLD) === true)
        refuted.push(`${node.address} (${node.type}, ${placeOf(node)}) is not synthesized`);
      agreed += best?.agreed ?? 0;
      refuted.push(...(best?.refuted ?? []).map((said) => `${said} (${placeOf(node)})`));
    }
  }
  return { without: mine, with: theirs, matched, agreed, refuted };
}

function compareNode(
  node: ResourceNode,
  there: ResourceNode,
): { readonly agreed: number; readonly refuted: readonly string[] } {
  if (there.type !== node.type)
    return { agreed: 0, refuted: [`${there.address} is a ${there.type}, not a ${node.type}`] };
  const refuted: string[] = [];
  let agreed = 0;
  compareValues(node.properties, there.properties, there.address, (said) => {
    if (said === undefined) agreed++;
    else refuted.push(said);
  });
  return { agreed, refuted };
}

function placeOf({ origin }: ResourceNode): string {
  return `${origin.at.file}:${origin.at.line}`;
}

/** Says of each value that the source shows whether synthesis has another one. What either leaves open is no difference. */
function compareValues(
  value: Value,
  there: Value | undefined,
  path: string,
  say: (refuted: string | undefined) => void,
): void {
  if (there?.kind === 'unknown' || there?.kind === 'choice') return;
  const absent = there === undefined || there.kind === 'absent';
  switch (value.kind) {
    case 'known': {
      // Numbers and texts of numbers mean the same to CloudFormation.
      const same = there?.kind === 'known' && String(there.value) === String(value.value);
      say(same ? undefined : `${path} is ${inWords(there)}, not ${JSON.stringify(value.value)}`);
      return;
    }
    case 'absent':
      say(absent ? undefined : `${path} is ${inWords(there)}, not absent`);
      return;
    case 'reference':
    case 'composed':
      say(absent ? `${path} is not there` : undefined);
      return;
    case 'object': {
      if (there !== undefined && there.kind !== 'object') {
        say(`${path} is ${inWords(there)}, not an object`);
        return;
      }
      for (const [name, member] of value.members) {
        const other = there?.members.get(name);
        if (other === undefined && there?.open !== undefined) continue;
        compareValues(member, other, `${path}.${name}`, say);
      }
      if (value.open === undefined && (there?.members.size ?? 0) > value.members.size)
        say(`${path} holds more than was said: ${[...(there?.members.keys() ?? [])].join(', ')}`);
      return;
    }
    case 'list': {
      if (there !== undefined && there.kind !== 'list') {
        say(`${path} is ${inWords(there)}, not a list`);
        return;
      }
      for (const [index, item] of value.items.entries()) {
        const other = there?.items[index];
        if (other === undefined && there?.open !== undefined) continue;
        compareValues(item, other, `${path}[${index}]`, say);
      }
      if (value.open === undefined && (there?.items.length ?? 0) > value.items.length)
        say(`${path} holds more than was said`);
      return;
    }
    default:
  }
}

function inWords(value: Value | undefined): string {
  if (value === undefined || value.kind === 'absent') return 'absent';
  if (value.kind === 'known') return JSON.stringify(value.value);
  return value.kind === 'reference' ? `a reference to ${value.to.address}` : `of kind ${value.kind}`;
}

function tally(names: readonly string[]): readonly (readonly [string, number])[] {
  const groups = Map.groupBy(names, (name) => name);
  return [...groups].map(([name, all]) => [name, all.length] as const).sort((a, b) => b[1] - a[1]);
}
