import type { Program } from '../code/names/program.ts';
import { givenBy } from '../code/names/scopes.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { isJson, type Known } from './loggers.ts';

/** What is handed to something that writes a line. */
export interface Text {
  /** Whether it is JSON and nothing else. */
  readonly is: Known;
  /** The names that stand in it, those of the members of what becomes JSON included. */
  readonly names: readonly string[];
  /** Whether more may stand in it than is seen. */
  readonly open: boolean;
}

const FURTHEST = 4;
const NOTHING: Text = { is: 'no', names: [], open: false };

/** A text as far as it is written: `JSON.stringify({ … })`, a template around it, what a function of the repository gives. */
export function jsonIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): Text {
  if (steps > FURTHEST) return { is: 'open', names: [], open: true };
  const next = (one: Expression, of = module, place = within) => jsonIn(program, of, one, place, steps + 1);
  switch (value.kind) {
    case 'call': {
      const call = module.calls[value.call]!;
      const names = call.arguments.map((one) => content(program, module, one.value, within));
      const inside: Text = {
        is: 'no',
        names: names.flatMap((one) => one.names),
        open: names.some((one) => one.open),
      };
      if (isJson(call)) return { ...inside, is: 'yes' };
      const name = call.callee.kind === 'member' || call.callee.kind === 'name' ? call.callee.name : '';
      if (/^(model_dump_json|to_json|toJSON|json|serialize|toJson|getvalue|stringify|dumps)$/.test(name))
        return { ...inside, is: 'open', open: true };
      const callee = program.resolve(module, call.callee, call.within);
      if (callee.kind !== 'function') return { ...inside, open: callee.kind === 'open' };
      const given = givenBy(callee.module, callee.function);
      if (given === undefined) return { ...inside, is: 'open', open: true };
      const text = next(given, callee.module, callee.function);
      return { is: text.is, names: [...inside.names, ...text.names], open: text.open || inside.open };
    }
    case 'text': {
      const { parts, tag } = module.texts[value.text]!;
      if (tag !== undefined) return { is: 'no', names: names(value, module), open: true };
      const expressions = parts.filter((part) => typeof part !== 'string');
      const blank = parts.every((part) => typeof part !== 'string' || /^(?:\s|\\[nr])*$/.test(part));
      const inside = expressions.map((part) => next(part));
      return {
        is: blank && inside.length === 1 ? inside[0]!.is : 'no',
        names: [...names(value, module), ...inside.flatMap((one) => one.names)],
        open: inside.some((one) => one.open),
      };
    }
    case 'name':
    case 'member': {
      const meaning = program.resolve(module, value, within);
      const own = names(value, module);
      if (meaning.kind === 'made' && meaning.members.length === 0) {
        const { module: of, call } = meaning;
        const text = next({ kind: 'call', call, at: value.at }, of, of.calls[call]!.within);
        return { ...text, names: [...own, ...text.names] };
      }
      if (meaning.kind === 'value' && meaning.value !== value) {
        const text = next(meaning.value, meaning.module, meaning.within);
        return { ...text, names: [...own, ...text.names] };
      }
      // A line that is handed on: it is JSON where its callers make it so.
      return {
        is: meaning.kind === 'parameter' && meaning.members.length === 0 && isLine(value) ? 'open' : 'no',
        names: own,
        open: value.kind === 'name' && (isLine(value) || WHOLE.test(value.name)),
      };
    }
    case 'choice': {
      const arms = value.of.map((one) => next(one));
      const is = arms.every((one) => one.is === 'yes')
        ? 'yes'
        : arms.every((one) => one.is === 'no')
          ? 'no'
          : 'open';
      return { is, names: arms.flatMap((one) => one.names), open: arms.some((one) => one.open) };
    }
    case 'object':
      return content(program, module, value, within);
    case 'literal':
      return NOTHING;
    default:
      return { is: 'no', names: names(value, module), open: true };
  }
}

/** What holds many things, of which one may be an id. */
const WHOLE = /^(event|context|ctx|meta|extra|fields|req|request|details|attributes|props|args)$/i;

function isLine(value: Expression): boolean {
  return (
    value.kind === 'name' &&
    /^(line|json|payload|entry|record|output|formatted|serialized|text|str|chunk|msg_json|data)$/i.test(
      value.name,
    )
  );
}

/** What stands in an object, or in what is to become JSON. */
function content(program: Program, module: SourceModule, value: Expression, within: number): Text {
  const own = names(value, module);
  if (value.kind === 'object') return { is: 'no', names: own, open: value.open };
  if (value.kind === 'literal') return { is: 'no', names: own, open: false };
  const meaning =
    value.kind === 'name' || value.kind === 'member' ? program.resolve(module, value, within) : undefined;
  if (meaning?.kind === 'value' && meaning.value.kind === 'object')
    return { is: 'no', names: [...own, ...names(meaning.value, meaning.module)], open: meaning.value.open };
  return { is: 'no', names: own, open: true };
}

function names(value: Expression, module: SourceModule): readonly string[] {
  return [...partsOf(value, module)].flatMap((part) => {
    if (part.kind === 'object') return part.members.map(({ name }) => name);
    if (part.kind === 'name' || part.kind === 'member') return [part.name];
    if (part.kind === 'call') return module.calls[part.call]!.path?.split('.') ?? [];
    return [];
  });
}

/** A callee as it is written: `request.log.error`. */
export function said(value: Expression, module: SourceModule): string {
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'member':
      return `${said(value.of, module)}.${value.name}`;
    case 'call':
      return `${said(module.calls[value.call]!.callee, module)}()`;
    default:
      return '…';
  }
}
