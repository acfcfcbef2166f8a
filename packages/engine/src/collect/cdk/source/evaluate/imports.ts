import type { Location } from '../../../../model/origin.ts';
import type { Statement } from '../syntax/tree.ts';
import type { Execution } from './execution.ts';
import { memberOf } from './members.ts';
import { joined } from './program.ts';
import { type Run, scalar, seenAt, textOf } from './run.ts';
import { type Frame, Scope } from './scope.ts';
import { hoist, runStatements } from './statements.ts';

/** The names of a file; runs it where nobody has asked for it before. */
export function moduleScope(file: string, by: Execution): Scope {
  const before = by.modules.get(file);
  if (before !== undefined) return before;
  const source = by.program.files.get(file);
  const frame: Frame = { file, python: source?.language === 'python', self: undefined, home: undefined };
  const scope = new Scope(undefined, frame);
  by.modules.set(file, scope);
  if (source === undefined) return scope;
  if (frame.python)
    scope.names.set(
      '__name__',
      by.bound(scalar(by.program.entries.includes(file) ? '__main__' : file, start(file))),
    );
  // A module runs once, whoever asks for it first; what it makes does not hang on the asking place.
  const open = by.open.splice(0);
  hoist(source.body, scope, by);
  runStatements(source.body, scope, by);
  by.open.push(...open);
  return scope;
}

/** Binds what a file imports. */
export function runImport(
  module: string,
  names: readonly { imported: string; local: string }[],
  scope: Scope,
  at: Location,
  by: Execution,
): void {
  const file = by.program.resolve(scope.frame.file, module);
  if (file !== undefined && by.program.files.has(file)) moduleScope(file, by);
  for (const { imported, local } of names)
    scope.names.set(local, by.bound(importOf(module, file, imported, scope, at, by)));
}

/** Hands on what another file exports. */
export function runExportFrom(
  statement: Extract<Statement, { kind: 'export-from' }>,
  scope: Scope,
  by: Execution,
): void {
  const { module, names, at } = statement;
  const file = by.program.resolve(scope.frame.file, module);
  if (names === undefined) {
    if (scope.frame.python && file !== undefined && by.program.files.has(file)) {
      for (const [name, binding] of moduleScope(file, by).names) scope.names.set(name, binding);
    } else scope.names.set(`export all ${module}`, by.bound(importOf(module, file, '*', scope, at, by)));
    return;
  }
  for (const { imported, local } of names)
    scope.names.set(`export ${local}`, by.bound(importOf(module, file, imported, scope, at, by)));
}

/** What `require` and `import(…)` give. */
export function required(args: readonly Run[], scope: Scope, at: Location, by: Execution): Run {
  const module = textOf(args[0]);
  if (module === undefined) {
    by.library.missed(at, 'it loads a file whose name is computed');
    return by.unknown('a module', at);
  }
  const file = by.program.resolve(scope.frame.file, module);
  return importOf(module, file, '*', scope, at, by);
}

/** What an import of a name means: something of a file, of the library, or of a package that is not read. */
function importOf(
  module: string,
  file: string | undefined,
  imported: string,
  scope: Scope,
  at: Location,
  by: Execution,
): Run {
  if (scope.frame.python && imported !== '*') {
    const part = by.program.resolve(scope.frame.file, joined(module, imported));
    const own = file === undefined ? undefined : moduleScope(file, by).names.get(imported);
    if (own !== undefined) return seenAt(own.value, at);
    if (part !== undefined && by.program.files.has(part)) return namespaceOf(part, at, by);
  }
  if (file === undefined)
    return by.library.imported(module, imported, at) ?? by.unknown(`what ${module} exports`, at);
  if (!by.program.files.has(file)) return by.unknown(`what ${file} exports`, at);
  if (imported === '*') return namespaceOf(file, at, by);
  return exported(file, imported, at, by);
}

/** What a file exports under a name. */
export function exported(file: string, name: string, at: Location, by: Execution): Run {
  const scope = moduleScope(file, by);
  const found =
    scope.names.get(`export ${name}`) ??
    (name === 'default' ? scope.names.get('export *') : undefined) ??
    scope.names.get(name);
  if (found !== undefined) return found.value;
  for (const [key, { value }] of scope.names) {
    if (!key.startsWith('export all ')) continue;
    const inside = memberOf(value, name, at, by);
    if (inside.kind !== 'undefined' && inside.kind !== 'unknown') return inside;
  }
  return by.unknown(`${name} of ${file}`, at);
}

/** A file as a whole: `import * as it`. */
function namespaceOf(file: string, at: Location, by: Execution): Run {
  const whole = moduleScope(file, by).names.get('export *');
  if (whole !== undefined) return whole.value;
  return {
    kind: 'global',
    name: 'module',
    of: { kind: 'foreign', module: file, names: [], at, seen: [] },
    at,
    seen: [],
  };
}

function start(file: string): Location {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
