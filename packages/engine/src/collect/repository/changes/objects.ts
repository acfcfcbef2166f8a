import type { Program } from '../code/names/program.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { ADDS, functionsAround, guarded, type Overwrite, outermost } from './guards.ts';
import { lastOf } from './origins.ts';
import type { StoreCall } from './store-calls.ts';

/** An object that is fetched, changed and put back under the same key. */
export function ofObject(program: Program, call: StoreCall): Overwrite {
  const { input, module } = call;
  if (input.members.has('IfMatch') || input.members.has('IfNoneMatch'))
    return { replaces: true, guard: 'condition', loses: false };
  const key = input.members.get('Key');
  const own = key === undefined ? '' : asWritten(key, module);
  if (own === '') return ADDS;
  const fetches = module.calls.filter(
    (other) =>
      /(^|\.)(get_object|getObject|GetObjectCommand)$/.test(other.path ?? lastOf(other.callee)) &&
      keysOf(other).some((one) => asWritten(one, module) === own),
  );
  if (fetches.some(({ within }) => sameFunction(module, within, call.within)))
    return guarded(program, call, input.open ? 'what is handed to the call' : true);
  // In functions of their own a name may stand for anything; what makes a key makes the same one.
  return fetches.length > 0 && key!.kind !== 'name' && key!.kind !== 'member'
    ? guarded(program, call, 'whether what is put there was made from what was fetched')
    : ADDS;
}

function keysOf({ arguments: given }: SourceModule['calls'][number]): readonly Expression[] {
  return given.flatMap(({ name, value }) => {
    if (name === 'Key') return [value];
    return value.kind === 'object'
      ? value.members.filter((one) => one.name === 'Key').map((one) => one.value)
      : [];
  });
}

function asWritten(value: Expression, module: SourceModule): string {
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'member':
      return `${asWritten(value.of, module)}.${value.name}`;
    case 'literal':
      return JSON.stringify(value.value);
    case 'call': {
      const { callee, arguments: given } = module.calls[value.call]!;
      return `${asWritten(callee, module)}(${given.map((one) => asWritten(one.value, module)).join()})`;
    }
    case 'text':
      return module.texts[value.text]!.parts.map((part) =>
        typeof part === 'string' ? part : `{${asWritten(part, module)}}`,
      ).join('');
    default:
      return '';
  }
}

function sameFunction(module: SourceModule, a: number, b: number): boolean {
  return functionsAround(module, a).has(outermost(module, b));
}
