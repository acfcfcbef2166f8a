import type { Location } from '../../../../model/origin.ts';
import type { ClassExpression } from '../syntax/tree.ts';
import { callOutside } from './calls.ts';
import { type Execution, MAX_CALLS } from './execution.ts';
import { evaluate } from './expressions.ts';
import { functionOf, runFunction } from './functions.ts';
import { keywordsIn } from './keywords.ts';
import { type ClassCell, type InstanceCell, type Run, seenAt } from './run.ts';
import { type Frame, Scope } from './scope.ts';

/** A class as a value, its static members evaluated. */
export function classOf(name: string, node: ClassExpression, scope: Scope, by: Execution): Run {
  const base = node.base === undefined ? undefined : evaluate(node.base, scope, by);
  const cell: ClassCell = { name, node, scope, fixed: new Map(), base };
  for (const field of node.fields)
    if (field.fixed && field.value !== undefined)
      cell.fixed.set(field.name, evaluate(field.value, scope, by));
  for (const method of node.methods)
    if (method.fixed) cell.fixed.set(method.name, functionOf(method.value, scope));
  return { kind: 'class', cell, at: node.at, seen: [] };
}

/** Makes an instance of a class of the program. */
export function makeInstance(cell: ClassCell, args: readonly Run[], at: Location, by: Execution): Run {
  const instance: InstanceCell = { of: cell, fields: new Map(), construct: undefined, foreign: false };
  const self: Run = { kind: 'instance', cell: instance, at, seen: [] };
  runConstructor(cell, self, args, at, by);
  return self;
}

/** `super(…)` in the constructor of a class. */
export function superCall(args: readonly Run[], scope: Scope, at: Location, by: Execution): void {
  const { home, self } = scope.frame;
  if (home === undefined || self?.kind !== 'instance') return;
  runBase(home, self, args, at, by);
  initializeFields(home, self, scope, by);
}

/** Runs the constructor of a class for an instance. */
function runConstructor(
  cell: ClassCell,
  self: Extract<Run, { kind: 'instance' }>,
  args: readonly Run[],
  at: Location,
  by: Execution,
): void {
  if (by.calls >= MAX_CALLS) {
    by.library.missed(at, 'constructs are nested too deeply');
    return;
  }
  const { node } = cell;
  const frame: Frame = { ...cell.scope.frame, self, home: cell };
  const scope = new Scope(cell.scope, frame);
  if (node.record === true) {
    fillRecord(cell, self, args, at, by);
    return;
  }
  if (node.make === undefined) {
    runBase(cell, self, args, at, by);
    initializeFields(cell, self, scope, by);
    return;
  }
  if (node.base === undefined) initializeFields(cell, self, scope, by);
  runFunction(
    { kind: 'function', node: { ...node.make, decorated: false }, scope, at: node.at, seen: [] },
    args,
    at,
    by,
  );
}

/** Runs the constructor of what a class extends. */
function runBase(
  cell: ClassCell,
  self: Extract<Run, { kind: 'instance' }>,
  args: readonly Run[],
  at: Location,
  by: Execution,
): void {
  const { base } = cell;
  if (base === undefined) return;
  if (base.kind === 'class') {
    runConstructor(base.cell, self, args, at, by);
    return;
  }
  if (base.kind === 'library') {
    const made = by.library.make(base, args, at, by);
    if (made.kind === 'construct') self.cell.construct = made.construct;
    return;
  }
  self.cell.foreign = true;
  if (base.kind !== 'global') by.library.extendsUnread = true;
  // A construct of a package: what it makes is not seen, but what is made below it is.
  const named = args.length >= 2 ? by.library.place(args, at, by) : undefined;
  if (named !== undefined) self.cell.construct = named;
  callOutside(base, args.slice(named === undefined ? 0 : 2), at, by);
}

/** Gives the fields of an instance the values that the class writes beside them. */
function initializeFields(
  cell: ClassCell,
  self: Extract<Run, { kind: 'instance' }>,
  scope: Scope,
  by: Execution,
): void {
  for (const field of cell.node.fields) {
    if (field.fixed || field.value === undefined) continue;
    self.cell.fields.set(field.name, evaluate(field.value, scope, by));
  }
}

/** The fields of a `@dataclass` are the arguments that it is made with. */
function fillRecord(
  cell: ClassCell,
  self: Extract<Run, { kind: 'instance' }>,
  args: readonly Run[],
  at: Location,
  by: Execution,
): void {
  const keywords = keywordsIn(args);
  for (const [index, field] of cell.node.fields.entries()) {
    const positional = index < args.length - (keywords === undefined ? 0 : 1) ? args[index] : undefined;
    const given = keywords?.cell.members.get(field.name) ?? positional;
    const value =
      given ?? (keywords?.cell.open === true ? by.unknown(field.name, at) : cell.fixed.get(field.name));
    self.cell.fields.set(field.name, value === undefined ? by.unknown(field.name, at) : seenAt(value, at));
  }
  const base = cell.base;
  if (base?.kind === 'class') self.cell.foreign = true;
}
