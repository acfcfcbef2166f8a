import { SYNTHESIZE } from '../../../../knowledge/synthesis.ts';
import { ALWAYS, and, atom, type Condition, NEVER, not, or } from '../../../../model/condition.ts';
import type { Location } from '../../../../model/origin.ts';
import type { Scalar } from '../../../../model/value.ts';
import type {
  Argument,
  ClassExpression,
  Expression,
  FunctionExpression,
  Pattern,
  Statement,
} from '../syntax/tree.ts';
import { callGlobal, givesData, globalNamed, isHarmless } from './globals.ts';
import type { Library } from './library.ts';
import { joined, type Program } from './program.ts';
import {
  type ClassCell,
  type Frame,
  type InstanceCell,
  type ListCell,
  type ObjectCell,
  type Run,
  Scope,
  seenAt,
  seenThrough,
} from './run.ts';

/** How much of an application is followed before it counts as endless. */
const MAX_STEPS = 400_000;
const MAX_CALLS = 48;
const MAX_DEPTH = 300;
const MAX_TURNS = 200;

/** Thrown where an application is followed no further; caught once, at its start. */
export class Endless extends Error {}

/** How a list of statements ends: the condition under which it returned, and what. */
interface Ending {
  readonly left: Condition;
  readonly value: Run | undefined;
  /** It ended by a failure that nothing catches, so that nothing is deployed. */
  readonly failed?: boolean;
}

const GOES_ON: Ending = { left: NEVER, value: undefined };

/** Follows a program from its entries on and tells the library what it makes. */
export class Interpreter {
  readonly #program: Program;
  readonly #library: Library;
  readonly #modules = new Map<string, Scope>();
  /** Open conditions around the statement that is being followed. */
  readonly #open: Condition[] = [];
  #steps = 0;
  #calls = 0;
  #depth = 0;
  /** How many places around what is followed catch failures. */
  #tries = 0;
  #ids = 0;

  constructor(program: Program, library: Library) {
    this.#program = program;
    this.#library = library;
  }

  run(): void {
    for (const entry of this.#program.entries) this.#module(entry);
  }

  /** The condition under which what is being followed happens. */
  get exists(): Condition {
    return and(...this.#open);
  }

  unknown(text: string, at: Location): Run {
    return { kind: 'unknown', id: this.#ids++, text, at, seen: [] };
  }

  /** Plain data that is not known. */
  data(text: string, at: Location): Run {
    return { kind: 'unknown', id: this.#ids++, text, data: true, at, seen: [] };
  }

  /** What follows may happen or not, nobody knows by what. */
  maybe<T>(at: Location, what: string, follow: () => T): T {
    return this.#under(this.#doubt(`${what} at ${at.file}:${at.line}`), follow);
  }

  #doubt(text: string): Condition {
    return atom(`source ${this.#ids++}`, SYNTHESIZE, 'unresolved-expression', text);
  }

  #under<T>(condition: Condition, follow: () => T): T {
    this.#open.push(condition);
    try {
      return follow();
    } finally {
      this.#open.pop();
    }
  }

  #module(file: string): Scope {
    const before = this.#modules.get(file);
    if (before !== undefined) return before;
    const source = this.#program.files.get(file);
    const frame: Frame = { file, python: source?.language === 'python', self: undefined, home: undefined };
    const scope = new Scope(undefined, frame);
    this.#modules.set(file, scope);
    if (source === undefined) return scope;
    if (frame.python)
      scope.names.set(
        '__name__',
        this.#bound(scalar(this.#program.entries.includes(file) ? '__main__' : file, start(file))),
      );
    // A module runs once, whoever asks for it first; what it makes does not hang on the asking place.
    const open = this.#open.splice(0);
    this.#hoist(source.body, scope);
    this.#statements(source.body, scope);
    this.#open.push(...open);
    return scope;
  }

  #bound(value: Run): { value: Run; depth: number } {
    return { value, depth: this.#open.length };
  }

  // ---- statements

  /** Functions and classes may be used above where they stand. */
  #hoist(body: readonly Statement[], scope: Scope): void {
    for (const statement of body) {
      if (statement.kind === 'function' && !scope.frame.python)
        scope.names.set(statement.name, this.#bound(this.#functionOf(statement.value, scope)));
    }
  }

  #statements(body: readonly Statement[], scope: Scope): Ending {
    let left: Condition = NEVER;
    let value: Run | undefined;
    let pushed = 0;
    try {
      for (const statement of body) {
        const ending = this.#statement(statement, scope);
        if (ending.left.op === 'never') continue;
        const failed = left.op === 'never' && ending.failed === true;
        value = value === undefined || left.op === 'never' ? ending.value : merged(left, value, ending.value);
        left = or(left, ending.left);
        if (ending.left.op === 'always') return { left: ALWAYS, value, failed };
        this.#open.push(not(ending.left));
        pushed++;
      }
      return { left, value };
    } finally {
      this.#open.length -= pushed;
    }
  }

  #step(): void {
    if (++this.#steps > MAX_STEPS) throw new Endless();
  }

  #statement(statement: Statement, scope: Scope): Ending {
    this.#step();
    switch (statement.kind) {
      case 'import':
        this.#import(statement.module, statement.names, scope, statement.at);
        return GOES_ON;
      case 'export-from':
        this.#exportFrom(statement, scope);
        return GOES_ON;
      case 'export':
        scope.names.set(`export ${statement.name}`, this.#bound(this.value(statement.value, scope)));
        return GOES_ON;
      case 'declare': {
        if (statement.value === undefined) {
          if (statement.target.kind === 'name' && !scope.frame.python)
            scope.names.set(
              statement.target.name,
              this.#bound({ kind: 'undefined', at: statement.at, seen: [] }),
            );
          return GOES_ON;
        }
        this.#bind(statement.target, this.value(statement.value, scope), scope, statement.at);
        return GOES_ON;
      }
      case 'assign': {
        const value = this.value(statement.value, scope);
        if (statement.operator === undefined) this.#assign(statement.target, value, scope);
        else if (statement.operator === '??' || statement.operator === '||') {
          const old = this.value(statement.target, scope);
          this.#assign(
            statement.target,
            this.#either(statement.operator, old, () => value, statement.at),
            scope,
          );
        } else this.#assign(statement.target, this.unknown('a computed value', statement.at), scope);
        return GOES_ON;
      }
      case 'expression':
        this.value(statement.value, scope);
        return GOES_ON;
      case 'if':
        return this.#if(
          this.#test(this.value(statement.test, scope), statement.at),
          statement.yes,
          statement.no,
          scope,
        );
      case 'each':
        return this.#each(statement, scope);
      case 'loop':
        return this.maybe(statement.at, 'how often a loop runs', () =>
          this.#partly(this.#statements(statement.body, inner(scope)), statement.at),
        );
      case 'return':
        return {
          left: ALWAYS,
          value: statement.value === undefined ? undefined : this.value(statement.value, scope),
        };
      case 'throw':
        return { left: ALWAYS, value: undefined, failed: this.#tries === 0 };
      case 'leave':
        return { left: ALWAYS, value: undefined };
      case 'function':
        scope.names.set(statement.name, this.#bound(this.#functionOf(statement.value, scope)));
        return GOES_ON;
      case 'class':
        scope.names.set(statement.name, this.#bound(this.#classOf(statement.name, statement.value, scope)));
        return GOES_ON;
      case 'block':
        return this.#statements(statement.body, inner(scope));
      case 'try': {
        // What is tried may stop anywhere, and what handles it may run or not.
        this.#tries++;
        const tried = this.#statements(statement.body, inner(scope));
        this.#tries--;
        this.maybe(statement.at, 'whether something fails', () =>
          this.#statements(statement.handler, inner(scope)),
        );
        const after = this.#statements(statement.after, inner(scope));
        return after.left.op === 'never' ? this.#softened(tried, statement.at) : after;
      }
      case 'switch':
        return this.#switch(statement, scope);
    }
  }

  /** An ending that is certain inside a place that may not be reached. */
  #partly(ending: Ending, at: Location): Ending {
    if (ending.left.op === 'never') return ending;
    return {
      left: this.#doubt(`how a loop ends at ${at.file}:${at.line}`),
      value: this.unknown('what a loop returns', at),
    };
  }

  #softened(ending: Ending, at: Location): Ending {
    if (ending.left.op !== 'always') return ending;
    // What handles a failure may go on behind it.
    return ending.value === undefined
      ? { left: this.#doubt(`whether something fails at ${at.file}:${at.line}`), value: undefined }
      : ending;
  }

  #if(test: Condition, yes: readonly Statement[], no: readonly Statement[], scope: Scope): Ending {
    const branch = (condition: Condition, body: readonly Statement[]): Ending => {
      if (condition.op === 'never') return GOES_ON;
      const own = scope.frame.python ? scope : inner(scope);
      if (condition.op === 'always') return this.#statements(body, own);
      const ending = this.#under(condition, () => this.#statements(body, own));
      return { ...ending, left: and(condition, ending.left) };
    };
    const first = branch(test, yes);
    const second = branch(not(test), no);
    // What follows happens only where nothing failed, so it does not hang on that.
    if (first.left.op === 'never') return second.failed === true && test.op !== 'never' ? GOES_ON : second;
    if (second.left.op === 'never') return first.failed === true && test.op !== 'always' ? GOES_ON : first;
    const both = covers(first.left, test) && covers(second.left, not(test));
    return {
      left: both ? ALWAYS : or(first.left, second.left),
      value: merged(first.left, first.value, second.value),
    };
  }

  #each(statement: Extract<Statement, { kind: 'each' }>, scope: Scope): Ending {
    const over = this.value(statement.over, scope);
    const items = statement.keys
      ? this.#keys(over, statement.at)
      : this.#items(over, statement.at, scope.frame.python);
    const body = (item: Run): Ending => {
      const own = scope.frame.python ? scope : inner(scope);
      this.#bind(statement.target, item, own, statement.at);
      return this.#statements(statement.body, own);
    };
    const leaves = hasLeave(statement.body);
    for (const item of (items?.cell.items ?? []).slice(0, MAX_TURNS)) {
      // A turn that may leave the loop makes what follows uncertain.
      const ending = leaves ? this.maybe(statement.at, 'how far a loop goes', () => body(item)) : body(item);
      if (ending.left.op !== 'never') return this.#partly(ending, statement.at);
    }
    if (items === undefined || items.cell.open || items.cell.items.length > MAX_TURNS) {
      const member = this.unknown('a member of a list that is not known', statement.at);
      return this.maybe(statement.at, 'what a loop goes over', () =>
        this.#partly(body(member), statement.at),
      );
    }
    return GOES_ON;
  }

  #switch(statement: Extract<Statement, { kind: 'switch' }>, scope: Scope): Ending {
    const on = this.value(statement.on, scope);
    let open: Condition = ALWAYS;
    let left: Condition = NEVER;
    let value: Run | undefined;
    let covered = true;
    const ordered = [...statement.cases.entries()];
    const before = ordered.filter(([, c]) => c.test !== undefined);
    const rest = ordered.filter(([, c]) => c.test === undefined);
    // Cases that fall through to the next one share its statements.
    let falling: Condition = NEVER;
    for (const [index, one] of [...before, ...rest]) {
      const own =
        one.test === undefined
          ? ALWAYS
          : this.#test(this.#compare('===', on, this.value(one.test, scope), statement.at), statement.at);
      const here = or(and(open, own), falling);
      open = and(open, not(own));
      if (one.body.length === 0 && statement.cases[index + 1] !== undefined) {
        falling = here;
        continue;
      }
      falling = NEVER;
      if (here.op === 'never') continue;
      const body = one.body.filter((s) => s.kind !== 'leave');
      const ending =
        here.op === 'always'
          ? this.#statements(body, inner(scope))
          : this.#under(here, () => this.#statements(body, inner(scope)));
      if (ending.left.op === 'never') {
        covered = false;
        continue;
      }
      if (ending.left.op !== 'always') covered = false;
      value = left.op === 'never' ? ending.value : merged(left, value, ending.value);
      left = or(left, and(here, ending.left));
      if (here.op === 'always') break;
    }
    if (left.op === 'never') return GOES_ON;
    const whole = covered && (open.op === 'never' || rest.length > 0);
    return { left: whole ? ALWAYS : left, value };
  }

  // ---- names

  #import(
    module: string,
    names: readonly { imported: string; local: string }[],
    scope: Scope,
    at: Location,
  ): void {
    const file = this.#program.resolve(scope.frame.file, module);
    if (file !== undefined && this.#program.files.has(file)) this.#module(file);
    for (const { imported, local } of names)
      scope.names.set(local, this.#bound(this.#imported(module, file, imported, scope, at)));
  }

  #imported(module: string, file: string | undefined, imported: string, scope: Scope, at: Location): Run {
    if (scope.frame.python && imported !== '*') {
      const part = this.#program.resolve(scope.frame.file, joined(module, imported));
      const own = file === undefined ? undefined : this.#module(file).names.get(imported);
      if (own !== undefined) return seenAt(own.value, at);
      if (part !== undefined && this.#program.files.has(part)) return this.#namespace(part, at);
    }
    if (file === undefined)
      return this.#library.imported(module, imported, at) ?? this.unknown(`what ${module} exports`, at);
    if (!this.#program.files.has(file)) return this.unknown(`what ${file} exports`, at);
    if (imported === '*') return this.#namespace(file, at);
    return this.#exported(file, imported, at);
  }

  #exported(file: string, name: string, at: Location): Run {
    const scope = this.#module(file);
    const found =
      scope.names.get(`export ${name}`) ??
      (name === 'default' ? scope.names.get('export *') : undefined) ??
      scope.names.get(name);
    if (found !== undefined)
      return found.value.kind === 'object' || found.value.kind === 'scalar' ? found.value : found.value;
    for (const [key, { value }] of scope.names) {
      if (!key.startsWith('export all ')) continue;
      const inside = this.member(value, name, at);
      if (inside.kind !== 'undefined' && inside.kind !== 'unknown') return inside;
    }
    return this.unknown(`${name} of ${file}`, at);
  }

  #namespace(file: string, at: Location): Run {
    const whole = this.#module(file).names.get('export *');
    if (whole !== undefined) return whole.value;
    return {
      kind: 'global',
      name: 'module',
      of: { kind: 'foreign', module: file, names: [], at, seen: [] },
      at,
      seen: [],
    };
  }

  #exportFrom(statement: Extract<Statement, { kind: 'export-from' }>, scope: Scope): void {
    const { module, names, at } = statement;
    const file = this.#program.resolve(scope.frame.file, module);
    if (names === undefined) {
      if (scope.frame.python && file !== undefined && this.#program.files.has(file)) {
        for (const [name, binding] of this.#module(file).names) scope.names.set(name, binding);
      } else
        scope.names.set(`export all ${module}`, this.#bound(this.#imported(module, file, '*', scope, at)));
      return;
    }
    for (const { imported, local } of names)
      scope.names.set(`export ${local}`, this.#bound(this.#imported(module, file, imported, scope, at)));
  }

  #bind(target: Pattern, given: Run, scope: Scope, at: Location): void {
    const { fallback } = target;
    const value =
      fallback === undefined ? given : this.#either('=', given, () => this.value(fallback, scope), at);
    switch (target.kind) {
      case 'name': {
        const before = scope.frame.python ? scope.names.get(target.name) : undefined;
        if (before !== undefined && before.depth < this.#open.length)
          before.value = this.#overwritten(before.value, value, before.depth);
        else scope.names.set(target.name, this.#bound(value));
        return;
      }
      case 'object': {
        for (const { key, target: part } of target.members)
          this.#bind(part, this.member(value, key, at), scope, at);
        if (target.rest !== undefined) {
          const members =
            value.kind === 'object'
              ? [...value.cell.members].filter(([k]) => !target.members.some((m) => m.key === k))
              : [];
          const cell: ObjectCell = {
            members: new Map(members),
            open: value.kind !== 'object' || value.cell.open,
          };
          scope.names.set(target.rest, this.#bound({ kind: 'object', cell, at: value.at, seen: value.seen }));
        }
        return;
      }
      case 'list': {
        for (const [index, part] of target.items.entries()) {
          if (part !== undefined) this.#bind(part, this.#at(value, index, at), scope, at);
        }
        return;
      }
      case 'place':
        this.#assign(target.place, value, scope);
    }
  }

  /** What a place holds once something may have been written over it. */
  #overwritten(old: Run, value: Run, depth: number): Run {
    const condition = and(...this.#open.slice(depth));
    return condition.op === 'always'
      ? value
      : { kind: 'choice', condition, yes: value, no: old, at: value.at, seen: [] };
  }

  #assign(target: Expression, value: Run, scope: Scope): void {
    if (target.kind === 'name') {
      const binding = scope.find(target.name);
      if (binding === undefined) scope.names.set(target.name, this.#bound(value));
      else binding.value = this.#overwritten(binding.value, value, binding.depth);
      return;
    }
    if (target.kind !== 'member' && target.kind !== 'index') return;
    const object = this.value(target.object, scope);
    const key = target.kind === 'member' ? target.name : textOf(this.value(target.index, scope));
    if (scope.frame.python && target.kind === 'member' && target.name === 'exports') return;
    this.#write(object, key, value, target.at);
  }

  #write(object: Run, key: string | undefined, value: Run, at: Location): void {
    switch (object.kind) {
      case 'object':
        if (key === undefined) {
          object.cell.open = true;
          for (const name of object.cell.members.keys())
            object.cell.members.set(name, this.unknown('what a computed key holds', at));
        } else {
          const old = object.cell.members.get(key) ?? { kind: 'undefined', at, seen: [] };
          object.cell.members.set(key, this.#overwritten(old, value, 0));
        }
        return;
      case 'instance': {
        if (key === undefined) return;
        // What a constructor writes is there whenever its instance is.
        object.cell.fields.set(key, value);
        if (object.cell.construct !== undefined && !object.cell.of.fixed.has(key) && LIBRARY_FIELDS.has(key))
          this.#library.change(object.cell.construct, at, `${key} is set`);
        return;
      }
      case 'construct':
        this.#library.change(object.construct, at, `${key ?? 'a property'} is set`);
        return;
      case 'list':
        object.cell.items = object.cell.items.map(() => this.unknown('a member that is written over', at));
        object.cell.open = true;
        return;
      case 'choice':
        this.#write(object.yes, key, this.unknown('what may be written over', at), at);
        this.#write(object.no, key, this.unknown('what may be written over', at), at);
        return;
      case 'class':
        if (key !== undefined) object.cell.fixed.set(key, value);
        return;
      case 'global':
        return;
      case 'attribute':
        this.#library.written(object, key, at);
        return;
      default:
        if (object.kind !== 'unknown' || object.data !== true)
          this.#library.changeAll(at, 'something that is not followed is written to');
    }
  }

  // ---- expressions

  value(expression: Expression, scope: Scope): Run {
    this.#step();
    if (this.#depth > MAX_DEPTH) throw new Endless();
    this.#depth++;
    try {
      return this.#value(expression, scope);
    } finally {
      this.#depth--;
    }
  }

  #value(expression: Expression, scope: Scope): Run {
    const { at } = expression;
    switch (expression.kind) {
      case 'literal':
        return scalar(expression.value, at);
      case 'template':
        return this.#text(
          expression.parts.map((part) =>
            typeof part === 'string' ? scalar(part, at) : this.value(part, scope),
          ),
          at,
        );
      case 'name':
        return this.#named(expression.name, scope, at);
      case 'member': {
        if (expression.object.kind === 'super') return this.#inherited(expression.name, scope, at);
        return this.member(this.value(expression.object, scope), expression.name, at);
      }
      case 'index': {
        const object = this.value(expression.object, scope);
        return this.#indexed(object, this.value(expression.index, scope), at);
      }
      case 'call':
        return this.#call(expression, scope);
      case 'object':
        return this.#object(expression, scope);
      case 'list': {
        const cell = this.#list(expression.items, scope);
        return { kind: 'list', cell, at, seen: [] };
      }
      case 'function':
        return this.#functionOf(expression, scope);
      case 'class':
        return this.#classOf('', expression, scope);
      case 'not': {
        const test = this.#test(this.value(expression.of, scope), at);
        return truth(not(test), at);
      }
      case 'binary':
        return this.#binary(expression, scope);
      case 'conditional': {
        const test = this.#test(this.value(expression.test, scope), at);
        if (test.op === 'always') return this.#decided(this.value(expression.yes, scope), expression.test);
        if (test.op === 'never') return this.#decided(this.value(expression.no, scope), expression.test);
        const yes = this.#under(test, () => this.value(expression.yes, scope));
        const no = this.#under(not(test), () => this.value(expression.no, scope));
        return { kind: 'choice', condition: test, yes, no, at, seen: [] };
      }
      case 'assignment': {
        const value = this.value(expression.value, scope);
        this.#assign(expression.target, value, scope);
        return value;
      }
      case 'super':
        return this.unknown('super', at);
      case 'opaque':
        if (expression.parts.length > 0)
          this.maybe(at, 'an expression that is not followed', () => {
            for (const part of expression.parts) {
              const value = this.value(part, scope);
              if (value.kind === 'function') this.call(value, [], at);
            }
          });
        return this.unknown('an expression that is not followed', at);
    }
  }

  /** A value that a decided condition chose: the condition is a step on its trail. */
  #decided(run: Run, test: Expression): Run {
    return seenAt(run, test.at);
  }

  #named(name: string, scope: Scope, at: Location): Run {
    if (name === 'this') return scope.frame.self ?? this.unknown('this', at);
    const binding = scope.find(name);
    if (binding !== undefined) return seenAt(binding.value, at);
    if (name === 'undefined') return { kind: 'undefined', at, seen: [] };
    return globalNamed(name, at) ?? this.unknown(name, at);
  }

  /** A member of something, by a name that is known. */
  member(object: Run, name: string, at: Location): Run {
    switch (object.kind) {
      case 'object': {
        const found = object.cell.members.get(name);
        if (found !== undefined) return seenAt(seenThrough(found, object.seen), at);
        if (object.cell.open || METHODS.has(name))
          return METHODS.has(name)
            ? { kind: 'global', name, of: object, at, seen: [] }
            : this.unknown(name, at);
        return { kind: 'undefined', at, seen: object.seen };
      }
      case 'list':
      case 'text':
        return { kind: 'global', name, of: object, at, seen: [] };
      case 'scalar':
        return { kind: 'global', name, of: object, at, seen: [] };
      case 'instance':
        return this.#fieldOf(object, name, at);
      case 'class': {
        const found = this.#fixed(object.cell, name);
        return found === undefined ? this.unknown(name, at) : seenAt(found, at);
      }
      case 'library':
        return this.#library.member(object, name, at);
      case 'construct':
        return this.#library.attribute(object.construct, name, at);
      case 'made':
      case 'node':
      case 'attribute':
        return this.#library.memberOf(object, name, at);
      case 'foreign':
        return { ...object, names: [...object.names, name], at, seen: [] };
      case 'global':
        if (object.name === 'module' && object.of?.kind === 'foreign') {
          return name === 'exports' ? object : seenAt(this.#exported(object.of.module, name, at), at);
        }
        return globalNamed(`${object.name}.${name}`, at) ?? this.unknown(`${object.name}.${name}`, at);
      case 'choice':
        return { ...object, yes: this.member(object.yes, name, at), no: this.member(object.no, name, at) };
      case 'undefined':
        // `props?.x` without props.
        return object;
      case 'unknown':
        return this.#partOf(object, name, at);
      case 'function':
        return { kind: 'global', name, of: object, at, seen: [] };
    }
  }

  /** The same member of the same unknown is the same unknown. */
  #partOf(object: Extract<Run, { kind: 'unknown' }>, name: string, at: Location): Run {
    const key = `${object.id} ${name}`;
    const id = this.#parts.get(key) ?? this.#ids++;
    this.#parts.set(key, id);
    return {
      kind: 'unknown',
      id,
      text: `${object.text}.${name}`,
      ...(object.data === true ? { data: true } : {}),
      at: object.at,
      seen: [...object.seen.slice(0, 7), at],
    };
  }

  readonly #parts = new Map<string, number>();

  #fieldOf(object: Extract<Run, { kind: 'instance' }>, name: string, at: Location): Run {
    const { cell } = object;
    const own = cell.fields.get(name);
    if (own !== undefined) return seenAt(own, at);
    for (
      let of: ClassCell | undefined = cell.of;
      of !== undefined;
      of = of.base?.kind === 'class' ? of.base.cell : undefined
    ) {
      const method = of.node.methods.find((m) => m.name === name);
      if (method !== undefined) {
        const bound = this.#methodOf(method.value, of, object);
        return method.getter ? this.call(bound, [], at) : bound;
      }
      const fixed = of.fixed.get(name);
      if (fixed !== undefined) return seenAt(fixed, at);
    }
    if (cell.construct !== undefined) return this.#library.attribute(cell.construct, name, at);
    return cell.foreign ? this.unknown(name, at) : { kind: 'undefined', at, seen: [] };
  }

  #inherited(name: string, scope: Scope, at: Location): Run {
    const base = scope.frame.home?.base;
    const { self } = scope.frame;
    for (
      let of = base?.kind === 'class' ? base.cell : undefined;
      of !== undefined;
      of = of.base?.kind === 'class' ? of.base.cell : undefined
    ) {
      const method = of.node.methods.find((m) => m.name === name);
      if (method !== undefined && self !== undefined) return this.#methodOf(method.value, of, self);
      if (name === '__init__') break;
    }
    if (name === '__init__') return { kind: 'global', name: 'super', at, seen: [] };
    const construct = self?.kind === 'instance' ? self.cell.construct : undefined;
    return construct === undefined ? this.unknown(name, at) : this.#library.attribute(construct, name, at);
  }

  #fixed(cell: ClassCell, name: string): Run | undefined {
    const own = cell.fixed.get(name);
    if (own !== undefined) return own;
    return cell.base?.kind === 'class' ? this.#fixed(cell.base.cell, name) : undefined;
  }

  #methodOf(node: FunctionExpression, home: ClassCell, self: Run): Run {
    const frame: Frame = { ...home.scope.frame, self, home };
    return { kind: 'function', node, scope: new Scope(home.scope, frame), self, at: node.at, seen: [] };
  }

  #indexed(object: Run, index: Run, at: Location): Run {
    if (object.kind === 'choice')
      return {
        ...object,
        yes: this.#indexed(object.yes, index, at),
        no: this.#indexed(object.no, index, at),
      };
    if (index.kind === 'choice')
      return { ...index, yes: this.#indexed(object, index.yes, at), no: this.#indexed(object, index.no, at) };
    if (index.kind === 'scalar' && typeof index.value === 'number') return this.#at(object, index.value, at);
    const key = textOf(index);
    if (key !== undefined) {
      const found = this.member(object, key, at);
      return index.kind === 'scalar' ? seenThrough(found, index.seen.slice(0, 2)) : found;
    }
    return this.unknown('a member by a key that is not known', at);
  }

  #at(object: Run, index: number, at: Location): Run {
    if (object.kind === 'choice')
      return { ...object, yes: this.#at(object.yes, index, at), no: this.#at(object.no, index, at) };
    if (object.kind !== 'list')
      return object.kind === 'object'
        ? this.member(object, String(index), at)
        : this.unknown('a member of what is not known', at);
    const item = object.cell.items.at(index);
    if (object.cell.open || item === undefined)
      return object.cell.open
        ? this.unknown('a member of a list that is not known', at)
        : { kind: 'undefined', at, seen: [] };
    return seenAt(seenThrough(item, object.seen), at);
  }

  #text(parts: readonly Run[], at: Location): Run {
    if (parts.every((p) => p.kind === 'scalar')) {
      const seen = parts.find((p) => p.seen.length > 0)?.seen ?? [];
      return {
        kind: 'scalar',
        value: parts.map((p) => (p.kind === 'scalar' ? shown(p.value) : '')).join(''),
        at,
        seen: seen.length === 0 ? [] : [...seen.slice(-3), at],
      };
    }
    const open = parts.find((p) => p.kind === 'choice');
    if (open?.kind === 'choice' && parts.length < 12) {
      const arm = (value: Run): Run =>
        this.#text(
          parts.map((p) => (p === open ? value : p)),
          at,
        );
      return {
        kind: 'choice',
        condition: open.condition,
        yes: arm(open.yes),
        no: arm(open.no),
        at,
        seen: [],
      };
    }
    return { kind: 'text', parts, at, seen: [] };
  }

  #object(expression: Extract<Expression, { kind: 'object' }>, scope: Scope): Run {
    const cell: ObjectCell = { members: new Map(), open: false };
    for (const entry of expression.entries) {
      if ('spread' in entry) this.#spread(this.value(entry.spread, scope), cell, expression.at);
      else {
        const key = typeof entry.key === 'string' ? entry.key : textOf(this.value(entry.key, scope));
        const value = this.value(entry.value, scope);
        if (key === undefined) this.#blur(cell, expression.at);
        else cell.members.set(key, value);
      }
    }
    return { kind: 'object', cell, at: expression.at, seen: [] };
  }

  #spread(value: Run, cell: ObjectCell, at: Location): void {
    if (value.kind === 'undefined' || (value.kind === 'scalar' && typeof value.value !== 'string')) return;
    if (value.kind === 'choice') {
      const [yes, no] = [value.yes, value.no].map((arm) => {
        const own: ObjectCell = { members: new Map(cell.members), open: cell.open };
        this.#spread(arm, own, at);
        return own;
      });
      if (yes === undefined || no === undefined) return;
      cell.open = yes.open || no.open;
      for (const key of new Set([...yes.members.keys(), ...no.members.keys()])) {
        const missing: Run = { kind: 'undefined', at, seen: [] };
        const [a, b] = [yes.members.get(key) ?? missing, no.members.get(key) ?? missing];
        cell.members.set(
          key,
          a === b ? a : { kind: 'choice', condition: value.condition, yes: a, no: b, at, seen: [] },
        );
      }
      return;
    }
    if (value.kind !== 'object') {
      this.#blur(cell, at);
      return;
    }
    if (value.cell.open) this.#blur(cell, at);
    for (const [key, member] of value.cell.members) cell.members.set(key, seenThrough(member, value.seen));
  }

  /** Something unknown is written into an object: whatever it held may be another thing now. */
  #blur(cell: ObjectCell, at: Location): void {
    cell.open = true;
    for (const key of cell.members.keys())
      cell.members.set(key, this.unknown(`${key}, which a spread may write over`, at));
  }

  #list(items: readonly Argument[], scope: Scope): ListCell {
    const cell: ListCell = { items: [], open: false };
    for (const item of items) {
      const value = this.value(item.value, scope);
      if (item.spread === undefined) cell.items.push(value);
      else if (value.kind === 'list') {
        cell.items.push(...value.cell.items.map((v) => seenThrough(v, value.seen)));
        cell.open ||= value.cell.open;
      } else if (value.kind !== 'undefined') cell.open = true;
    }
    return cell;
  }

  // ---- conditions

  /** A value as a condition. */
  #test(run: Run, at: Location): Condition {
    switch (run.kind) {
      case 'scalar':
        return run.value ? ALWAYS : NEVER;
      case 'undefined':
        return NEVER;
      case 'choice':
        return or(
          and(run.condition, this.#test(run.yes, at)),
          and(not(run.condition), this.#test(run.no, at)),
        );
      case 'unknown':
        return atom(`source ${run.id}`, SYNTHESIZE, 'unresolved-expression', run.text);
      case 'text':
        return run.parts.some((p) => p.kind === 'scalar' && p.value !== '')
          ? ALWAYS
          : this.#doubt(`a text at ${at.file}:${at.line}`);
      case 'attribute':
      case 'made':
        return this.#doubt(`a value at ${at.file}:${at.line}`);
      case 'object':
      case 'list':
      case 'instance':
      case 'construct':
      case 'function':
      case 'class':
      case 'library':
      case 'node':
        // Python finds empty ones false.
        return run.kind === 'list' || run.kind === 'object' ? this.#filled(run, at) : ALWAYS;
      default:
        return this.#doubt(`a condition at ${at.file}:${at.line}`);
    }
  }

  #filled(run: Extract<Run, { kind: 'list' | 'object' }>, at: Location): Condition {
    const size = run.kind === 'list' ? run.cell.items.length : run.cell.members.size;
    if (size > 0) return ALWAYS;
    return at.file.endsWith('.py') && !run.cell.open
      ? NEVER
      : at.file.endsWith('.py')
        ? this.#doubt(`an emptiness at ${at.file}:${at.line}`)
        : ALWAYS;
  }

  #binary(expression: Extract<Expression, { kind: 'binary' }>, scope: Scope): Run {
    const { operator, at } = expression;
    const left = this.value(expression.left, scope);
    if (operator === '&&' || operator === '||' || operator === '??')
      return this.#either(operator, left, () => this.value(expression.right, scope), at);
    const right = this.value(expression.right, scope);
    if (operator === '+') return this.#plus(left, right, at);
    return this.#compare(operator, left, right, at);
  }

  /** `a && b`, `a || b`, `a ?? b`, and a default (`=`). The second is followed only where it counts. */
  #either(operator: '&&' | '||' | '??' | '=', left: Run, right: () => Run, at: Location): Run {
    const missing = (run: Run): Condition => {
      if (run.kind === 'undefined') return ALWAYS;
      if (run.kind === 'scalar') return run.value === null && operator === '??' ? ALWAYS : NEVER;
      if (run.kind === 'choice')
        return or(and(run.condition, missing(run.yes)), and(not(run.condition), missing(run.no)));
      if (run.kind === 'unknown')
        return atom(`source ${run.id} missing`, SYNTHESIZE, 'unresolved-expression', run.text);
      return NEVER;
    };
    const first =
      operator === '&&'
        ? not(this.#test(left, at))
        : operator === '||'
          ? this.#test(left, at)
          : not(missing(left));
    if (first.op === 'always') return left;
    if (first.op === 'never') return operator === '&&' ? right() : seenAt(right(), at);
    const second = this.#under(not(first), right);
    return { kind: 'choice', condition: first, yes: left, no: second, at, seen: [] };
  }

  #plus(left: Run, right: Run, at: Location): Run {
    if (left.kind === 'scalar' && right.kind === 'scalar') {
      const { value: a } = left;
      const { value: b } = right;
      const seen = [...left.seen, at];
      if (typeof a === 'number' && typeof b === 'number') return { kind: 'scalar', value: a + b, at, seen };
      return { kind: 'scalar', value: shown(a) + shown(b), at, seen };
    }
    const isText = [left, right].some(
      (r) => r.kind === 'text' || (r.kind === 'scalar' && typeof r.value === 'string'),
    );
    return isText ? this.#text([left, right], at) : this.unknown('a computed value', at);
  }

  #compare(operator: string, left: Run, right: Run, at: Location): Run {
    if (left.kind === 'choice') {
      return {
        ...left,
        yes: this.#compare(operator, left.yes, right, at),
        no: this.#compare(operator, left.no, right, at),
        at,
      };
    }
    if (right.kind === 'choice') {
      return {
        ...right,
        yes: this.#compare(operator, left, right.yes, at),
        no: this.#compare(operator, left, right.no, at),
        at,
      };
    }
    const equal = EQUAL.has(operator);
    if (equal || UNEQUAL.has(operator)) {
      const same = sameness(left, right);
      if (same !== undefined) return { kind: 'scalar', value: same === equal, at, seen: [] };
      const id = [nameOf(left, this.#ids++), nameOf(right, this.#ids++)].sort().join(' = ');
      const text = `${describe(left)} ${operator} ${describe(right)}`;
      const condition = atom(`source ${id}`, SYNTHESIZE, 'unresolved-expression', text);
      return truth(equal ? condition : not(condition), at);
    }
    if (
      (operator === 'in' || operator === 'not in') &&
      (right.kind === 'list' || right.kind === 'object') &&
      left.kind === 'scalar'
    ) {
      const found =
        right.kind === 'object'
          ? right.cell.members.has(String(left.value))
          : right.cell.items.some((item) => item.kind === 'scalar' && item.value === left.value);
      const sure =
        found ||
        (!right.cell.open && (right.kind === 'object' || right.cell.items.every((i) => i.kind === 'scalar')));
      if (sure) return { kind: 'scalar', value: found === (operator === 'in'), at, seen: [] };
    }
    if (
      left.kind === 'scalar' &&
      right.kind === 'scalar' &&
      typeof left.value === 'number' &&
      typeof right.value === 'number'
    ) {
      const [a, b] = [left.value, right.value];
      const computed =
        operator === '*'
          ? a * b
          : operator === '-'
            ? a - b
            : operator === '/' && !at.file.endsWith('.py')
              ? a / b
              : undefined;
      if (computed !== undefined)
        return { kind: 'scalar', value: computed, at, seen: [...left.seen, at].slice(0, 8) };
      const ordered =
        operator === '<'
          ? a < b
          : operator === '>'
            ? a > b
            : operator === '<='
              ? a <= b
              : operator === '>='
                ? a >= b
                : undefined;
      if (ordered !== undefined) return { kind: 'scalar', value: ordered, at, seen: [] };
    }
    return this.unknown('a computed value', at);
  }

  // ---- calls

  #call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): Run {
    const { at } = expression;
    if (expression.callee.kind === 'super') {
      this.#superCall(this.#arguments(expression.args, scope), scope, at);
      return { kind: 'undefined', at, seen: [] };
    }
    const callee = this.value(expression.callee, scope);
    const args = this.#arguments(expression.args, scope);
    if (callee.kind === 'global' && callee.name === 'super') {
      this.#superCall(args, scope, at);
      return { kind: 'undefined', at, seen: [] };
    }
    if (callee.kind === 'global' && callee.name === 'require') return this.#required(args, scope, at);
    return this.call(callee, args, at);
  }

  #required(args: readonly Run[], scope: Scope, at: Location): Run {
    const module = textOf(args[0]);
    if (module === undefined) return this.unknown('a module', at);
    const file = this.#program.resolve(scope.frame.file, module);
    return this.#imported(module, file, '*', scope, at);
  }

  /** The arguments of a call, in order; Python's keywords are one object behind them, marked as such. */
  #arguments(args: readonly Argument[], scope: Scope): Run[] {
    const values: Run[] = [];
    const keywords: ObjectCell = { members: new Map(), open: false };
    let named = false;
    for (const arg of args) {
      const value = this.value(arg.value, scope);
      if (arg.name !== undefined) {
        named = true;
        keywords.members.set(arg.name, value);
      } else if (arg.spread === 'object') {
        named = true;
        this.#spread(value, keywords, arg.value.at);
      } else if (arg.spread === 'list') {
        if (value.kind === 'list' && !value.cell.open) values.push(...value.cell.items);
        else values.push(this.unknown('arguments that are spread', arg.value.at));
      } else values.push(value);
    }
    if (named)
      values.push({
        kind: 'object',
        cell: markedKeywords(keywords),
        at: args[0]?.value.at ?? NOWHERE,
        seen: [],
      });
    return values;
  }

  /** Calls or makes whatever it is. */
  call(callee: Run, args: readonly Run[], at: Location): Run {
    switch (callee.kind) {
      case 'function':
        return this.#run(callee, args, at);
      case 'class':
        return this.#make(callee.cell, args, at);
      case 'library':
      case 'attribute':
      case 'made':
      case 'node':
        return this.#library.call(callee, args, at, this);
      case 'global':
        return callGlobal(callee, args, at, this);
      case 'choice': {
        const yes = this.#under(callee.condition, () => this.call(callee.yes, args, at));
        const no = this.#under(not(callee.condition), () => this.call(callee.no, args, at));
        return { kind: 'choice', condition: callee.condition, yes, no, at, seen: [] };
      }
      case 'undefined':
        return callee;
      default:
        return this.outside(callee, args, at);
    }
  }

  /** A call of what is not read: it may call back, and change whatever it is given. */
  outside(callee: Run, args: readonly Run[], at: Location): Run {
    if (callee.kind === 'foreign' && isHarmless(callee.module)) {
      if (/^cdk[-_]nag$/.test(callee.module)) return callee;
      const what = `what ${callee.module} gives`;
      return givesData(callee.module) ? this.data(what, at) : this.unknown(what, at);
    }
    this.maybe(at, 'a call that is not followed', () => {
      for (const arg of args) if (arg.kind === 'function') this.#run(arg, [], at);
    });
    // A construct of a package is made in its scope; it is what it is given beside that it may change.
    const made = callee.kind === 'foreign' && /^[A-Z]/.test(callee.names.at(-1) ?? '') && args.length >= 2;
    for (const arg of made ? args.slice(1) : args) this.#handOut(arg, at, 0);
    if (callee.kind === 'foreign') this.#library.met(callee.module, args, at, this.exists);
    return this.unknown('what a call that is not followed gives', at);
  }

  #handOut(run: Run, at: Location, depth: number): void {
    if (depth > 4) return;
    switch (run.kind) {
      case 'construct':
        this.#library.change(run.construct, at, 'it is handed to code that is not read');
        return;
      case 'instance':
        if (run.cell.construct !== undefined)
          this.#library.change(run.cell.construct, at, 'it is handed to code that is not read');
        return;
      case 'object':
        for (const member of run.cell.members.values()) this.#handOut(member, at, depth + 1);
        return;
      case 'list':
        for (const item of run.cell.items) this.#handOut(item, at, depth + 1);
        return;
      case 'choice':
        this.#handOut(run.yes, at, depth + 1);
        this.#handOut(run.no, at, depth + 1);
        return;
      default:
    }
  }

  #run(callee: Extract<Run, { kind: 'function' }>, args: readonly Run[], at: Location): Run {
    const { node } = callee;
    if (node.decorated === true || this.#calls >= MAX_CALLS) {
      for (const arg of args) this.#handOut(arg, at, 0);
      this.#library.missed(
        at,
        node.decorated === true ? 'a decorated function is not followed' : 'calls are nested too deeply',
      );
      return this.unknown('what a function gives', at);
    }
    this.#calls++;
    // A promise may be given to what catches its failure.
    if (node.deferred === true) this.#tries++;
    try {
      const scope = new Scope(callee.scope, callee.scope.frame);
      this.#parameters(node, args, scope, at);
      if (!Array.isArray(node.body)) return seenAt(this.value(node.body as Expression, scope), at);
      const body = node.body as readonly Statement[];
      this.#hoist(body, scope);
      const ending = this.#statements(body, scope);
      const nothing: Run = { kind: 'undefined', at, seen: [] };
      if (ending.left.op === 'never') return nothing;
      if (ending.left.op === 'always') return seenAt(ending.value ?? nothing, at);
      return {
        kind: 'choice',
        condition: ending.left,
        yes: seenAt(ending.value ?? nothing, at),
        no: nothing,
        at,
        seen: [],
      };
    } finally {
      this.#calls--;
      if (node.deferred === true) this.#tries--;
    }
  }

  #parameters(node: FunctionExpression, args: readonly Run[], scope: Scope, at: Location): void {
    const last = args.at(-1);
    const keywords = last?.kind === 'object' && isKeywords(last.cell) ? last : undefined;
    const positional = keywords === undefined ? args : args.slice(0, -1);
    const used = new Set<string>();
    for (const [index, parameter] of node.params.entries()) {
      if (parameter.rest === 'list') {
        const cell: ListCell = { items: positional.slice(index), open: false };
        this.#bind(parameter.target, { kind: 'list', cell, at, seen: [] }, scope, at);
      } else if (parameter.rest === 'object') {
        const members = [...(keywords?.cell.members ?? [])].filter(([name]) => !used.has(name));
        const cell: ObjectCell = { members: new Map(members), open: keywords?.cell.open ?? false };
        this.#bind(parameter.target, { kind: 'object', cell, at, seen: [] }, scope, at);
      } else {
        const name = parameter.target.kind === 'name' ? parameter.target.name : '';
        used.add(name);
        const open: Run =
          keywords?.cell.open === true ? this.unknown(name, at) : { kind: 'undefined', at, seen: [] };
        const given = keywords?.cell.members.get(name) ?? positional[index] ?? open;
        this.#bind(parameter.target, seenAt(given, at), scope, node.at);
      }
      if (parameter.field !== undefined && scope.frame.self?.kind === 'instance') {
        const value = scope.names.get(parameter.field)?.value;
        if (value !== undefined) scope.frame.self.cell.fields.set(parameter.field, value);
      }
    }
  }

  #functionOf(node: FunctionExpression, scope: Scope): Run {
    return { kind: 'function', node, scope, at: node.at, seen: [] };
  }

  #classOf(name: string, node: ClassExpression, scope: Scope): Run {
    const base = node.base === undefined ? undefined : this.value(node.base, scope);
    const cell: ClassCell = { name, node, scope, fixed: new Map(), base };
    const run: Run = { kind: 'class', cell, at: node.at, seen: [] };
    for (const field of node.fields)
      if (field.fixed && field.value !== undefined)
        cell.fixed.set(field.name, this.value(field.value, scope));
    for (const method of node.methods)
      if (method.fixed) cell.fixed.set(method.name, this.#functionOf(method.value, scope));
    if (base?.kind === 'library' && /^(?:Str|Int)?Enum$/.test(base.names.at(-1) ?? '')) return run;
    return run;
  }

  #make(cell: ClassCell, args: readonly Run[], at: Location): Run {
    const instance: InstanceCell = { of: cell, fields: new Map(), construct: undefined, foreign: false };
    const self: Run = { kind: 'instance', cell: instance, at, seen: [] };
    this.#construct(cell, self, args, at);
    return self;
  }

  /** Runs the constructor of a class for an instance. */
  #construct(
    cell: ClassCell,
    self: Extract<Run, { kind: 'instance' }>,
    args: readonly Run[],
    at: Location,
  ): void {
    if (this.#calls >= MAX_CALLS) {
      this.#library.missed(at, 'constructs are nested too deeply');
      return;
    }
    const { node } = cell;
    const frame: Frame = { ...cell.scope.frame, self, home: cell };
    const scope = new Scope(cell.scope, frame);
    if (node.record === true) {
      this.#record(cell, self, args, at);
      return;
    }
    if (node.make === undefined) {
      this.#based(cell, self, args, at);
      this.#initialize(cell, self, scope);
      return;
    }
    if (node.base === undefined) this.#initialize(cell, self, scope);
    this.#run(
      { kind: 'function', node: { ...node.make, decorated: false }, scope, at: node.at, seen: [] },
      args,
      at,
    );
  }

  #initialize(cell: ClassCell, self: Extract<Run, { kind: 'instance' }>, scope: Scope): void {
    for (const field of cell.node.fields) {
      if (field.fixed || field.value === undefined) continue;
      self.cell.fields.set(field.name, this.value(field.value, scope));
    }
  }

  #record(
    cell: ClassCell,
    self: Extract<Run, { kind: 'instance' }>,
    args: readonly Run[],
    at: Location,
  ): void {
    const last = args.at(-1);
    const keywords = last?.kind === 'object' && isKeywords(last.cell) ? last : undefined;
    for (const [index, field] of cell.node.fields.entries()) {
      const positional = index < args.length - (keywords === undefined ? 0 : 1) ? args[index] : undefined;
      const given = keywords?.cell.members.get(field.name) ?? positional;
      const value =
        given ?? (keywords?.cell.open === true ? this.unknown(field.name, at) : cell.fixed.get(field.name));
      self.cell.fields.set(
        field.name,
        value === undefined ? this.unknown(field.name, at) : seenAt(value, at),
      );
    }
    const base = cell.base;
    if (base?.kind === 'class') self.cell.foreign = true;
  }

  #superCall(args: readonly Run[], scope: Scope, at: Location): void {
    const { home, self } = scope.frame;
    if (home === undefined || self?.kind !== 'instance') return;
    this.#based(home, self, args, at);
    this.#initialize(home, self, scope);
  }

  /** Runs the constructor of what a class extends. */
  #based(
    cell: ClassCell,
    self: Extract<Run, { kind: 'instance' }>,
    args: readonly Run[],
    at: Location,
  ): void {
    const { base } = cell;
    if (base === undefined) return;
    if (base.kind === 'class') {
      this.#construct(base.cell, self, args, at);
      return;
    }
    if (base.kind === 'library') {
      const made = this.#library.make(base, args, at, this);
      if (made.kind === 'construct') self.cell.construct = made.construct;
      return;
    }
    self.cell.foreign = true;
    // A construct of a package: what it makes is not seen, but what is made below it is.
    const named = args.length >= 2 ? this.#library.place(args, at, this) : undefined;
    if (named !== undefined) self.cell.construct = named;
    this.outside(base, args.slice(named === undefined ? 0 : 2), at);
  }

  // ---- what can be gone over

  #items(run: Run, at: Location, python: boolean): Extract<Run, { kind: 'list' }> | undefined {
    if (run.kind === 'list') {
      if (run.seen.length === 0) return run;
      return {
        ...run,
        cell: { items: run.cell.items.map((i) => seenThrough(i, run.seen)), open: run.cell.open },
      };
    }
    return python && run.kind === 'object' ? this.#keys(run, at) : undefined;
  }

  #keys(run: Run, at: Location): Extract<Run, { kind: 'list' }> | undefined {
    if (run.kind !== 'object') return undefined;
    const items = [...run.cell.members.keys()].map((key) => scalar(key, at));
    return { kind: 'list', cell: { items, open: run.cell.open }, at, seen: run.seen };
  }

  /** Calls a function for each item of a list, as `map` and `forEach` do. */
  forEach(list: Extract<Run, { kind: 'list' }>, callback: Run, at: Location): Run[] {
    const results = list.cell.items
      .slice(0, MAX_TURNS)
      .map((item, index) => this.call(callback, [seenThrough(item, list.seen), scalar(index, at)], at));
    if (list.cell.open || list.cell.items.length > MAX_TURNS)
      this.maybe(at, 'what a list holds', () =>
        this.call(callback, [this.unknown('a member of a list', at)], at),
      );
    return results;
  }
}

const EQUAL = new Set(['===', '==', 'is']);
const UNEQUAL = new Set(['!==', '!=', 'is not']);

/** Methods of plain objects in Python, and of those of JavaScript. */
const METHODS: ReadonlySet<string> = new Set([
  'get',
  'items',
  'keys',
  'values',
  'hasOwnProperty',
  'update',
  'setdefault',
  'pop',
  'copy',
]);

/** Fields of the library's own constructs that change what is synthesized when they are written. */
const LIBRARY_FIELDS: ReadonlySet<string> = new Set(['terminationProtection', 'templateOptions']);

const NOWHERE: Location = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

const KEYWORDS = new WeakSet<ObjectCell>();

/** Marks an object as the keyword arguments of a Python call. */
export function markedKeywords(cell: ObjectCell): ObjectCell {
  KEYWORDS.add(cell);
  return cell;
}

/** Whether an object stands for the keyword arguments of a Python call. */
export function isKeywords(cell: ObjectCell): boolean {
  return KEYWORDS.has(cell);
}

export function scalar(value: Scalar, at: Location): Extract<Run, { kind: 'scalar' }> {
  return { kind: 'scalar', value, at, seen: [] };
}

function truth(condition: Condition, at: Location): Run {
  if (condition.op === 'always' || condition.op === 'never') return scalar(condition.op === 'always', at);
  return { kind: 'choice', condition, yes: scalar(true, at), no: scalar(false, at), at, seen: [] };
}

function inner(scope: Scope): Scope {
  return scope.frame.python ? scope : new Scope(scope, scope.frame);
}

function start(file: string): Location {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

function merged(condition: Condition, yes: Run | undefined, no: Run | undefined): Run | undefined {
  if (yes === undefined && no === undefined) return undefined;
  const at = (yes ?? no)?.at ?? NOWHERE;
  const nothing: Run = { kind: 'undefined', at, seen: [] };
  return { kind: 'choice', condition, yes: yes ?? nothing, no: no ?? nothing, at, seen: [] };
}

/** Whether the one ends whenever the other holds. */
function covers(left: Condition, test: Condition): boolean {
  return left.op === 'always' || left === test || JSON.stringify(left) === JSON.stringify(test);
}

function hasLeave(body: readonly Statement[], depth = 0): boolean {
  return (
    depth < 20 &&
    body.some((s) => {
      if (s.kind === 'leave' || s.kind === 'return') return true;
      if (s.kind === 'if') return hasLeave(s.yes, depth + 1) || hasLeave(s.no, depth + 1);
      return s.kind === 'block' || s.kind === 'try' ? hasLeave(s.body, depth + 1) : false;
    })
  );
}

/** A value as the text of a key or an id, where it is known. */
export function textOf(run: Run | undefined): string | undefined {
  return run?.kind === 'scalar' && run.value !== null ? String(run.value) : undefined;
}

function shown(value: Scalar): string {
  return value === null ? 'null' : String(value);
}

function sameness(left: Run, right: Run): boolean | undefined {
  if (left.kind === 'scalar' && right.kind === 'scalar') return left.value === right.value;
  if (left.kind === 'undefined' || right.kind === 'undefined') {
    const other = left.kind === 'undefined' ? right : left;
    if (other.kind === 'undefined') return true;
    if (other.kind === 'scalar') return other.value === null ? undefined : false;
    return ['object', 'list', 'instance', 'construct', 'function', 'class', 'made', 'text'].includes(
      other.kind,
    )
      ? false
      : undefined;
  }
  if (left.kind === 'library' && right.kind === 'library') {
    return `${left.module}.${left.names.join('.')}` === `${right.module}.${right.names.join('.')}`
      ? true
      : undefined;
  }
  return undefined;
}

function nameOf(run: Run, fresh: number): string {
  if (run.kind === 'unknown') return `#${run.id}`;
  if (run.kind === 'scalar') return JSON.stringify(run.value);
  return `${run.kind} ${run.at.file}:${run.at.line}:${run.at.column} #${fresh}`;
}

function describe(run: Run): string {
  if (run.kind === 'unknown') return run.text;
  return run.kind === 'scalar' ? JSON.stringify(run.value) : 'a value';
}
