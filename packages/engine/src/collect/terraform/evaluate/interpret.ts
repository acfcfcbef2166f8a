import { and, atom, type Condition, not, or } from '../../../model/condition.ts';
import type { Location } from '../../../model/origin.ts';
import {
  known,
  type ListValue,
  type ObjectValue,
  readOff,
  type Unknown,
  unknown,
  type Value,
} from '../../../model/value.ts';
import type { TerraformParser } from '../syntax/parse.ts';
import { normal } from '../syntax/text.ts';
import type { BinaryOperator, Expression, TemplatePart } from '../syntax/tree.ts';
import { attribute, element } from './access.ts';
import { canonical } from './canonical.ts';
import { booleanOf, conditionOf } from './conditions.ts';
import { convert } from './convert.ts';
import { equality } from './equality.ts';
import { EvaluationError, fail, Undeclared } from './failure.ts';
import { nonsensitive } from './functions/conversion.ts';
import { callFunction } from './functions/definition.ts';
import { FUNCTIONS } from './functions/index.ts';
import { add, compare, divide, modulo, multiply, negate } from './number.ts';
import { computedAt, usedAt } from './origins.ts';
import { byteOrder, exactOf, isNull, numberOf, scalarText } from './scalar.ts';
import type { Scope } from './scope.ts';
import { ANY, NUMBER, STRING, type Type, typeOf, unify } from './types.ts';
import { across, acrossOne, choose, chooseOrFail, openPart, unknownFrom, whyOpen } from './worlds.ts';

/** Where an expression stands: its scope, the element of the splat around it, how deep template calls nest. */
interface Place {
  readonly scope: Scope;
  readonly item?: Value;
  readonly templates: number;
}

/** Terraform refuses templates that include templates. */
const MAX_TEMPLATES = 1;

/** More elements than any configuration has; beyond it a result is unknown instead of a strain on memory. */
const MAX_ELEMENTS = 100_000;

/** Evaluates expressions. Throws `EvaluationError` or `Undeclared` for what Terraform would refuse. */
export class Interpreter {
  readonly #parser: TerraformParser;

  constructor(parser: TerraformParser) {
    this.#parser = parser;
  }

  run(expression: Expression, scope: Scope): Value {
    return this.#value(expression, { scope, templates: 0 });
  }

  #value(e: Expression, place: Place): Value {
    switch (e.kind) {
      case 'literal': {
        const origin = { plane: 'code' as const, at: e.at, trail: [] };
        return e.digits === undefined ? known(e.value, origin) : numberFromDigits(e.digits, e.at);
      }
      case 'template':
        return this.#template(e.parts, e.at, place);
      case 'variable':
      case 'attribute':
      case 'index':
        return this.#traversal(e, place);
      case 'splat':
        return this.#splat(e, place);
      case 'splat-item':
        return place.item ?? fail('an element outside of a splat');
      case 'call':
        return this.#call(e, place);
      case 'unary':
        return this.#unary(e.operator, this.#value(e.of, place), e.at);
      case 'binary':
        return this.#binary(e.operator, this.#value(e.left, place), this.#value(e.right, place), e.at);
      case 'conditional':
        return this.#conditional(e, place);
      case 'tuple':
        return {
          kind: 'list',
          as: 'tuple',
          items: e.items.map((item) => this.#value(item, place)),
          origin: { plane: 'code', at: e.at, trail: [] },
        };
      case 'object':
        return this.#object(e, place);
      case 'for':
        return this.#for(e, place);
      case 'broken':
        return fail(e.message);
    }
  }

  /** A name with its steps. The scope decides how many of them belong to the name. */
  #traversal(e: Expression, place: Place): Value {
    const chain: Extract<Expression, { kind: 'attribute' | 'index' }>[] = [];
    let start = e;
    while (start.kind === 'attribute' || start.kind === 'index') {
      chain.push(start);
      start = start.of;
    }
    chain.reverse();
    let value: Value;
    let used = 0;
    if (start.kind === 'variable') {
      const names: string[] = [];
      for (const step of chain) {
        if (step.kind !== 'attribute') break;
        names.push(step.name);
      }
      const resolved = place.scope.resolve(start.name, names, e.at);
      if (resolved === undefined) throw new Undeclared(`${[start.name, ...names].join('.')} is not declared`);
      used = Math.min(resolved.used, chain.length);
      value = usedAt(resolved.value, (used === 0 ? start : chain[used - 1]!).at);
    } else value = this.#value(start, place);
    for (const step of chain.slice(used)) {
      value =
        step.kind === 'attribute'
          ? attribute(value, step.name, step.at)
          : element(value, this.#value(step.key, place), step.at);
    }
    return value;
  }

  #splat(e: Extract<Expression, { kind: 'splat' }>, place: Place): Value {
    return acrossOne(this.#value(e.of, place), e.at, (of) => {
      const each = (item: Value) => this.#value(e.each, { ...place, item });
      const origin = computedAt(e.at, [of]);
      switch (of.kind) {
        case 'list': {
          const items = of.items.map(each);
          const as = of.as === 'tuple' || of.as === undefined ? 'tuple' : 'list';
          if (of.open === undefined) return { kind: 'list', as, items, origin };
          return {
            kind: 'list',
            as,
            items,
            origin,
            open: renamed(of.open, `${canonical(of.open)}[*]`, e.at),
          };
        }
        case 'reference':
          return each({ ...of, to: { ...of.to, attribute: `${of.to.attribute}[*]` } });
        case 'unknown': {
          const item = each(renamed(of, `${canonical(of)}[*]`, e.at));
          return item.kind === 'unknown' ? item : renamed(of, `[${canonical(item)}]`, e.at);
        }
        case 'known':
          if (of.value === null) return { kind: 'list', as: 'tuple', items: [], origin };
      }
      return { kind: 'list', as: 'tuple', items: [each(of)], origin };
    });
  }

  #unary(operator: '!' | '-', operand: Value, at: Location): Value {
    if (operator === '!') {
      return acrossOne(operand, at, (of) => booleanOf(not(conditionOf(of)), computedAt(at, [of])));
    }
    return acrossOne(operand, at, (of) => {
      const number = toNumber(of);
      return number.kind === 'known'
        ? numberOf(negate(exactOf(number)), computedAt(at, [of]))
        : unknownFrom(number, [], `-(${canonical(number)})`, at);
    });
  }

  #binary(operator: BinaryOperator, left: Value, right: Value, at: Location): Value {
    if (operator === '&&' || operator === '||') return this.#logic(operator, left, right, at);
    return across([left, right], at, ([a, b]) => {
      const origin = () => computedAt(at, [a!, b!]);
      if (operator === '==' || operator === '!=') {
        const equal = equality(a!, b!);
        return booleanOf(operator === '==' ? equal : not(equal), origin());
      }
      const x = toNumber(a!);
      const y = toNumber(b!);
      if (x.kind !== 'known' || y.kind !== 'known') {
        if (operator.length > 1 || operator === '<' || operator === '>')
          return booleanOf(openOrder(operator, x, y), origin());
        const open = x.kind === 'known' ? y : x;
        return unknownFrom(open, [x, y], `(${canonical(x)} ${operator} ${canonical(y)})`, at);
      }
      const m = exactOf(x);
      const n = exactOf(y);
      switch (operator) {
        case '+':
          return numberOf(add(m, n), origin());
        case '-':
          return numberOf(add(m, negate(n)), origin());
        case '*':
          return numberOf(multiply(m, n), origin());
        case '/':
          return numberOf(divide(m, n) ?? fail('zero divided by zero'), origin());
        case '%':
          return numberOf(modulo(m, n) ?? fail('zero modulo zero'), origin());
        case '<':
          return known(compare(m, n) < 0, origin());
        case '<=':
          return known(compare(m, n) <= 0, origin());
        case '>':
          return known(compare(m, n) > 0, origin());
        default:
          return known(compare(m, n) >= 0, origin());
      }
    });
  }

  #logic(operator: '&&' | '||', left: Value, right: Value, at: Location): Value {
    const logic = ([a, b]: readonly Value[]) => {
      const [l, r] = [conditionOf(a!), conditionOf(b!)];
      return booleanOf(operator === '&&' ? and(l, r) : or(l, r), computedAt(at, [a!, b!]));
    };
    // Choices are not taken apart here: their conditions are what is combined.
    const hidden = left.kind === 'sensitive' || right.kind === 'sensitive';
    return hidden ? across([left, right], at, logic) : logic([left, right]);
  }

  #conditional(e: Extract<Expression, { kind: 'conditional' }>, place: Place): Value {
    const test = this.#value(e.test, place);
    const yes = this.#attempt(e.then, place);
    const no = this.#attempt(e.else, place);
    const wanted = commonType(yes, no);
    const arm = (value: Value | EvaluationError) =>
      value instanceof EvaluationError ? value : convertArm(value, wanted);
    return acrossOne(test, e.at, (decided) => {
      const condition = conditionOf(decided);
      const pick = (value: Value | EvaluationError) => {
        if (value instanceof EvaluationError) throw value;
        return usedAt(value, e.at);
      };
      if (condition.op === 'always') return pick(arm(yes));
      if (condition.op === 'never') return pick(arm(no));
      return chooseOrFail(condition, arm(yes), arm(no), e.at);
    });
  }

  #attempt(e: Expression, place: Place): Value | EvaluationError {
    try {
      return this.#value(e, place);
    } catch (error) {
      if (error instanceof EvaluationError) return error;
      throw error;
    }
  }

  #object(e: Extract<Expression, { kind: 'object' }>, place: Place): Value {
    const members = new Map<string, Value>();
    let open: Unknown | undefined;
    for (const entry of e.entries) {
      const key = reveal(convert(this.#value(entry.key, place), STRING));
      const value = this.#value(entry.value, place);
      if (key.kind !== 'known') {
        const hidden = renamed(key, `{${canonical(key)} = ${canonical(value)}}`, e.at);
        // The key may be any of those before, and the later one holds.
        for (const name of members.keys())
          members.set(name, { ...hidden, expression: `${hidden.expression}.${name}` });
        open ??= hidden;
      } else if (key.value === null) fail('a key is null');
      else members.set(String(key.value), value);
    }
    const origin = { plane: 'code' as const, at: e.at, trail: [] };
    return finishObject({ kind: 'object', as: 'object', members, origin }, open);
  }

  #for(e: Extract<Expression, { kind: 'for' }>, place: Place): Value {
    return acrossOne(this.#value(e.collection, place), e.at, (collection) => {
      const pairs = entries(collection, e.at);
      if (pairs === undefined) {
        // What is computed for an element that nobody sees still tells one such expression from another.
        const text = `for(${canonical(collection)}, ${e.at.file}:${e.at.line}:${e.at.column})`;
        return unknownFrom(collection, [], text, e.at);
      }
      if (pairs.items.length > MAX_ELEMENTS) return fail('too many elements');
      let open = pairs.open && renamed(pairs.open, `for(${canonical(pairs.open)})`, e.at);
      const origin = computedAt(e.at, [collection]);
      const items: Value[] = [];
      const members = new Map<string, Value>();
      const groups = new Map<string, Value[]>();
      for (const [key, value] of pairs.items) {
        const names = new Map([[e.valueName, value]]);
        if (e.keyName !== undefined) names.set(e.keyName, key);
        const inner = { ...place, scope: within(place.scope, names) };
        if (e.condition !== undefined) {
          const condition = conditionOf(this.#value(e.condition, inner));
          if (condition.op === 'never') continue;
          if (condition.op !== 'always') {
            const text = canonical(booleanOf(condition, origin));
            open ??= unknown(...whyOpen(condition), origin, `[for if ${text}]`);
            continue;
          }
        }
        const result = this.#value(e.value, inner);
        if (e.key === undefined) {
          items.push(result);
          continue;
        }
        const name = reveal(convert(this.#value(e.key, inner), STRING));
        if (name.kind !== 'known') {
          open ??= renamed(name, `{${canonical(name)} = …}`, e.at);
          continue;
        }
        if (name.value === null) return fail('a key is null');
        const text = String(name.value);
        if (e.grouped) groups.set(text, [...(groups.get(text) ?? []), result]);
        else if (members.has(text)) return fail(`two elements have the key "${text}"`);
        else members.set(text, result);
      }
      if (e.key === undefined) {
        const list: ListValue = { kind: 'list', as: 'tuple', items, origin };
        return open === undefined ? list : { ...list, open };
      }
      for (const [name, group] of groups) {
        const list: ListValue = { kind: 'list', as: 'tuple', items: group, origin };
        members.set(name, open === undefined ? list : { ...list, open });
      }
      return finishObject({ kind: 'object', as: 'object', members: sorted(members), origin }, open);
    });
  }

  #call(e: Extract<Expression, { kind: 'call' }>, place: Place): Value {
    const name = e.name.startsWith('core::') ? e.name.slice('core::'.length) : e.name;
    const origin = { plane: 'code' as const, at: e.at, trail: [] };
    if (name.startsWith('provider::')) {
      const args = e.args.map((arg) => canonical(this.#value(arg, place)));
      return unknown(
        'unsupported-construct',
        `the provider's function ${name}`,
        origin,
        `${name}(${args.join(', ')})`,
      );
    }
    if (name === 'try') return this.#try(e, place);
    if (name === 'can') return this.#can(e, place);
    const definition = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (definition === undefined && !['nonsensitive', 'issensitive'].includes(name))
      throw new Undeclared(`there is no function named ${name}`);
    const args = e.args.map((arg) => this.#value(arg, place));
    const spread = e.expand ? expandLast(args) : args;
    if (name === 'nonsensitive' || name === 'issensitive') {
      const value = spread.length === 1 ? spread[0]! : fail(`${name} takes one argument`);
      return name === 'nonsensitive'
        ? usedAt(nonsensitive(value), e.at)
        : known(value.kind === 'sensitive', origin);
    }
    if (definition === undefined) throw new Undeclared(`there is no function named ${name}`);
    if (name === 'templatestring' && !/^(?:variable|attribute|index)$/.test(e.args[0]?.kind ?? ''))
      return fail('templatestring takes a template that has a name');
    return callFunction(definition, name, spread, e.at, place.scope, {
      template: (file, text, names) => this.#templateText(file, text, names, place),
      join: (pieces) => this.#join(pieces, e.at),
    });
  }

  /** The first argument that can be computed. An unknown may still turn out not to be: then the answer is open. */
  #try(e: Extract<Expression, { kind: 'call' }>, place: Place): Value {
    let last = 'try needs an argument';
    for (const [index, arg] of e.args.entries()) {
      const value = this.#attempt(arg, place);
      if (value instanceof EvaluationError) last = value.message;
      else if (value.kind === 'unknown' && index + 1 < e.args.length && !isPlainInput(arg)) {
        const rest = e.args.slice(index + 1).map((other) => this.#attempt(other, place));
        const texts = rest.map((other) => (other instanceof EvaluationError ? 'error' : canonical(other)));
        return renamed(value, `try(${[canonical(value), ...texts].join(', ')})`, e.at);
      } else return usedAt(value, e.at);
    }
    return fail(last);
  }

  #can(e: Extract<Expression, { kind: 'call' }>, place: Place): Value {
    const arg = e.args[0] ?? fail('can needs an argument');
    const value = this.#attempt(arg, place);
    const origin = { plane: 'code' as const, at: e.at, trail: [] };
    if (value instanceof EvaluationError) return known(false, origin);
    const open = openPart(value);
    if (open !== undefined && !isPlainInput(arg))
      return unknownFrom(open, [], `can(${canonical(value)})`, e.at);
    return known(true, origin);
  }

  #templateText(file: string, text: string, names: ReadonlyMap<string, Value>, place: Place): Value {
    if (place.templates >= MAX_TEMPLATES) return fail('a template cannot include another');
    const { expression, error } = this.#parser.parseTemplate(file, text);
    if (error !== undefined) return fail(`${file}:${error.at.line}: ${error.message}`);
    const scope: Scope = {
      files: place.scope.files,
      now: place.scope.now,
      resolve: (name) => {
        const value = names.get(name);
        if (value === undefined) return fail(`${name} is not given to the template`);
        return { value, used: 0 };
      },
    };
    const value = this.#value(expression, { scope, templates: place.templates + 1 });
    return isNull(value) ? fail('the template is null') : value;
  }

  #template(parts: readonly TemplatePart[], at: Location, place: Place): Value {
    const [only] = parts;
    // A template of nothing but one sequence is that value, of whatever type.
    if (parts.length === 1 && only?.kind === 'value') return usedAt(this.#value(only.of, place), at);
    return this.#join(this.#pieces(parts, at, place), at);
  }

  #pieces(parts: readonly TemplatePart[], at: Location, place: Place): Value[] {
    const pieces: Value[] = [];
    for (const part of parts) {
      if (part.kind === 'text') pieces.push(known(part.text, { plane: 'code', at, trail: [] }));
      else if (part.kind === 'value') pieces.push(this.#value(part.of, place));
      else if (part.kind === 'if') {
        const test = conditionOf(this.#value(part.test, place));
        const arm = (of: readonly TemplatePart[]) => this.#join(this.#pieces(of, at, place), at);
        if (test.op === 'always') pieces.push(arm(part.then));
        else if (test.op === 'never') pieces.push(arm(part.else));
        else pieces.push(choose(test, arm(part.then), arm(part.else), at));
      } else pieces.push(this.#loop(part, at, place));
    }
    return pieces;
  }

  #loop(part: Extract<TemplatePart, { kind: 'for' }>, at: Location, place: Place): Value {
    return acrossOne(this.#value(part.collection, place), at, (collection) => {
      const pairs = entries(collection, at);
      if (pairs === undefined || pairs.open !== undefined) {
        const text = `for(${canonical(collection)}, ${at.file}:${at.line})`;
        return unknownFrom(pairs?.open ?? collection, [], text, at);
      }
      const pieces = pairs.items.flatMap(([key, value]) => {
        const names = new Map([[part.valueName, value]]);
        if (part.keyName !== undefined) names.set(part.keyName, key);
        return this.#pieces(part.body, at, { ...place, scope: within(place.scope, names) });
      });
      return this.#join(pieces, at);
    });
  }

  /** Pieces of a text as one text; what is not known stays a part of it. */
  #join(pieces: readonly Value[], at: Location): Value {
    return across(pieces, at, (decided) => {
      const parts: Value[] = [];
      const add = (piece: Value) => {
        const last = parts.at(-1);
        if (piece.kind === 'composed') piece.parts.forEach(add);
        else if (piece.kind === 'known' && last?.kind === 'known') {
          const origin = last.origin.trail.length < piece.origin.trail.length ? piece.origin : last.origin;
          parts[parts.length - 1] = readOff(
            known(normal(`${last.value}${piece.value}`), origin),
            last,
            piece,
          );
        } else parts.push(piece);
      };
      for (const piece of decided) {
        if (piece.kind === 'known' && piece.value === null) fail('a part of the template is null');
        if (piece.kind === 'list' || piece.kind === 'object') fail('a part of the template is not a string');
        if (piece.kind === 'known' && piece.value === '') continue;
        add(piece.kind === 'known' ? readOff(known(scalarText(piece), piece.origin), piece) : piece);
      }
      const origin = computedAt(at, decided);
      const [first] = parts;
      if (first === undefined) return known('', origin);
      if (parts.length === 1 && first.kind === 'known') {
        const [only, more] = decided.filter((piece) => piece.kind !== 'known' || piece.value !== '');
        const isWhole = more === undefined && only?.kind === 'known' && only.around === undefined;
        return isWhole ? known(first.value, origin) : readOff(known(first.value, origin), first);
      }
      return { kind: 'composed', parts, origin };
    });
  }
}

function numberFromDigits(digits: string, at: Location): Value {
  const value = convert(known(digits, { plane: 'code', at, trail: [] }), NUMBER);
  return value;
}

function toNumber(value: Value): Value {
  const number = convert(value, NUMBER);
  if (number.kind === 'known' && number.value === null) return fail('an operand is null');
  return number;
}

/** `a < b`, whichever way it is written, so that its negation is the same condition. */
function openOrder(operator: string, x: Value, y: Value): Condition {
  const flipped = operator === '>' || operator === '<=';
  const [a, b] = flipped ? [y, x] : [x, y];
  const text = `${canonical(a)} < ${canonical(b)}`;
  const open = a.kind === 'known' ? b : a;
  const { decidedBy, reason } = unknownFrom(open, [], text, open.origin.at);
  const less = atom(text, decidedBy, reason);
  return operator === '<' || operator === '>' ? less : not(less);
}

function renamed(value: Value, expression: string, at: Location): Unknown {
  return unknownFrom(value, [], expression, at);
}

function reveal(value: Value): Value {
  return value.kind === 'sensitive' ? reveal(value.reveal?.() ?? fail('a key is sensitive')) : value;
}

function finishObject(object: ObjectValue, open: Unknown | undefined): Value {
  return open === undefined ? object : { ...object, open };
}

function sorted(members: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map([...members].toSorted(([a], [b]) => byteOrder(a, b)));
}

/** A variable, local or attribute path: reading it cannot fail later where it has not failed now. */
function isPlainInput(e: Expression): boolean {
  return e.kind === 'attribute' && e.of.kind === 'variable';
}

function commonType(yes: Value | EvaluationError, no: Value | EvaluationError): Type {
  if (yes instanceof EvaluationError || no instanceof EvaluationError) return ANY;
  const type = unify([typeOf(yes), typeOf(no)]);
  return type ?? fail('the two results of the conditional have different types');
}

function convertArm(value: Value, type: Type): Value {
  if (openPart(value)?.kind === 'unknown' && type.kind === 'any') return value;
  return convert(value, type);
}

function within(scope: Scope, names: ReadonlyMap<string, Value>): Scope {
  return {
    files: scope.files,
    now: scope.now,
    resolve: (name, steps, at) => {
      const value = names.get(name);
      return value === undefined ? scope.resolve(name, steps, at) : { value, used: 0 };
    },
  };
}

interface Entries {
  readonly items: readonly (readonly [Value, Value])[];
  readonly open: Unknown | undefined;
}

/** Keys and values of a collection; `undefined` where it is not known what it holds. */
function entries(collection: Value, at: Location): Entries | undefined {
  const origin = { plane: 'code' as const, at, trail: [] };
  switch (collection.kind) {
    case 'list':
      return {
        items: collection.items.map((item, index) => [
          collection.as === 'set' ? item : known(index, origin),
          item,
        ]),
        open: collection.open,
      };
    case 'object':
      return {
        items: [...sorted(collection.members)].map(([name, member]) => [known(name, member.origin), member]),
        open: collection.open,
      };
    case 'known':
      return fail(collection.value === null ? 'the collection is null' : 'the value is not a collection');
    case 'composed':
      return fail('a string is not a collection');
    default:
      return undefined;
  }
}

/** `f(list...)`: the elements as arguments; members that are not seen become one unknown argument. */
function expandLast(args: readonly Value[]): Value[] {
  const last = args.at(-1);
  const before = args.slice(0, -1);
  if (last === undefined) return [];
  const list = last.kind === 'sensitive' ? last.reveal?.() : last;
  if (list?.kind === 'list')
    return list.open ? [...before, ...list.items, list.open] : [...before, ...list.items];
  if (list?.kind === 'known' || list?.kind === 'object')
    return fail('only a list can be expanded into arguments');
  return [...args];
}
