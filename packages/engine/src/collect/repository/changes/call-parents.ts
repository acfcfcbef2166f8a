import { onceFor } from '../../../once-for.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';

/** What a call or function is part of. */
type Parent =
  | { readonly kind: 'argument' | 'callee'; readonly call: number }
  | { readonly kind: 'given'; readonly function: number }
  | { readonly kind: 'bound'; readonly name: string }
  | { readonly kind: 'value' };

/** What takes what the calls and functions of a module give. */
export const parentsIn = onceFor((module: SourceModule) => {
  const calls = new Map<number, Parent>();
  const functions = new Map<number, Parent>();
  const note = (whole: Expression, parent: Parent) => {
    // Of a chain of members only its first can hold any.
    let value = whole;
    while (value.kind === 'member') value = value.of;
    if (value.kind === 'name' || value.kind === 'literal') return;
    for (const part of partsOf(value, module)) {
      if (part.kind === 'call' && !calls.has(part.call)) calls.set(part.call, parent);
      if (part.kind === 'function' && !functions.has(part.function)) functions.set(part.function, parent);
    }
  };
  for (const [number, { callee, arguments: given }] of module.calls.entries()) {
    note(callee, { kind: 'callee', call: number });
    for (const { value } of given) note(value, { kind: 'argument', call: number });
  }
  for (const [number, { gives }] of module.functions.entries())
    if (gives !== undefined) note(gives, { kind: 'given', function: number });
  for (const { value } of [...module.returns, ...module.throws])
    if (value !== undefined) note(value, { kind: 'value' });
  for (const { target, value } of module.bindings) {
    const isName = target.kind === 'name' && value.kind === 'call';
    note(value, isName ? { kind: 'bound', name: target.name } : { kind: 'value' });
  }
  for (const { test } of module.branches) note(test, { kind: 'value' });
  for (const { parts } of module.texts)
    for (const part of parts) if (typeof part !== 'string') note(part, { kind: 'value' });
  for (const { value } of module.exports) if (value !== undefined) note(value, { kind: 'value' });
  return { calls, functions };
});
