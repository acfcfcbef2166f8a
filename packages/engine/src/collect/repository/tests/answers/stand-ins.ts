import type { Meaning, Program } from '../../code/names/program.ts';
import { type Call, type Expression, isIn, type SourceModule, TOP } from '../../code/syntax/source-module.ts';
import { chainOf, importOf } from '../source-text.ts';
import type { Answer } from './answers.ts';

const REPLACES_MODULE = /^(jest|vi|vitest|mock|t\.mock)\.(mock|doMock|setMock|module|unstable_mockModule)$/;
const REPLACES_MEMBER =
  /(^|\.)(patch|patch\.object|patch\.multiple|spyOn|replaceProperty|stub|replace|setattr|mock\.method|spy)$/;
/** What puts itself in the place of something and never calls it. */
const WHOLLY = /(^|\.)patch\.object$/;
const KEEPS = /(^|\.)(requireActual|importActual|importOriginal|actual|original|importActualModule)$/i;
/** What makes a stand-in. */
const MAKES =
  /^((jest|vi|vitest)\.(fn|mocked|createMockFromModule)|sinon\.(stub|fake|spy|mock)|unittest\.mock\.\w+(\.\w+)?|mock\.(patch\.object|patch|Mock|MagicMock|fn)|createSpy(Obj)?|jasmine\.createSpy(Obj)?|aws-sdk-client-mock\.mockClient)$/;

/** What a file of tests puts in the place of something else. */
export class StandIns {
  readonly #modules = new Map<SourceModule, 'wholly' | 'partly'>();
  /** Names of members that are replaced, and where. */
  readonly #members: { readonly name: string; readonly by: Call }[] = [];
  /** Classes in whose place something is provided. */
  readonly provided: ReadonlySet<string>;
  readonly #program: Program;

  constructor(program: Program, module: SourceModule) {
    this.#program = program;
    for (const call of module.calls) {
      const chain = chainOf(call.callee, module);
      const path = chain === undefined ? '' : [chain.root, ...chain.steps].join('.');
      if (REPLACES_MODULE.test(path)) this.#moduleBy(call, module);
      else if (REPLACES_MEMBER.test(path)) this.#memberBy(call);
      else if (path === 'Object.assign') this.#assignedBy(call, module);
    }
    for (const { target, within } of module.bindings)
      if (target.kind === 'member' && this.#isCode(module, target.of, within))
        this.#members.push({ name: target.name, by: NOBODY });
    this.provided = new Set([
      ...module.calls.flatMap((call) => [
        ...call.arguments.flatMap(({ value }) => providedIn(value)),
        ...overriddenBy(call),
      ]),
      ...module.bindings.flatMap(({ value }) => providedIn(value)),
    ]);
  }

  isReplaced(module: SourceModule): boolean {
    return this.#modules.has(module);
  }

  /** What a call gives where something stands in for what it calls; nothing where it is called itself. */
  answerOf(call: Call, module: SourceModule, callee: Meaning): Answer | undefined {
    if (callee.kind === 'external' && MAKES.test(callee.path)) return 'stand-in';
    if (callee.kind === 'made' && callee.members.length > 0) {
      const made = callee.module.calls[callee.call]!;
      const by = this.#program.resolve(callee.module, made.callee, made.within);
      if (by.kind === 'external' && MAKES.test(by.path)) return 'stand-in';
    }
    if (callee.kind === 'function' || callee.kind === 'class') {
      const how = this.#modules.get(callee.module) ?? this.#importedBy(call, module);
      if (how !== undefined) return how === 'wholly' ? 'stand-in' : 'open';
    }
    const last = lastName(call.callee);
    const replaced = this.#members.filter(({ name }) => name === last);
    if (last === undefined || replaced.length === 0) return undefined;
    return replaced.some(({ by }) => isThisVery(by, call, module)) ? 'stand-in' : 'open';
  }

  #moduleBy({ arguments: [first, factory], within }: Call, module: SourceModule): void {
    if (first === undefined) return;
    const made = factory?.value.kind === 'function' ? module.functions[factory.value.function] : undefined;
    const keeps =
      (factory !== undefined && made === undefined) ||
      (made !== undefined &&
        module.calls.some(
          (one) =>
            isIn(one.at, made) && KEEPS.test(one.path ?? chainOf(one.callee, module)?.steps.at(-1) ?? ''),
        ));
    this.#module(module, first.value, within, keeps ? 'partly' : 'wholly');
  }

  /** Something stands in for the module of a name. */
  #module(module: SourceModule, named: Expression, within: number, how: 'wholly' | 'partly'): void {
    const meant = named.kind === 'name' ? this.#program.resolve(module, named, within) : undefined;
    const value = meant?.kind === 'value' ? meant.value : named;
    if (value.kind !== 'literal' && value.kind !== 'module') return;
    const name = value.kind === 'module' ? value.module : String(value.value);
    const found = this.#program.resolve(module, { kind: 'module', module: name, at: named.at }, TOP);
    if (found.kind === 'module') this.#modules.set(found.module, how);
  }

  /** What stands in for the module that a name is imported from, which may hand on what is of another. */
  #importedBy({ callee }: Call, module: SourceModule): 'wholly' | 'partly' | undefined {
    const root = chainOf(callee, module)?.root;
    const from = importOf(module, root);
    if (from === undefined) return undefined;
    const named: Expression = { kind: 'module', module: from.module, at: from.at };
    const found = this.#program.resolve(module, named, TOP);
    return found.kind === 'module' ? this.#modules.get(found.module) : undefined;
  }

  /** `Object.assign(till, { total: () => 3 })`. */
  #assignedBy({ arguments: [to, ...from], within }: Call, module: SourceModule): void {
    if (to === undefined || !this.#isCode(module, to.value, within)) return;
    for (const { value } of from)
      if (value.kind === 'object')
        for (const { name } of value.members) this.#members.push({ name, by: NOBODY });
  }

  #memberBy(call: Call): void {
    // `patch.multiple(till, total=…)` names them as its arguments.
    for (const { name } of call.arguments) if (name !== undefined) this.#members.push({ name, by: call });
    for (const { value } of call.arguments.slice(0, 2)) {
      if (value.kind !== 'literal' || typeof value.value !== 'string') continue;
      this.#members.push({ name: value.value.split('.').at(-1)!, by: call });
    }
  }

  #isCode(module: SourceModule, value: Expression, within: number): boolean {
    const { kind } = this.#program.resolve(module, value, within);
    return kind === 'module' || kind === 'class' || kind === 'made';
  }
}

const NOBODY: Call = {
  callee: { kind: 'other', at: { line: 0, column: 0 } },
  path: undefined,
  arguments: [],
  isNew: false,
  isAwaited: false,
  within: -1,
  at: { line: 0, column: 0 },
  end: { line: 0, column: 0 },
};

/** `store.upload(…)` in the test that does `patch.object(store, 'upload')`. */
function isThisVery(by: Call, call: Call, module: SourceModule): boolean {
  const [of] = by.arguments;
  const chain = chainOf(by.callee, module);
  if (chain === undefined || !WHOLLY.test([chain.root, ...chain.steps].join('.'))) return false;
  return (
    by.within === call.within &&
    by.arguments.length === 2 &&
    of?.value.kind === 'name' &&
    call.callee.kind === 'member' &&
    call.callee.of.kind === 'name' &&
    call.callee.of.name === of.value.name
  );
}

function lastName(callee: Expression): string | undefined {
  return callee.kind === 'name' || callee.kind === 'member' ? callee.name : undefined;
}

/** `overrideProvider(Store).useValue(…)`, `container.register(Store, { useValue })`. */
function overriddenBy({ callee, arguments: [first] }: Call): readonly string[] {
  return /^(override|register|re?bind|provide)/i.test(lastName(callee) ?? '') && first?.value.kind === 'name'
    ? [first.value.name]
    : [];
}

/** `{ provide: Store, useValue: … }`. */
function providedIn(value: Expression): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(providedIn);
  if (value.kind !== 'object') return [];
  return value.members.flatMap((one) =>
    one.name === 'provide' && one.value.kind === 'name' ? [one.value.name] : providedIn(one.value),
  );
}
