import type { Location } from '../../../../model/origin.ts';
import { onlyLooks } from './aspect.ts';
import { call } from './calls.ts';
import type { Construct } from './construct.ts';
import { Endless, type Execution } from './execution.ts';
import type { Framework } from './framework.ts';
import { isKeywords, keywordsIn, markedKeywords } from './keywords.ts';
import { type ObjectCell, type Run, seenAt, textOf } from './run.ts';

/** What the context of an app holds under a key; `undefined` where nothing in the repository says. */
export type Context = (key: string, at: Location) => Run | undefined;

/** Where below a construct of a class its resource stands. */
export type AddressOf = (path: string, module: string, name: string) => string;

/** What was met of the world beyond the repository. */
export interface Met {
  readonly module: string;
  readonly at: Location;
}

/** The library as an application uses it: remembers every construct that is made, and what may change them. */
export class Library implements Framework {
  readonly constructs: Construct[] = [];
  /** Packages that are not read but were handed a scope or a construct. */
  readonly packages = new Map<string, Met>();
  /** Where version 1 of the library is used, which is another one. */
  versionOne: Location | undefined;
  /** Places that were not followed. */
  /** What was made of its classes although where it stands is not known. */
  readonly unplaced: { readonly name: string; readonly at: Location }[] = [];
  readonly unfollowed: { readonly at: Location; readonly why: string }[] = [];
  /** Whether a class of the application extends one of a package that is not read. */
  extendsUnread = false;
  /** Set where anything may have been changed. */
  changed: { readonly at: Location; readonly what: string } | undefined;
  readonly #paths = new Map<string, number>();
  readonly #context: Context;
  readonly #addressOf: AddressOf;
  #contextSet = false;

  constructor(context: Context, addressOf: AddressOf) {
    this.#context = context;
    this.#addressOf = addressOf;
  }

  named(): undefined {
    return undefined;
  }

  imported(module: string, name: string, at: Location): Run | undefined {
    const own = libraryModule(module);
    if (isVersionOne(module, name)) this.versionOne ??= at;
    if (own === undefined) {
      if (/^\.|^$/.test(module)) return undefined;
      return {
        kind: 'foreign',
        module,
        names: name === '*' || name === 'default' ? [] : [name],
        at,
        seen: [],
      };
    }
    const whole: Extract<Run, { kind: 'library' }> = {
      kind: 'library',
      module: own,
      names: [],
      at,
      seen: [],
    };
    return name === '*' || name === 'default' ? whole : this.member(whole, name, at);
  }

  member(object: Extract<Run, { kind: 'library' }>, name: string, at: Location): Run {
    // The library is used where its member stands, whatever name it was imported under.
    if (object.module === '' && object.names.length === 0 && /^(?:aws|alexa)_/.test(name))
      return { kind: 'library', module: name.replaceAll('_', '-'), names: [], at, seen: [] };
    const steps = object.names.length < 2 ? [] : object.seen;
    return {
      kind: 'library',
      module: object.module,
      names: [...object.names, inCamel(name, at)],
      at,
      seen: steps,
    };
  }

  attribute(construct: Construct, name: string, at: Location): Run {
    const plain = inCamel(name, at);
    if (plain === 'node') return { kind: 'node', construct, at, seen: [] };
    return { kind: 'attribute', construct, name: plain, at, seen: [] };
  }

  memberOf(object: Extract<Run, { kind: 'made' | 'node' | 'attribute' }>, name: string, at: Location): Run {
    const plain = inCamel(name, at);
    if (object.kind === 'node') {
      if (INTO_CHILDREN.has(plain)) this.#reach(object.construct, at, `node.${plain}`);
      return { kind: 'made', module: 'constructs', names: ['node', plain], args: [object], at, seen: [] };
    }
    if (object.kind === 'attribute') {
      return {
        kind: 'attribute',
        construct: object.construct,
        name: `${object.name}.${plain}`,
        at,
        seen: [],
      };
    }
    return {
      kind: 'made',
      module: object.module,
      names: [...object.names, '()', plain],
      args: [object],
      at,
      seen: [],
    };
  }

  call(
    callee: Extract<Run, { kind: 'library' | 'attribute' | 'made' | 'node' }>,
    args: readonly Run[],
    at: Location,
    by: Execution,
  ): Run {
    if (callee.kind === 'library') {
      const last = callee.names.at(-1) ?? '';
      return /^[A-Z]/.test(last) && callee.names.length === 1
        ? this.make(callee, args, at, by)
        : this.#made(callee.module, callee.names, args, at, by);
    }
    if (callee.kind === 'made') return this.#callMade(callee, args, at, by);
    if (callee.kind === 'attribute') return this.#callMethod(callee, args, at, by);
    return by.unknown('node()', at);
  }

  /** A construct where it is given a scope and an id. */
  make(of: Extract<Run, { kind: 'library' }>, args: readonly Run[], at: Location, by: Execution): Run {
    const name = of.names.at(-1) ?? '';
    const app = name === 'App' && of.module === '';
    const given = app ? args[0] : args[2];
    const placing = app ? undefined : placingOf(args);
    if (!app && placing === undefined) this.unplaced.push({ name, at });
    if (!app && placing === undefined) return this.#made(of.module, of.names, args, at, by);
    const props = given ?? (args.length > 2 ? undefined : settingsIn(args));
    const parent = constructOf(placing?.scope);
    const path = placing === undefined ? '' : this.#path(parent, placing.id, at);
    const construct: Construct = {
      path,
      address: this.#addressOf(path, of.module, name),
      module: of.module,
      name,
      parent,
      props: props === undefined ? undefined : inWords(props, at),
      at,
      exists: by.exists,
      isOneOfMany: by.guesses > 0,
      calls: [],
    };
    if (
      props?.kind === 'object' &&
      (props.cell.members.has('propertyInjectors') || props.cell.members.has('property_injectors'))
    )
      this.changeAll(at, 'property injectors');
    if (app && props?.kind === 'object' && props.cell.members.has('context')) this.#contextSet = true;
    if (this.constructs.length >= MAX_CONSTRUCTS) throw new Endless();
    this.constructs.push(construct);
    return { kind: 'construct', construct, at, seen: [] };
  }

  place(args: readonly Run[], at: Location, by: Execution): Construct | undefined {
    const placing = placingOf(args);
    if (placing === undefined) return undefined;
    const parent = constructOf(placing.scope);
    const path = this.#path(parent, placing.id, at);
    return {
      path,
      address: path,
      module: 'constructs',
      name: 'Construct',
      parent,
      props: undefined,
      at,
      exists: by.exists,
      calls: [],
    };
  }

  change(construct: Construct, at: Location, what: string): void {
    construct.changed ??= { at, what };
  }

  written(
    { construct, name }: Extract<Run, { kind: 'attribute' }>,
    key: string | undefined,
    at: Location,
  ): void {
    if (HARMLESS_OPTION.test(`${name}.${key ?? ''}`)) return;
    if (BELOW_VPC.test(name)) this.change(construct, at, `${name} is written to`);
    else this.changeAll(at, 'something that is not followed is written to');
  }

  changeAll(at: Location, what: string): void {
    this.changed ??= { at, what };
  }

  outside(callee: Run, args: readonly Run[], at: Location): void {
    if (callee.kind !== 'foreign' || !args.some((arg) => isScope(arg))) return;
    const { module } = callee;
    if (!this.packages.has(module)) this.packages.set(module, { module, at });
  }

  /** Whether all code was read that had a scope in its hands, and with it all that is in that scope. */
  get isFollowed(): boolean {
    return this.unfollowed.length === 0 && this.packages.size === 0 && !this.extendsUnread;
  }

  missed(at: Location, why: string): void {
    if (this.unfollowed.length < 20) this.unfollowed.push({ at, why });
  }

  /** What may have changed a construct, be it handed out itself or something above it. */
  changeOf(construct: Construct): { readonly at: Location; readonly what: string } | undefined {
    for (let one: Construct | undefined = construct; one !== undefined; one = one.parent) {
      if (one.changed !== undefined) return one.changed;
    }
    return this.changed;
  }

  #path(parent: Construct | undefined, id: Run | undefined, at: Location): string {
    const own = textOf(id) ?? `{${at.file.slice(at.file.lastIndexOf('/') + 1)}:${at.line}}`;
    const path = parent === undefined || parent.path === '' ? own : `${parent.path}/${own}`;
    const before = this.#paths.get(path) ?? 0;
    this.#paths.set(path, before + 1);
    return before === 0 ? path : `${path}~${before + 1}`;
  }

  #made(module: string, names: readonly string[], args: readonly Run[], at: Location, by: Execution): Run {
    this.#callBack(args, at, by);
    return { kind: 'made', module, names, args: args.map((arg) => inWords(arg, at)), at, seen: [] };
  }

  #callBack(args: readonly Run[], at: Location, by: Execution, given: readonly Run[] = []): void {
    const functions = args.filter((arg) => arg.kind === 'function');
    if (functions.length === 0) return;
    by.maybe(at, 'a call that is not followed', () => {
      for (const one of functions) call(one, given, at, by);
    });
  }

  #callMade(callee: Extract<Run, { kind: 'made' }>, args: readonly Run[], at: Location, by: Execution): Run {
    const [first, second] = callee.names;
    const last = callee.names.at(-1) ?? '';
    const [receiver] = callee.args;
    if (first === 'node' && receiver?.kind === 'node') {
      if (second === 'tryGetContext' || second === 'getContext') return this.#contextOf(args[0], at, by);
      if (second === 'setContext') this.#contextSet = true;
      if (INTO_CHILDREN.has(second ?? '')) return by.unknown(`a construct found by ${second ?? ''}`, at);
      return by.unknown(`node.${second ?? ''}`, at);
    }
    if (CHANGING.has(first ?? '') && last !== 'of' && receiver?.kind === 'made') {
      const harmless = args.every(
        (arg) =>
          (arg.kind === 'foreign' && /^cdk[-_]nag$/.test(arg.module)) ||
          (arg.kind === 'made' && arg.names[0] === 'Tag') ||
          (arg.kind === 'instance' && onlyLooks(arg.cell.of)),
      );
      if (!harmless) {
        const scope = receiver.args[0];
        this.#reach(scope === undefined ? undefined : constructOf(scope), at, `${first ?? ''}.of`);
      }
      return by.unknown(last, at);
    }
    if (last === 'createAlarm' && isScope(args[0])) {
      return this.make(
        { kind: 'library', module: 'aws-cloudwatch', names: ['Alarm'], at, seen: [] },
        args,
        at,
        by,
      );
    }
    return this.#made(callee.module, callee.names, [callee, ...args], at, by);
  }

  #callMethod(
    callee: Extract<Run, { kind: 'attribute' }>,
    args: readonly Run[],
    at: Location,
    by: Execution,
  ): Run {
    const { construct, name } = callee;
    const last = name.slice(name.lastIndexOf('.') + 1);
    const below = BELOW_VPC.exec(name)?.[0].replace('.', '');
    this.#callBack(args, at, by, below === undefined ? [] : [{ ...callee, name: `${below}.each` }]);
    if (last === 'createAlarm' && isScope(args[0])) {
      return this.make(
        { kind: 'library', module: 'aws-cloudwatch', names: ['Alarm'], at, seen: [] },
        args,
        at,
        by,
      );
    }
    if (!HARMLESS_METHOD.test(last)) this.change(construct, at, `${last} is called`);
    if (last === name)
      construct.calls.push({ name, args: args.map((arg) => inWords(arg, at)), at, exists: by.exists });
    return { kind: 'attribute', construct, name: `${name}()`, at, seen: [] };
  }

  #contextOf(key: Run | undefined, at: Location, by: Execution): Run {
    const name = textOf(key);
    const found = name === undefined || this.#contextSet ? undefined : this.#context(name, at);
    return found === undefined ? by.unknown(`the context ${name ?? ''}`.trim(), at) : seenAt(found, at);
  }

  #reach(construct: Construct | undefined, at: Location, what: string): void {
    if (construct === undefined || what === 'node.root' || what === 'node.scope' || what === 'node.scopes')
      this.changeAll(at, what);
    else this.change(construct, at, what);
  }
}

/** An application that makes more than this is not followed. */
const MAX_CONSTRUCTS = 5000;

/** Members of `node` that lead to constructs which may then be changed. */
const INTO_CHILDREN: ReadonlySet<string> = new Set([
  'defaultChild',
  'children',
  'findChild',
  'tryFindChild',
  'findAll',
  'root',
  'scope',
  'scopes',
  'tryRemoveChild',
]);

/** What goes over constructs that were made before, and may change them. */
const CHANGING: ReadonlySet<string> = new Set(['Aspects', 'PropertyInjectors', 'Mixins']);

/** What a template says of itself, and not of its resources. */
const HARMLESS_OPTION = /^templateOptions\.(?:description|metadata|templateFormatVersion)(?:\.|$)/;

/** The subnets of a VPC, which are constructs below it. */
const BELOW_VPC = /^(?:public|private|isolated)Subnets(?:\.|$)/;

/** Methods that add something beside what the properties say, and leave those as they are. */
const HARMLESS_METHOD =
  /^(?:grant|metric|add(?!PropertyOverride|Override|DeletionOverride|PropertyDeletionOverride|Transform)|allow|connect|on[A-Z]|bind|to[A-Z]|from[A-Z]|is[A-Z]|export|format|resolve|get[A-Z]|split|render|select|url|arn|path|use|attach|apply(?:RemovalPolicy)|overrideLogicalId|autoScale|scale|role|subscribe|register|deny|require|validate|synth$|stageName|prune|configureAsyncInvoke$)/;

/** The module of the library that an import means: `aws-s3`, or the empty text for its top. */
export function libraryModule(module: string): string | undefined {
  if (module === 'aws-cdk-lib' || module === 'aws-cdk-lib/core' || module === 'aws_cdk') return '';
  if (module === 'constructs') return 'constructs';
  const own =
    /^(?:aws-cdk-lib\/|aws_cdk\.)([\w-]+)/.exec(module)?.[1] ??
    /^@aws-cdk\/([\w-]+-alpha)$/.exec(module)?.[1];
  return own?.replaceAll('_', '-');
}

/** In version 1 each service was a package of its own, and in Python the core a module. */
function isVersionOne(module: string, name: string): boolean {
  return (
    (/^@aws-cdk\/(?:core|aws-[\w-]+)$/.test(module) && !module.endsWith('-alpha')) ||
    module === 'aws_cdk.core' ||
    (module === 'aws_cdk' && name === 'core')
  );
}

function isScope(run: Run | undefined): boolean {
  if (run?.kind === 'choice') return isScope(run.yes) || isScope(run.no);
  return (
    run?.kind === 'construct' ||
    (run?.kind === 'instance' && run.cell.construct !== undefined) ||
    (run?.kind === 'unknown' && /(?:^|\.)(?:scope|stack|this)$/.test(run.text))
  );
}

/** The construct that a value is. */
export function constructOf(run: Run | undefined): Construct | undefined {
  if (run?.kind === 'construct') return run.construct;
  return run?.kind === 'instance' ? run.cell.construct : undefined;
}

/** The scope and the id that a construct is made with; in Python they may be named. */
function placingOf(args: readonly Run[]): { readonly scope: Run; readonly id: Run } | undefined {
  const words = args.length <= 2 ? keywordsIn(args) : undefined;
  const named = words?.cell.members;
  const scope = args[0] === words ? named?.get('scope') : args[0];
  const id = args[1] === undefined || args[1] === words ? named?.get('id') : args[1];
  // What is given a construct and its settings is none itself: `new SqsEventSource(queue, {…})`.
  if (scope === undefined || id === undefined || id.kind === 'object' || !isScope(scope)) return undefined;
  return { scope, id };
}

/** Keywords but those that say where a construct stands. */
function settingsIn(args: readonly Run[]): Run | undefined {
  const words = keywordsIn(args);
  if (words === undefined) return undefined;
  const cell: ObjectCell = { members: new Map(words.cell.members), open: words.cell.open };
  if (args.length < 3) cell.members.delete('id');
  if (args.length < 2) cell.members.delete('scope');
  return { ...words, cell: markedKeywords(cell) };
}

/** Python's `snake_case` is the library's `camelCase`; names in capitals stay. */
export function inCamel(name: string, at: Location): string {
  if (!at.file.endsWith('.py') || !/^[a-z]/.test(name)) return name;
  return name.replace(/_+$/, '').replace(/_+([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

/** Keyword arguments as the properties that they stand for. */
function inWords(run: Run, at: Location): Run {
  if (run.kind !== 'object' || !isKeywords(run.cell)) return run;
  const members = new Map(
    [...run.cell.members].map(([key, value]): [string, Run] => [inCamel(key, at), value]),
  );
  const cell: ObjectCell = { members, open: run.cell.open };
  return { ...run, cell };
}
