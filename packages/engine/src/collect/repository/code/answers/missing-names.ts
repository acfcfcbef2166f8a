import { fact, placeIn, type RepositoryFact } from '../../fact.ts';
import type { Program } from '../names/program.ts';
import { type Expression, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';

/**
 * Names that code asks of a module of the repository and that this does not have: `store.begin` where `store.py` has no
 * `begin`. Only where both are without types that a compiler would have looked at.
 */
export function missingNames(program: Program): readonly RepositoryFact[] {
  return [...program.modules.values()].flatMap((module) => {
    if (!isUntyped(module)) return [];
    const seen = new Set<string>();
    return [...asked(program, module)].flatMap(({ of, name, at }) => {
      if (!isUntyped(of) || has(program, of, name) || seen.has(`${of.file} ${name}`)) return [];
      seen.add(`${of.file} ${name}`);
      return [
        fact({
          type: 'Repository::MissingName',
          address: `${name} of ${of.file} in ${module.file}`,
          at: placeIn(module.file, at.line, at.column),
          properties: { file: module.file, name, of: of.file },
        }),
      ];
    });
  });
}

/** Whether no compiler has looked at it. */
export function isUntyped({ file }: SourceModule): boolean {
  return /\.(py|js|mjs|cjs)$/.test(file);
}

interface AskedName {
  readonly of: SourceModule;
  readonly name: string;
  readonly at: Place;
}

function* asked(program: Program, module: SourceModule): Generator<AskedName> {
  for (const { callee, within } of module.calls)
    if (callee.kind === 'member') yield* ofMember(program, module, callee, within);
  for (const { value, within } of module.reads)
    if (value.kind === 'member') yield* ofMember(program, module, value, within);
  for (const { module: from, member, typeOnly, within, at } of module.imports) {
    // What is tried and caught may be missing on purpose.
    if (typeOnly || within !== TOP || member === '*' || member === 'default' || isTried(module, at)) continue;
    const of = program.resolve(module, { kind: 'module', module: from, at }, TOP);
    if (of.kind === 'module') yield { of: of.module, name: member, at };
  }
}

function* ofMember(
  program: Program,
  module: SourceModule,
  { of, name, at }: Extract<Expression, { kind: 'member' }>,
  within: number,
): Generator<AskedName> {
  if (of.kind !== 'name') return;
  const scopes = program.scopes(module);
  const found = scopes.lookUp(of.name, within);
  // Only what an import at the top named, and nothing else: a parameter of the same name is something else.
  if (found.length !== 1 || found[0]!.kind !== 'import') return;
  if (isTried(module, at) || isAssigned(module, of.name)) return;
  const meaning = program.resolve(module, of, within);
  if (meaning.kind === 'module') yield { of: meaning.module, name, at };
}

function isAssigned(module: SourceModule, name: string): boolean {
  return module.bindings.some(
    ({ target }) =>
      (target.kind === 'name' && target.name === name) ||
      (target.kind === 'member' && target.of.kind === 'name' && target.of.name === name),
  );
}

function isTried(module: SourceModule, { line }: Place): boolean {
  return module.catches.some(({ tried }) => line >= tried.at.line && line <= tried.end.line);
}

/** Names that every module has. */
const OF_EVERY = /^(__\w+__|default|hasOwnProperty|toString|prototype|length|name|call|apply|bind)$/;

/** Whether a module has a name, or may have it. */
function has(program: Program, module: SourceModule, name: string): boolean {
  if (OF_EVERY.test(name) || module.problems.length > 0) return true;
  if (module.language === 'python') return hasInPython(program, module, name);
  if (module.exports.some((one) => one.name === name)) return true;
  // What is exported as a whole may be anything but an object that is written out.
  const whole = program.exported(module, '*');
  if (module.exports.some((one) => one.name === '*')) {
    if (whole.kind !== 'value' || whole.value.kind !== 'object' || whole.value.open) return true;
    return whole.value.members.some((one) => one.name === name);
  }
  // Exports that are written in ways that are not read.
  return (
    module.exports.length === 0 ||
    module.calls.some(({ path }) => /^Object\.(assign|defineProperty)/.test(path ?? ''))
  );
}

function hasInPython(program: Program, module: SourceModule, name: string): boolean {
  if (program.scopes(module).top.has(name)) return true;
  if (module.imports.some(({ local, member }) => local === undefined && member === '*')) return true;
  if (module.functions.some((one) => one.name === '__getattr__' && one.within === TOP)) return true;
  if (/(^|\/)__init__\.py$/.test(module.file)) return true;
  const dynamic = /^(globals|setattr|vars|exec)$|^sys\.modules/;
  if (module.calls.some(({ path }) => dynamic.test(path ?? ''))) return true;
  // A name that a function makes global, or that is bound anywhere: it may be there when it is asked for.
  return module.bindings.some(({ target }) => target.kind === 'name' && target.name === name);
}
