import { onceFor } from '../../../once-for.ts';
import { modulesNamed } from '../code/names/named-modules.ts';
import type { Program } from '../code/names/program.ts';
import { type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOfKind, placedPartsIn } from './expressions.ts';
import { loadedByName } from './loaded-by-name.ts';
import { isOfTheLanguage } from './of-the-language.ts';

/** What runs when a function of a file is called: its module, all that this imports inside of the repository, and which part. */
export interface ReachedCode {
  /** The first is that of the handler. */
  readonly modules: readonly SourceModule[];
  /** What the first has that is called first. */
  readonly handler?: string;
  /** The SDK that runs may be that of the runtime, whatever lock files say: what packages the code leaves it out. */
  readonly sdkOfRuntime?: boolean;
  /** Packages of others that are imported, as written. */
  readonly packages: ReadonlySet<string>;
  /** Whether code in a function of a module may run. What nothing that runs names is not reached. */
  readonly reaches: (module: SourceModule, within: number) => boolean;
  /** Why more may run than is seen. */
  readonly open: readonly { readonly why: string; readonly file: string; readonly line: number }[];
}

/** What a handler reaches, or `undefined` where its file is not read. */
export function reachedFrom(program: Program, file: string, handler: string): ReachedCode | undefined {
  const first = program.modules.get(file);
  if (first === undefined) return undefined;
  const { modules, packages, open } = imported(program, first);
  const reached = reachedFunctions(modules, first, handler);
  return {
    modules,
    handler,
    packages,
    open,
    reaches: (module, within) => within === TOP || reached.get(module)?.has(within) === true,
  };
}

function imported(program: Program, first: SourceModule) {
  const modules = new Set<SourceModule>([first]);
  const packages = new Set<string>();
  const open: { why: string; file: string; line: number }[] = [];
  // A set is walked on while it grows.
  for (const module of modules) {
    for (const { line, why } of module.problems) open.push({ why, file: module.file, line });
    for (const { name, member, line } of importsOf(module)) {
      const at = { line, column: 1 };
      const whole = program.resolve(module, { kind: 'module', module: name, at }, TOP);
      const parts = member === undefined ? [whole] : [whole, program.memberOf(whole, member)];
      for (const part of parts) if (part.kind === 'module') modules.add(part.module);
      if (whole.kind === 'external') packages.add(name.replace(/^node:/, ''));
      if (whole.kind === 'open' && !/\.(json|css|scss|svg|png|md|txt|html)$/.test(name))
        open.push({ why: whole.why, file: module.file, line });
    }
    const loaded = loadedByName(program, module, importsOf(module));
    for (const one of [...loaded.modules, ...loaded.found]) modules.add(one);
    for (const { why, line } of loaded.open) open.push({ why, file: module.file, line });
  }
  return { modules: [...modules], packages, open };
}

/** The modules of the repository that a module imports, re-exports and what it loads by name included. */
export function importedBy(program: Program, module: SourceModule): readonly SourceModule[] {
  const before = known.get(module);
  if (before !== undefined) return before;
  const found = resolvedImports(program, module);
  known.set(module, found);
  return found;
}

const known = new WeakMap<SourceModule, readonly SourceModule[]>();

function resolvedImports(program: Program, module: SourceModule): readonly SourceModule[] {
  const imported = [...importsOf(module)].flatMap(({ name, member, line }) => {
    const whole = program.resolve(module, { kind: 'module', module: name, at: { line, column: 1 } }, TOP);
    const parts = member === undefined ? [whole] : [whole, program.memberOf(whole, member)];
    return parts.flatMap((part) => (part.kind === 'module' ? [part.module] : []));
  });
  return [...imported, ...loadedByName(program, module, importsOf(module)).modules];
}

function* importsOf(module: SourceModule): Generator<{ name: string; member?: string; line: number }> {
  if (module.language === 'python') {
    for (const { module: name, member, typeOnly, at } of module.imports)
      if (!typeOnly)
        yield { name, line: at.line, ...(member !== '*' && member !== 'default' ? { member } : {}) };
    return;
  }
  for (const { module: name, at } of modulesNamed(module)) yield { name, line: at.line };
}

type Functions = Map<SourceModule, Set<number>>;

/**
 * The functions that may run, by the names that running code says: a method may be one of any object that has it. This finds
 * too many rather than too few.
 */
function reachedFunctions(modules: readonly SourceModule[], first: SourceModule, handler: string): Functions {
  const reached: Functions = new Map(modules.map((module) => [module, new Set()]));
  const mentions = new Map(modules.map((module) => [module, mentionsOf(module)]));
  const byName = new Map<string, { module: SourceModule; number: number }[]>();
  const inside = new Map(modules.map((module) => [module, anonymousIn(module)]));
  for (const module of modules)
    for (const [number, { name }] of module.functions.entries())
      for (const called of namesOf(module, number, name)) {
        const before = byName.get(called);
        if (before === undefined) byName.set(called, [{ module, number }]);
        else before.push({ module, number });
      }
  const open: { module: SourceModule; within: number }[] = modules.map((module) => ({ module, within: TOP }));
  const add = (module: SourceModule, number: number) => {
    const known = reached.get(module)!;
    if (known.has(number)) return;
    known.add(number);
    open.push({ module, within: number });
  };
  for (const { module, number } of byName.get(handler) ?? []) if (module === first) add(module, number);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { module, within } = at;
    for (const name of mentions.get(module)!.get(within) ?? [])
      for (const found of byName.get(name) ?? []) add(found.module, found.number);
    for (const number of inside.get(module)!.get(within) ?? []) add(module, number);
  }
  return reached;
}

/** What runs when an object of a class is made or used by the language itself is called like the class. */
function namesOf(module: SourceModule, number: number, name: string | undefined): readonly string[] {
  const { class: own } = module.functions[number]!;
  const of = own === undefined ? undefined : module.classes[own]!.name;
  const byClass = name === 'constructor' || (name?.startsWith('__') === true && name.endsWith('__'));
  return byClass ? (of === undefined ? [] : [of]) : name === undefined ? [] : [name];
}

/** The names that the code of each function says. */
const mentionsOf = onceFor((module: SourceModule): ReadonlyMap<number, ReadonlySet<string>> => {
  const found = new Map<number, Set<string>>();
  for (const { value, within } of placedPartsIn(module)) {
    let names = found.get(within);
    if (names === undefined) {
      names = new Set();
      found.set(within, names);
    }
    if (value.kind === 'name' || (value.kind === 'member' && !isOfTheLanguage(value, module)))
      names.add(value.name);
    // Names of members may be computed from texts: `this[action]()`.
    if (value.kind === 'literal' && typeof value.value === 'string') names.add(value.value);
  }
  return found;
});

/** Decorators that hand a function to a framework, which calls it; others only wrap it. */
const REGISTERS =
  /^(get|post|put|patch|delete|head|options|route|websocket|resolver|on_event|before_request|after_request|errorhandler|exception_handler|middleware|task|command|schedule|Get|Post|Put|Patch|Delete|All|Cron|Injectable|OnEvent)$/;

function nameOf(decorator: Expression, module: SourceModule): string {
  const value = decorator.kind === 'call' ? module.calls[decorator.call]!.callee : decorator;
  return value.kind === 'name' || value.kind === 'member' ? value.name : '';
}

/** Functions that are values where they stand: they run when what is around them does. */
const anonymousIn = onceFor((module: SourceModule): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  const add = (within: number, number: number) => found.set(within, [...(found.get(within) ?? []), number]);
  for (const { value, within } of partsOfKind(module, 'function')) add(within, value.function);
  for (const [number, { name, decorators, within }] of module.functions.entries())
    if (name === undefined || decorators.some((one) => REGISTERS.test(nameOf(one, module))))
      add(within, number);
  return found;
});
