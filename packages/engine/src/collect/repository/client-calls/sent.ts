import type { Meaning, Program } from '../code/names/program.ts';
import { type Call, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';

/** What the body of a call holds: names of fields, what a parameter of the function around is given, or nobody knows. */
export type Sent =
  | { readonly fields: readonly string[] }
  /** `inOptions`: the member `body` of what the parameter is given. */
  | { readonly parameter: number; readonly function: number; readonly inOptions?: true }
  | 'unknown';

const NOTHING: Sent = { fields: [] };

const OF_OPTIONS = /^(options?|opts|init|config|params|args|rest|request)$/i;

/** The body in what `fetch` is given beside the address. */
export function sentIn(
  program: Program,
  module: SourceModule,
  options: Expression | undefined,
  within: number,
  member = 'body',
): Sent {
  if (options === undefined) return NOTHING;
  if (options.kind !== 'object') return 'unknown';
  const own = options.members.find(({ name }) => name === member);
  if (own !== undefined) return sentAs(program, module, own.value, within);
  if (!options.open) return NOTHING;
  const number =
    module.functions[within]?.parameters.findIndex((one) => OF_OPTIONS.test(one.name ?? '')) ?? -1;
  return number < 0 ? 'unknown' : { parameter: number, function: within, inOptions: true };
}

/** The fields of a body: those of an object that is written out, as it is or as JSON. */
export function sentAs(program: Program, module: SourceModule, value: Expression, within: number): Sent {
  switch (value.kind) {
    case 'object':
      return value.open ? 'unknown' : { fields: value.members.map(({ name }) => name) };
    case 'call': {
      const { path, arguments: given } = module.calls[value.call]!;
      const [first] = given;
      if (path !== 'JSON.stringify' || first === undefined || first.spread) return 'unknown';
      return sentAs(program, module, first.value, within);
    }
    // `body && JSON.stringify(body)`
    case 'both':
      return sentAs(program, module, value.of.at(-1)!, within);
    case 'choice': {
      const some = value.of.filter((one) => !(one.kind === 'name' && one.name === 'undefined'));
      return some.length === 1 ? sentAs(program, module, some[0]!, within) : 'unknown';
    }
    case 'name': {
      const meaning = program.resolve(module, value, within);
      const parameter = parameterAround(meaning, module, within);
      if (parameter !== undefined) return parameter;
      if (
        meaning.kind === 'value' &&
        meaning.value.kind === 'object' &&
        isNeverFilled(meaning.module, value.name)
      )
        return sentAs(program, meaning.module, meaning.value, meaning.within);
      return 'unknown';
    }
    default:
      return 'unknown';
  }
}

/** The whole parameter of a function around a place, where that is what a name there means. */
export function parameterAround(
  meaning: Meaning,
  module: SourceModule,
  within: number,
): { readonly parameter: number; readonly function: number } | undefined {
  const isWhole = meaning.kind === 'parameter' && meaning.members.length === 0 && meaning.module === module;
  return isWhole && within !== TOP ? { parameter: meaning.parameter, function: meaning.function } : undefined;
}

/** Whether nothing is put into what a name stands for after it was written: `payload.note = note`. */
function isNeverFilled(module: SourceModule, name: string): boolean {
  const isOf = (one: Expression): boolean =>
    one.kind === 'name' ? one.name === name : (one.kind === 'member' || one.kind === 'index') && isOf(one.of);
  return (
    !module.bindings.some(({ target }) => target.kind !== 'name' && isOf(target)) &&
    !module.calls.some(
      ({ path, arguments: given }) =>
        path === 'Object.assign' && given[0] !== undefined && isOf(given[0].value),
    )
  );
}

/** What several calls surely send, all of them; nobody knows where one of them is not known. */
export function sentByAll(all: readonly Sent[]): readonly string[] | undefined {
  const known = all.flatMap((one) => (one !== 'unknown' && 'fields' in one ? [one.fields] : []));
  if (known.length < all.length) return undefined;
  return known.reduce((shared, fields) => shared.filter((one) => fields.includes(one)));
}

/** What is sent where the function that sends is called. */
export function sentThrough(
  program: Program,
  module: SourceModule,
  call: Call,
  sent: Sent,
  number: number,
): Sent {
  if (sent === 'unknown' || 'fields' in sent || sent.function !== number) return sent;
  const given = call.arguments[sent.parameter];
  if (call.arguments.slice(0, sent.parameter + 1).some(({ spread }) => spread)) return 'unknown';
  if (sent.inOptions === true) return sentIn(program, module, given?.value, call.within);
  return given === undefined ? NOTHING : sentAs(program, module, given.value, call.within);
}

/** `axios.post(url, body)`, `axios.get(url)`. */
export function sentWith(program: Program, module: SourceModule, call: Call, verb: string): Sent {
  if (!/^(post|put|patch)$/.test(verb)) return 'unknown';
  const second = call.arguments[1];
  if (second?.spread === true) return 'unknown';
  return second === undefined ? NOTHING : sentAs(program, module, second.value, call.within);
}
