import type { Location } from '../../../../model/origin.ts';
import { known, type Scalar, type Sensitive, type Unknown, type Value } from '../../../../model/value.ts';
import { normal } from '../../syntax/text.ts';
import { canonical } from '../canonical.ts';
import { convert } from '../convert.ts';
import { EvaluationError, fail, NotKnown } from '../failure.ts';
import { computedAt, usedAt } from '../origins.ts';
import { isNull } from '../scalar.ts';
import type { Scope } from '../scope.ts';
import type { Type } from '../types.ts';
import { across, openPart, sensitive, unknownFrom } from '../worlds.ts';

/** A function of the language. */
export interface Definition {
  readonly params: readonly Param[];
  /** What any further arguments are. */
  readonly rest?: Param;
  /** Arguments are converted; none is a choice or sensitive, and those that may not be open are wholly known. */
  run(args: readonly Value[], call: Call): Value;
}

export interface Param {
  readonly type: Type;
  /** Null is passed on instead of refused. */
  readonly nullable?: boolean;
  /** The function deals itself with what is not known. */
  readonly open?: boolean;
}

/** What a function may need beside its arguments. */
export interface Call {
  readonly name: string;
  readonly at: Location;
  readonly args: readonly Value[];
  readonly scope: Scope;
  /** An unknown result, for the reason that `part` has. */
  unknown(part: Value): Unknown;
  /** A result from plain data, whose story is that of the arguments. */
  result(plain: Plain, as?: 'list' | 'set' | 'tuple'): Value;
  /** Pieces of a text as one text; what is not known stays a part of it. */
  join(pieces: readonly Value[]): Value;
  /** Evaluates the text of a template with names of its own. */
  template(file: string, text: string, names: ReadonlyMap<string, Value>): Value;
}

/** Data without origins, as simple functions compute with it. */
export type Plain = Scalar | Plain[] | Map<string, Plain>;

export type Table = Readonly<Record<string, Definition>>;

/** A function on plain data: unknown wherever anything that it is given is not known. */
export function plain<Args extends readonly unknown[]>(
  types: readonly (Type | Param)[],
  compute: (args: Args, call: Call) => Plain | Value,
  rest?: Type | Param,
): Definition {
  const params = types.map(asParam);
  return {
    params,
    ...(rest === undefined ? {} : { rest: asParam(rest) }),
    run(args, call) {
      let hidden: Sensitive | undefined;
      const data = args.map((arg) => toPlain(arg, (found) => (hidden ??= found)));
      const answer = compute(data as unknown as Args, call);
      const value = isValue(answer) ? answer : call.result(answer);
      return hidden === undefined ? value : sensitive(value);
    },
  };
}

function isValue(answer: Plain | Value): answer is Value {
  return answer !== null && typeof answer === 'object' && 'kind' in answer;
}

/** A function on values that keeps the origins of what it passes on. */
export function structural(
  types: readonly (Type | Param)[],
  run: (args: readonly Value[], call: Call) => Value,
  rest?: Type | Param,
): Definition {
  const params = types.map(asParam);
  return rest === undefined ? { params, run } : { params, rest: asParam(rest), run };
}

function asParam(param: Type | Param): Param {
  return 'type' in param ? param : { type: param };
}

export function nullable(type: Type): Param {
  return { type, nullable: true };
}

/** A parameter that may hold parts that are not known. */
export function open(type: Type): Param {
  return { type, open: true };
}

export function openNullable(type: Type): Param {
  return { type, open: true, nullable: true };
}

/** Data of a value that is wholly known; throws `NotKnown` otherwise. */
export function toPlain(value: Value, onSensitive: (found: Sensitive) => void): Plain {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'list':
      if (value.open) throw new NotKnown(value.open);
      return value.items.map((item) => toPlain(item, onSensitive));
    case 'object':
      if (value.open) throw new NotKnown(value.open);
      return new Map([...value.members].map(([name, member]) => [name, toPlain(member, onSensitive)]));
    case 'sensitive': {
      onSensitive(value);
      const inner = value.reveal?.();
      if (inner === undefined) throw new NotKnown(value);
      return toPlain(inner, onSensitive);
    }
    default:
      throw new NotKnown(value);
  }
}

/** Calls a function as Terraform does: counts, converts, looks through choices and sensitive values. */
export function callFunction(
  definition: Definition,
  name: string,
  args: readonly Value[],
  at: Location,
  scope: Scope,
  tools: Pick<Call, 'template' | 'join'>,
): Value {
  const { params, rest } = definition;
  if (args.length < params.length || (rest === undefined && args.length > params.length))
    return fail(
      `${name} takes ${rest === undefined ? '' : 'at least '}${params.length} arguments, not ${args.length}`,
    );
  return across(args, at, (given) => {
    const converted: Value[] = [];
    const call: Call = {
      name,
      at,
      args: given,
      scope,
      ...tools,
      unknown: (part) => unknownFrom(part, given, `${name}(${given.map(canonical).join(', ')})`, at),
      result: (data, as) => fromPlain(data, at, given, as),
    };
    let blocked: Value | undefined;
    for (const [index, arg] of given.entries()) {
      const param = params[index] ?? rest!;
      if (isNull(arg) && !param.nullable) return fail(`argument ${index + 1} of ${name} must not be null`);
      const value = convertArgument(arg, param.type, name, index);
      if (param.open !== true) blocked ??= openPart(value);
      converted.push(value);
    }
    if (blocked !== undefined) return call.unknown(blocked);
    try {
      return definition.run(converted, call);
    } catch (error) {
      if (error instanceof NotKnown) return call.unknown(error.part);
      throw error;
    }
  });
}

function convertArgument(arg: Value, type: Type, name: string, index: number): Value {
  try {
    return convert(arg, type);
  } catch (error) {
    if (error instanceof EvaluationError) return fail(`argument ${index + 1} of ${name}: ${error.message}`);
    throw error;
  }
}

function fromPlain(data: Plain, at: Location, args: readonly Value[], as?: 'list' | 'set' | 'tuple'): Value {
  const origin = computedAt(at, args);
  const build = (part: Plain, kind: 'list' | 'set' | 'tuple'): Value => {
    if (Array.isArray(part))
      return { kind: 'list', as: kind, items: part.map((item) => build(item, 'tuple')), origin };
    if (part instanceof Map)
      return {
        kind: 'object',
        as: 'object',
        members: new Map([...part].map(([k, v]) => [k, build(v, 'tuple')])),
        origin,
      };
    return known(typeof part === 'string' ? normal(part) : part, origin);
  };
  return build(data, as ?? 'list');
}

/** A value passed on by a function. */
export function passed(value: Value, call: Call): Value {
  return usedAt(value, call.at);
}
