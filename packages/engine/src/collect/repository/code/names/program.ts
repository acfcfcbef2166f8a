import { onceFor } from '../../../../once-for.ts';
import type { Entry } from '../../joins/construct-entry.ts';
import { SdkVersions } from '../../joins/sdk-versions.ts';
import type { SourceOfFiles } from '../../reader.ts';
import { modulesOf, type SourceModules } from '../modules.ts';
import {
  type Binding,
  type Call,
  type Expression,
  type Import,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';
import { Classes } from './classes.ts';
import { ModuleFiles } from './files.ts';
import { FoundByModule } from './found-by-module.ts';
import { type ClassAt, isSame, type Meaning, type MethodAt, NOT_FOLLOWED, several } from './meaning.ts';
import { type Definition, givenBy, Scopes } from './scopes.ts';

/** Names are followed through this many steps. */
const FURTHEST = 40;
const MOST_FOLLOWED = 2_000;
/** What is asked within so few steps is remembered: it has nearly all the way still before it. */
const NEAR = 4;
const TOO_FAR: Meaning = { kind: 'open', why: 'its name leads too far' };

const NO_PATH = { is: undefined };
const NO_FUNCTIONS = { functions: [], open: true };
const OWN_OBJECT = /^(this|self|cls)$/;
const NOWHERE = { line: 1, column: 1 };

export type { ClassAt, Meaning, MethodAt } from './meaning.ts';

/** The application's code as one program. Made once, whichever readers ask. */
export const programOf = onceFor(async (source: SourceOfFiles) => {
  const handlers = (await source.handlers?.()) ?? [];
  return new Program(await modulesOf(source), await filesOf(source), handlers, await sdkOf(source));
});

/** The same for what reads the files of frameworks: which functions these deploy is not told before. */
export const programBeforeHandlers = onceFor(
  async (source: SourceOfFiles) => new Program(await modulesOf(source), await filesOf(source)),
);

const filesOf = onceFor(async (source: SourceOfFiles) => {
  const { modules, unread, apart } = await modulesOf(source);
  // A name that leads to a file which is not read leads to no package.
  return ModuleFiles.of([...modules.keys(), ...[...unread, ...apart].map(({ file }) => file)], source);
});

const sdkOf = onceFor(async (source: SourceOfFiles) => SdkVersions.of(await modulesOf(source), source));

/** Modules whose names lead to each other. What cannot be told is open, never absent. */
export class Program {
  readonly modules: ReadonlyMap<string, SourceModule>;
  readonly unread: SourceModules['unread'];
  readonly apart: SourceModules['apart'];
  /** By file the names of the functions that infrastructure and frameworks call. */
  readonly handlers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nothing where what reads the files of frameworks asks, which asks no clients. */
  readonly sdk: SdkVersions | undefined;
  readonly #files: ModuleFiles;
  readonly #scopes = new Map<SourceModule, Scopes>();
  // Expressions live as long as the program; with weak keys every question costs twice, and collecting garbage more.
  readonly #found = new FoundByModule();
  /** What names mean that were asked while nothing else was: the same for every question. */
  readonly #definitions = new Map<readonly Definition[], Meaning>();
  readonly #calleeNames = new Map<Call, { readonly name: string | undefined }>();
  /** What is being asked: what leads back to itself has no other meaning. */
  #asked = new Set<Binding | string>();
  /** What was followed for one question: names that are given many values by each other would never end. */
  #followedSoFar = 0;
  #naming = false;
  readonly #classes = new Classes({
    modules: () => this.modules.values(),
    scopes: (module) => this.scopes(module),
    resolve: (...of) => this.resolve(...of),
    resolveAlone: (...of) => this.#alone(() => this.resolve(...of)),
    instanceOf: (module, type) => this.#instanceOf(module, type),
  });

  constructor(read: SourceModules, files: ModuleFiles, handlers: readonly Entry[] = [], sdk?: SdkVersions) {
    this.modules = read.modules;
    this.unread = read.unread;
    this.apart = read.apart;
    this.sdk = sdk;
    this.#files = files;
    const named = Map.groupBy(handlers, ({ file }) => file);
    this.handlers = new Map(
      [...named].map(([file, own]) => [file, new Set(own.map(({ handler }) => handler))]),
    );
  }

  scopes(module: SourceModule): Scopes {
    const before = this.#scopes.get(module);
    if (before !== undefined) return before;
    const made = new Scopes(module);
    this.#scopes.set(module, made);
    return made;
  }

  /** What an expression of a module leads to, `within` being the function that it stands in. */
  resolve(module: SourceModule, value: Expression, within: number, steps = 0): Meaning {
    if (steps > 0 || this.#asked.size > 0) return this.#followed(module, value, within, steps);
    const { resolved } = this.#found.of(module);
    const before = resolved.get(value);
    if (before !== undefined) return before;
    if (!this.#naming) this.#followedSoFar = 0;
    const meaning = this.#followed(module, value, within, 0);
    resolved.set(value, meaning);
    return meaning;
  }

  /** The same in a method that is called on an object whose class is known. */
  resolveOn(receiver: ClassAt | undefined, module: SourceModule, value: Expression, within: number): Meaning {
    const own = receiver === undefined ? undefined : this.#ofReceiver(receiver, module, value, within);
    return own ?? this.resolve(module, value, within);
  }

  /** What begins with the object itself: `self.x`, `this.x.y`, `super().x`. */
  #ofReceiver(
    receiver: ClassAt,
    module: SourceModule,
    value: Expression,
    within: number,
  ): Meaning | undefined {
    if (value.kind !== 'name' && value.kind !== 'member') return undefined;
    const around = this.#classAround(module, within);
    if (around === undefined || !this.#classes.isOf(receiver, around)) return undefined;
    if (value.kind === 'name')
      return OWN_OBJECT.test(value.name) ? { kind: 'instance', ...receiver, isExact: true } : undefined;
    if (isSuper(module, value.of)) return this.#classes.ofSuper(around, value.name, 0, receiver);
    const of = this.#ofReceiver(receiver, module, value.of, within);
    return of === undefined
      ? this.#ofBase(module, this.resolve(module, value.of, within), value.name, within, 0, receiver)
      : this.#memberOf(of, value.name, 0);
  }

  /** `Base.save(self)` in a class that comes of it: still the object that the method was called on. */
  #ofBase(
    module: SourceModule,
    of: Meaning,
    name: string,
    within: number,
    steps: number,
    receiver?: ClassAt,
  ): Meaning | undefined {
    if (of.kind !== 'class' || module.language !== 'python') return undefined;
    const around = this.#classAround(module, within);
    return around !== undefined && !isSame(of, around) && this.#classes.isOf(around, of)
      ? this.#classes.ofNamedBase(of, name, steps, receiver)
      : undefined;
  }

  #classAround(module: SourceModule, within: number): ClassAt | undefined {
    const own = this.scopes(module).classAround(within);
    return own === undefined ? undefined : { module, class: own };
  }

  /** The classes that come of a class, at whatever remove. */
  classesBelow(of: ClassAt): readonly ClassAt[] {
    return this.#classes.below(of);
  }

  /** A class with those whose members it has. */
  classesAbove(of: ClassAt): ReturnType<Classes['ancestry']> {
    return this.#classes.ancestry(of);
  }

  /** Asks something as if nothing else were being asked. */
  #alone<T>(ask: () => T): T {
    const [asked, followed, naming] = [this.#asked, this.#followedSoFar, this.#naming];
    this.#asked = new Set();
    this.#naming = false;
    const answer = ask();
    this.#asked = asked;
    this.#followedSoFar = followed;
    this.#naming = naming;
    return answer;
  }

  /** The same of a name that stands nowhere as an expression. */
  resolveName(module: SourceModule, name: string, within: number): Meaning {
    if (this.#asked.size === 0 && !this.#naming) this.#followedSoFar = 0;
    return this.#followed(module, { kind: 'name', name, at: NOWHERE }, within, 0);
  }

  #followed(module: SourceModule, value: Expression, within: number, steps: number): Meaning {
    this.#followedSoFar++;
    if (steps > FURTHEST || this.#followedSoFar > MOST_FOLLOWED) return TOO_FAR;
    switch (value.kind) {
      case 'name':
        return this.#name(module, value.name, within, steps + 1);
      case 'module':
        return this.#moduleNamed(module, value.module);
      case 'member':
        return this.#member(module, value.of, value.name, within, steps + 1);
      case 'call':
        return { kind: 'made', module, call: value.call, members: [] };
      case 'function':
        return { kind: 'function', module, function: value.function };
      case 'class':
        return { kind: 'class', module, class: value.class };
      case 'choice': {
        const one = several(value.of.map((one) => this.resolve(module, one, within, steps + 1)));
        return one.kind === 'several' && value.inTurn ? { ...one, inTurn: true } : one;
      }
      case 'other':
      case 'index':
        return value.kind === 'index' ? { kind: 'value', module, value, within } : NOT_FOLLOWED;
      default:
        return { kind: 'value', module, value, within };
    }
  }

  /**
   * What an expression is called by the packages that it comes from, through variables, members and files: `app.get` where
   * `const app = express()` is `express().get`. What is defined in the repository has no such name.
   */
  pathOf(module: SourceModule, value: Expression, within: number): string | undefined {
    if (this.#asked.size > 0 || this.#naming) return this.nameOf(this.resolve(module, value, within));
    const { paths } = this.#found.of(module);
    const before = paths.get(value);
    if (before !== undefined) return before.is;
    const path = this.nameOf(this.resolve(module, value, within));
    paths.set(value, path === undefined ? NO_PATH : { is: path });
    return path;
  }

  /** The same of a meaning. */
  nameOf(meaning: Meaning, steps = 0): string | undefined {
    if (meaning.kind === 'made' && !this.#naming) {
      this.#followedSoFar = 0;
      this.#naming = true;
      const name = this.#nameOf(meaning, steps);
      this.#naming = false;
      return name;
    }
    return this.#nameOf(meaning, steps);
  }

  #nameOf(meaning: Meaning, steps: number): string | undefined {
    if (steps > FURTHEST || this.#followedSoFar > MOST_FOLLOWED) return undefined;
    if (meaning.kind === 'external') return meaning.path;
    if (meaning.kind !== 'made') return undefined;
    const call = meaning.module.calls[meaning.call]!;
    const before = this.#calleeNames.get(call);
    const callee = before === undefined ? this.#calleeName(meaning.module, call, steps) : before.name;
    if (callee === undefined) return undefined;
    return meaning.members.length === 0 ? `${callee}()` : `${callee}().${meaning.members.join('.')}`;
  }

  #calleeName(module: SourceModule, call: Call, steps: number): string | undefined {
    const name = this.#nameOf(this.resolve(module, call.callee, call.within, steps), steps + 1);
    if (steps === 0 && this.#isWholeAnswer()) this.#calleeNames.set(call, { name });
    return name;
  }

  /** Whether what was just found does not hang on what was asked around it. */
  #isWholeAnswer(): boolean {
    return this.#asked.size === 0 && this.#followedSoFar <= MOST_FOLLOWED;
  }

  /** What a module exports under a name. */
  exported(module: SourceModule, name: string, steps = 0): Meaning {
    const key = `${module.file} ${name}`;
    if (steps > FURTHEST || this.#asked.has(key)) return TOO_FAR;
    this.#asked.add(key);
    const meaning = this.#exported(module, name, steps);
    this.#asked.delete(key);
    return meaning;
  }

  #exported(module: SourceModule, name: string, steps: number): Meaning {
    if (module.language === 'python') {
      const found = this.scopes(module).top.get(name);
      if (found !== undefined) return this.#defined(module, found, steps + 1);
      const own = this.#files.inFolder(folderOfModule(module), name);
      if (own?.kind === 'file' && module.file.endsWith('__init__.py')) {
        const inner = this.modules.get(own.file);
        if (inner !== undefined) return { kind: 'module', module: inner };
      }
      return this.#throughStars(module, name, steps + 1) ?? NOT_FOLLOWED;
    }
    for (let i = module.exports.length - 1; i >= 0; i--) {
      const one = module.exports[i]!;
      if (one.name !== name) continue;
      if (one.value !== undefined) return this.resolve(module, one.value, TOP, steps + 1);
      if (one.from !== undefined) return this.#imported(module, one.from, steps + 1);
    }
    const whole = module.exports.findLast((one) => one.name === '*' && one.value !== undefined);
    if (whole?.value !== undefined)
      return name === 'default' || name === '*'
        ? this.resolve(module, whole.value, TOP, steps + 1)
        : this.#memberOf(this.resolve(module, whole.value, TOP, steps + 1), name, steps + 1);
    return this.#throughStars(module, name, steps + 1) ?? NOT_FOLLOWED;
  }

  /** The functions that a value may be, and whether it may be something else. */
  functionsOf(meaning: Meaning): {
    readonly functions: readonly MethodAt[];
    readonly open: boolean;
  } {
    if (meaning.kind === 'function') return { functions: [meaning], open: false };
    if (meaning.kind === 'module') {
      const whole = this.whole(meaning);
      return whole.kind === 'module' ? NO_FUNCTIONS : this.functionsOf(whole);
    }
    if (meaning.kind !== 'several') return NO_FUNCTIONS;
    const parts = meaning.of.map((one) => this.functionsOf(one));
    return { functions: parts.flatMap((p) => p.functions), open: parts.some((p) => p.open) };
  }

  /** What a module is where it is used as a value: `require('./auth')` is what that file sets `module.exports` to. */
  whole(meaning: Meaning): Meaning {
    if (meaning.kind !== 'module') return meaning;
    const whole = this.exported(meaning.module, '*');
    const found = whole.kind === 'open' ? this.exported(meaning.module, 'default') : whole;
    return found.kind === 'open' ? meaning : found;
  }

  /** A member of what a meaning is. */
  memberOf(meaning: Meaning, name: string): Meaning {
    return this.#memberOf(meaning, name, 0);
  }

  /** What a function of the repository gives back when it is called, where that is one expression. */
  given(module: SourceModule, number: number): Meaning | undefined {
    const value = givenBy(module, number);
    return value === undefined ? undefined : this.resolve(module, value, number);
  }

  #name(module: SourceModule, name: string, within: number, steps: number): Meaning {
    const scopes = this.scopes(module);
    if (OWN_OBJECT.test(name)) {
      const own = scopes.classAround(within);
      if (own !== undefined) return { kind: 'instance', module, class: own };
    }
    const found = scopes.lookUp(name, within);
    if (found.length > 0) return this.#defined(module, found, steps);
    const star = module.language === 'python' ? this.#throughStars(module, name, steps) : undefined;
    return star ?? { kind: 'external', path: name };
  }

  /** `from .x import *`, `export * from './x'`. */
  #throughStars(module: SourceModule, name: string, steps: number): Meaning | undefined {
    const stars =
      module.language === 'python'
        ? module.imports.filter(({ local, member }) => local === undefined && member === '*')
        : module.exports.flatMap((one) => (one.name === '*' && one.from !== undefined ? [one.from] : []));
    let open: Meaning | undefined;
    for (const star of stars) {
      const whole = this.#moduleNamed(module, star.module);
      if (whole.kind !== 'module') {
        open = NOT_FOLLOWED;
        continue;
      }
      if (steps > FURTHEST) return TOO_FAR;
      const found = this.exported(whole.module, name, steps + 1);
      if (found.kind !== 'open') return found;
    }
    return open;
  }

  #defined(module: SourceModule, found: readonly Definition[], steps: number): Meaning {
    if (this.#asked.size > 0) return this.#definedNow(module, found, steps);
    const before = this.#definitions.get(found);
    if (before !== undefined) return before;
    const meaning = this.#definedNow(module, found, steps);
    if (steps <= NEAR && this.#isWholeAnswer()) this.#definitions.set(found, meaning);
    return meaning;
  }

  #definedNow(module: SourceModule, found: readonly Definition[], steps: number): Meaning {
    const meanings: Meaning[] = [];
    for (const one of found) {
      const meaning = this.#meant(module, one, found.length, steps);
      if (meaning !== undefined) meanings.push(meaning);
    }
    return several(meanings);
  }

  #meant(module: SourceModule, one: Definition, of: number, steps: number): Meaning | undefined {
    switch (one.kind) {
      case 'import':
        return this.#imported(module, one.import, steps);
      case 'function':
        return { kind: 'function', module, function: one.function };
      case 'class':
        return { kind: 'class', module, class: one.class };
      case 'parameter':
        return this.#typed(module, one.function, one.parameter, one.members);
      case 'binding':
        return this.#bound(module, one.binding, of, steps);
      default:
        return undefined;
    }
  }

  /** What a name was given; nothing while that is being asked (`x = x || y`), or where it is only declared. */
  #bound(module: SourceModule, binding: Binding, of: number, steps: number): Meaning | undefined {
    const { value, within } = binding;
    if (this.#asked.has(binding) || (of > 1 && value.kind === 'literal' && value.value === null))
      return undefined;
    this.#asked.add(binding);
    const meaning = this.resolve(module, value, within, steps + 1);
    this.#asked.delete(binding);
    return meaning;
  }

  /** A parameter, or an object of the class that it is declared with. */
  #typed(module: SourceModule, number: number, parameter: number, members: readonly string[]): Meaning {
    const meaning: Meaning = { kind: 'parameter', module, function: number, parameter, members };
    const type = module.functions[number]!.parameters[parameter]!.type;
    if (members.length > 0 || type === undefined || !/^[\w$]+$/.test(type)) return meaning;
    return this.#instanceOf(module, type) ?? meaning;
  }

  #instanceOf(module: SourceModule, type: string): Meaning | undefined {
    const found = this.scopes(module).top.get(type);
    if (found === undefined) return undefined;
    const own = this.#defined(module, found, FURTHEST - 10);
    return own.kind === 'class' ? { kind: 'instance', module: own.module, class: own.class } : undefined;
  }

  #imported(
    module: SourceModule,
    { module: name, member }: Pick<Import, 'module' | 'member'>,
    steps: number,
  ): Meaning {
    if (steps > FURTHEST) return TOO_FAR;
    const whole = this.#moduleNamed(module, name);
    if (member === '*') return whole;
    if (whole.kind === 'external')
      return member === 'default' ? whole : { kind: 'external', path: `${whole.path}.${member}` };
    if (whole.kind === 'module') return this.exported(whole.module, member, steps + 1);
    return whole.kind === 'folder' ? this.#inFolder(whole.folder, whole.from, member) : whole;
  }

  #inFolder(folder: string, from: SourceModule, name: string): Meaning {
    const found = this.#files.inFolder(folder, name);
    if (found?.kind === 'folder') return { kind: 'folder', folder: found.folder, from };
    const module = found?.kind === 'file' ? this.modules.get(found.file) : undefined;
    return module === undefined ? NOT_FOLLOWED : { kind: 'module', module };
  }

  #moduleNamed(module: SourceModule, name: string): Meaning {
    const found = this.#files.find(module, name);
    if (found.kind === 'package') return { kind: 'external', path: name.replace(/^node:/, '') };
    if (found.kind === 'open') return found;
    if (found.kind === 'folder') return { kind: 'folder', folder: found.folder, from: module };
    const target = this.modules.get(found.file);
    return target === undefined
      ? { kind: 'open', why: `${found.file} is not read` }
      : { kind: 'module', module: target };
  }

  #member(module: SourceModule, of: Expression, name: string, within: number, steps: number): Meaning {
    const above = isSuper(module, of) ? this.#aboveAround(module, within, name, steps) : undefined;
    if (above !== undefined) return above;
    const whole = this.resolve(module, of, within, steps);
    return this.#ofBase(module, whole, name, within, steps) ?? this.#memberOf(whole, name, steps);
  }

  #aboveAround(module: SourceModule, within: number, name: string, steps: number): Meaning | undefined {
    const around = this.#classAround(module, within);
    return around === undefined ? undefined : this.#classes.ofSuper(around, name, steps);
  }

  #memberOf(of: Meaning, name: string, steps: number): Meaning {
    if (steps > FURTHEST) return TOO_FAR;
    switch (of.kind) {
      case 'external':
        return { kind: 'external', path: `${of.path}.${name}` };
      case 'module':
        return this.exported(of.module, name, steps + 1);
      case 'folder':
        return this.#inFolder(of.folder, of.from, name);
      case 'made':
        return this.#memberOfMade(of, name, steps);
      case 'parameter':
        return { ...of, members: of.members.concat(name) };
      case 'instance':
      case 'class':
        return of.kind === 'class' || of.isExact === true
          ? this.#classes.ofClass(of, name, steps + 1)
          : this.#classes.ofObject(of, name, steps + 1);
      case 'value': {
        if (of.value.kind !== 'object') return NOT_FOLLOWED;
        const member = of.value.members.findLast((one) => one.name === name);
        if (member !== undefined) return this.resolve(of.module, member.value, of.within, steps + 1);
        const added = this.scopes(of.module).added(of.value, name);
        if (added.length === 0) return NOT_FOLLOWED;
        return several(added.map(({ value, within }) => this.resolve(of.module, value, within, steps + 1)));
      }
      case 'several':
        return several(of.of.map((one) => this.#memberOf(one, name, steps + 1)));
      default:
        return of.kind === 'open' ? of : NOT_FOLLOWED;
    }
  }

  #memberOfMade(of: Extract<Meaning, { kind: 'made' }>, name: string, steps: number): Meaning {
    const { module, call: number, members } = of;
    if (members.length === 0) {
      const call = module.calls[number]!;
      const callee = this.resolve(module, call.callee, call.within, steps + 1);
      if (callee.kind === 'class') {
        const own = this.#classes.ofClass(callee, name, steps + 1);
        if (own.kind !== 'open') return own;
      } else if (callee.kind === 'function') {
        const value = givenBy(callee.module, callee.function);
        if (value?.kind === 'object' || value?.kind === 'call') {
          const given = this.resolve(callee.module, value, callee.function, steps + 1);
          const found = this.#memberOf(given, name, steps + 1);
          if (found.kind !== 'open') return found;
        }
      }
    }
    return { ...of, members: members.concat(name) };
  }
}

/** `super` of scripts, `super()` of Python. */
function isSuper(module: SourceModule, value: Expression): boolean {
  if (value.kind === 'name') return value.name === 'super' && module.language === 'script';
  if (value.kind !== 'call' || module.language !== 'python') return false;
  const { callee, arguments: given } = module.calls[value.call]!;
  return callee.kind === 'name' && callee.name === 'super' && given.length === 0;
}

function folderOfModule({ file }: SourceModule): string {
  const at = file.lastIndexOf('/');
  return at < 0 ? '.' : file.slice(0, at);
}
