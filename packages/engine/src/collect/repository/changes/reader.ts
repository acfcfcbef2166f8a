import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { isModule, moduleOf } from '../code/modules.ts';
import { whyUnread } from '../code/most-code.ts';
import { modulesNamed } from '../code/names/named-modules.ts';
import { type Program, programOf } from '../code/names/program.ts';
import { isReadableCode } from '../code/syntax/parse.ts';
import { fact, type Plain, type RepositoryFact, written } from '../fact.ts';
import type { FileKind } from '../file-kind.ts';
import { Findings } from '../findings.ts';
import { otherLanguages } from '../practices/other-languages.ts';
import { addressOf, at, functionAround } from '../practices/places.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { concurrentTests, mayRunTogether } from './concurrent-tests.ts';
import { expiryNames } from './expiry-names.ts';
import { leases } from './leases.ts';
import { type Callers, callersIn } from './origins.ts';
import { overwriteOf } from './overwrites.ts';
import { sessionStores } from './session-stores.ts';
import { isUnreadStore, storeCalls } from './store-calls.ts';
import { type JudgedStore, type StoringFunctions, storingFunctions } from './storing-functions.ts';
import { type Late, lateChanges } from './waiting.ts';

const OF_CODE = [
  'Repository::Change',
  'Repository::ExpiryName',
  'Repository::Lease',
  'Repository::SessionStore',
] as const;
const OF_TESTS = ['Repository::ConcurrentTest'] as const;
const TYPES = [...OF_CODE, ...OF_TESTS] as const;

/** What the code stores, whether writers keep each other's changes, and the tests of it. */
export const changes: Reader = {
  name: 'changes',
  types: TYPES,
  wants: (path, kind) => isModule(path, kind) || isTest(path, kind),
  read: readChanges,
};

function isTest(path: string, kind: FileKind): boolean {
  return kind === 'test' && isReadableCode(path);
}

async function readChanges(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  await otherLanguages(source, findings, TYPES);
  if (!files.some((file) => isModule(file, source.kind(file)))) return findings.found;
  const program = await programOf(source);
  for (const one of program.unread) findings.unread(one, OF_CODE);
  for (const module of program.modules.values()) {
    findings.brokenModule(module, OF_CODE);
    findings.add(...sessionStores(program, module));
  }
  unreadStores(program, findings);
  const callers = callersIn(program);
  const stores = storeCalls(program);
  findings.add(...leases(program, callers, stores), ...expiryNames(program, stores));
  const texts = new Map<string, string>();
  for (const file of program.modules.keys()) {
    const got = await source.text(file);
    if (got.kind === 'text') texts.set(file, got.text);
  }
  const judged = stores.map((store) => ({ ...store, over: overwriteOf(program, callers, store) }));
  findings.add(...changeFacts(program, callers, judged, texts));
  const storing = storingFunctions(program.modules.values(), callers, judged);
  for (const file of files.filter((one) => isTest(one, source.kind(one))))
    await addTests(file, source, findings, program, storing);
  return findings.found;
}

async function addTests(
  file: string,
  source: SourceOfFiles,
  findings: Findings,
  program: Program,
  storing: StoringFunctions,
): Promise<void> {
  const got = await source.text(file);
  if (got.kind !== 'text') return findings.skipped(file, got.why, OF_TESTS);
  if (!mayRunTogether(got.text)) return;
  const module = await moduleOf(source, file, got.text);
  if (module === undefined) return findings.unread(await whyUnread(source, file), OF_TESTS);
  const [problem] = module.problems;
  if (problem !== undefined) findings.broken(file, problem.line, problem.why, OF_TESTS);
  findings.add(...concurrentTests(program, storing, module, got.text));
}

function changeFacts(
  program: Program,
  callers: Callers,
  stores: readonly JudgedStore[],
  texts: ReadonlyMap<string, string>,
): readonly RepositoryFact[] {
  const { late } = lateChanges(program, callers, stores, texts);
  const lateAt = new Map(late.map((one) => [keyOf(one), one]));
  const all = [
    ...stores.map((store) => {
      const own = store.module.calls[store.number]!;
      const one = lateAt.get(keyOf({ module: store.module, at: own.at }));
      lateAt.delete(keyOf({ module: store.module, at: own.at }));
      return { ...store, late: one };
    }),
  ];
  const rows = [
    ...all.map((one) => ({
      module: one.module,
      within: one.within,
      at: one.at,
      plain: {
        of: one.of,
        call: one.name,
        replaces: yesOrOpen(one.over.replaces, one),
        guard: one.over.guard,
        loses: yesOrOpen(one.over.loses, one),
        late: one.isOfServer === 'open' ? yesOrOpen(one.over.replaces, one) : lateOf(one.late, one),
      },
    })),
    ...[...lateAt.values()].map((one) => ({
      module: one.module,
      within: one.within,
      at: one.at,
      plain: { of: one.of, call: one.call, late: lateOf(one, one) },
    })),
  ];
  const byFunction = Map.groupBy(rows, ({ module, within }) => `changes in ${addressOf(module, within)}`);
  return [...byFunction].map(([address, own]) => {
    const [first] = own;
    return fact({
      type: 'Repository::Change',
      address,
      at: at(first!.module, first!.at),
      properties: {
        path: first!.module.file,
        function: functionAround(first!.module, first!.within),
        changes: own.map((one) => written(one.plain, at(one.module, one.at))),
      },
    });
  });
}

function keyOf({ module, at: place }: Pick<Late, 'module' | 'at'>): string {
  return `${module.file}:${place.line}:${place.column}`;
}

function yesOrOpen(loses: boolean | string, { module, at: place }: Pick<Late, 'module' | 'at'>): Plain {
  if (typeof loses !== 'string') return loses || undefined;
  return unknown('unresolved-expression', loses, inCode(at(module, place)));
}

function lateOf(late: Late | undefined, { module, at: place }: Pick<Late, 'module' | 'at'>): Plain {
  if (late === undefined) return undefined;
  return (
    late.how ??
    unknown('unresolved-expression', late.decidedBy ?? 'what waits for it', inCode(at(module, place)))
  );
}

/** Libraries that store in ways that are not read: what they change could be more. */
function unreadStores(program: Program, findings: Findings): void {
  const told = new Set<string>();
  for (const module of program.modules.values())
    for (const { module: name, at: place } of modulesNamed(module)) {
      if (told.has(name) || !isUnreadStore(name)) continue;
      told.add(name);
      findings.unseen({
        what: `what is stored with ${name}`,
        why: `what ${name} stores is not read`,
        decidedBy: 'looking at what it changes by hand',
        holds: ['Repository::Change', 'Repository::Lease'],
        file: module.file,
        line: place.line,
      });
    }
}
