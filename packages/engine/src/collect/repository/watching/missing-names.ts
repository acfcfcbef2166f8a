import type { Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';

/** Modules of Python's own library that people forget to import. */
const MODULES = /^(datetime|json|os|time|uuid|sys|re|traceback|logging|boto3|random|hashlib|base64)$/;

/**
 * Modules that functions use and nothing imports: they fail when they are called. Nothing where other names may come in by a
 * star.
 */
export function missingNames(
  program: Program,
  module: SourceModule,
  functions: ReadonlySet<number>,
): readonly { readonly name: string; readonly at: Place }[] {
  if (
    module.language !== 'python' ||
    module.imports.some(({ member, local }) => member === '*' && local === undefined)
  )
    return [];
  const scopes = program.scopes(module);
  return module.calls.flatMap(({ callee, within, at }) => {
    const name = callee.kind === 'member' ? firstName(callee, module) : undefined;
    return name !== undefined &&
      functions.has(within) &&
      MODULES.test(name) &&
      scopes.lookUp(name, within).length === 0
      ? [{ name, at }]
      : [];
  });
}

/** The name that a chain begins with: `datetime` of `datetime.utcnow().isoformat`. */
function firstName(value: Expression, module: SourceModule): string | undefined {
  let at = value;
  for (;;) {
    if (at.kind === 'name') return at.name;
    if (at.kind === 'member') at = at.of;
    else if (at.kind === 'call') at = module.calls[at.call]!.callee;
    else return undefined;
  }
}
