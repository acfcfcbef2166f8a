import { inCode, type Location } from '../../model/origin.ts';
import { known, listOf, type ObjectValue, reference, unknown, type Value } from '../../model/value.ts';
import { madeFrom, overChoices, through } from './choices.ts';
import { cidrBlocks } from './cidr.ts';
import type { Evaluator, Scope } from './evaluate.ts';
import type { Node } from './parse.ts';
import { textOf } from './template.ts';
import { canonical, concatenate, secretValue, stringValue } from './text.ts';

type Intrinsic = (evaluator: Evaluator, argument: Node, at: Location, scope: Scope) => Value;

/** What each intrinsic function makes of its argument. */
export const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', ref],
  ['Fn::Base64', base64],
  ['Fn::Cidr', cidr],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAtt', getAtt],
  ['Fn::GetAZs', getAZs],
  ['Fn::If', conditional],
  ['Fn::ImportValue', importValue],
  ['Fn::Join', join],
  ['Fn::Length', length],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Sub', sub],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::Transform', transform],
]);

function ref(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const name = nameOf(evaluator, argument, scope);
  return name === undefined ? malformed('Ref', at) : evaluator.ref(name, at, scope);
}

function getAtt(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  if (argument.kind === 'list') {
    const [resource, ...path] = argument.items.map((item) => nameOf(evaluator, item, scope));
    if (resource === undefined || path.length === 0 || path.some((p) => p === undefined)) {
      return malformed('Fn::GetAtt', at);
    }
    return evaluator.getAtt(resource, path.join('.'), at);
  }
  const text = nameOf(evaluator, argument, scope);
  const dot = text?.indexOf('.') ?? -1;
  if (text === undefined || dot < 1) return malformed('Fn::GetAtt', at);
  return evaluator.getAtt(text.slice(0, dot), text.slice(dot + 1), at);
}

/** A name of the template: a text, or a function whose result is known (language extensions). */
function nameOf(evaluator: Evaluator, node: Node, scope: Scope): string | undefined {
  const text = textOf(node);
  if (text !== undefined) return scope.size === 0 ? text : withScope(text, scope);
  if (node.kind !== 'call') return undefined;
  const value = evaluator.value(node, node.at, scope);
  return value.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}

function withScope(text: string, scope: Scope): string {
  return text.replace(/\$\{(\w+)\}/g, (all: string, name: string) => {
    const value = scope.get(name);
    return value?.kind === 'known' ? String(value.value) : all;
  });
}

const PLACEHOLDER = /\$\{([^}]*)\}/g;

function sub(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const [template, variables] = argument.kind === 'list' ? argument.items : [argument];
  const text = textOf(template);
  if (text === undefined) return malformed('Fn::Sub', at);
  const inner = new Map(scope);
  if (variables?.kind === 'map') {
    for (const [name, entry] of variables.entries) {
      inner.set(name, evaluator.value(entry.value, entry.at, scope));
    }
  }
  const parts: Value[] = [];
  let done = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > done) parts.push(known(text.slice(done, match.index), inCode(at)));
    done = match.index + match[0].length;
    const name = (match[1] ?? '').trim();
    if (name.startsWith('!')) parts.push(known(`\${${name.slice(1)}}`, inCode(at)));
    else if (inner.has(name) || !name.includes('.')) parts.push(evaluator.ref(name, at, inner));
    else
      parts.push(evaluator.getAtt(name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1), at));
  }
  if (done < text.length) parts.push(known(text.slice(done), inCode(at)));
  return parts.length === 0 ? known('', inCode(at)) : concatenate(parts, at);
}

function join(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const [first, second] = argumentsOf(argument);
  if (first === undefined || second === undefined) return malformed('Fn::Join', at);
  const delimiter = evaluator.value(first, first.at, scope);
  if (delimiter.kind !== 'known') return evaluator.unresolved('Fn::Join', [delimiter], at);
  return overChoices([evaluator.value(second, second.at, scope)], ([list]) => {
    if (list?.kind !== 'list' || list.open !== undefined) {
      return evaluator.unresolved('Fn::Join', [delimiter, ...(list === undefined ? [] : [list])], at);
    }
    return overChoices(list.items, (items) => {
      const there = items.filter((item) => item.kind !== 'absent');
      const parts = there.flatMap((item, i) => (i === 0 ? [item] : [delimiter, item]));
      if (parts.length === 0) return known('', inCode(at));
      // An element may itself be a list of values where a parameter gives one.
      if (there.some((item) => item.kind === 'choice' && mayBeAbsent(item))) {
        return evaluator.unresolved('Fn::Join', [delimiter, list], at);
      }
      return through(concatenate(parts, at), at, ...list.origin.trail);
    });
  });
}

function mayBeAbsent(value: Value): boolean {
  if (value.kind === 'choice') return mayBeAbsent(value.whenTrue) || mayBeAbsent(value.whenFalse);
  return value.kind === 'absent';
}

function split(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const [first, second] = argumentsOf(argument);
  if (first === undefined || second === undefined) return malformed('Fn::Split', at);
  const values = [evaluator.value(first, first.at, scope), evaluator.value(second, second.at, scope)];
  return overChoices(values, ([delimiter, text]) => {
    if (delimiter?.kind !== 'known' || String(delimiter.value) === '') {
      return evaluator.unresolved('Fn::Split', [delimiter!, text!], at);
    }
    const plain = text?.kind === 'sensitive' && text.reveal !== undefined ? text.reveal() : text;
    if (plain?.kind !== 'known' || plain.value === null) {
      return evaluator.unresolved('Fn::Split', [delimiter, text!], at);
    }
    const origin = madeFrom(at, [text!]);
    const pieces = String(plain.value)
      .split(String(delimiter.value))
      .map((piece) => stringValue(piece, origin));
    return listOf(text?.kind === 'sensitive' ? pieces.map((p) => secretValue(p, origin)) : pieces, origin);
  });
}

function select(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const [first, second] = argumentsOf(argument);
  if (first === undefined || second === undefined) return malformed('Fn::Select', at);
  const piece = pieceOfReference(evaluator, first, second, at, scope);
  if (piece !== undefined) return piece;
  const values = [evaluator.value(first, first.at, scope), evaluator.value(second, second.at, scope)];
  return overChoices(values, ([index, list]) => {
    const position = index?.kind === 'known' ? Number(index.value) : Number.NaN;
    if (list?.kind !== 'list' || !Number.isInteger(position) || canonical(index!).trim() === '') {
      return evaluator.unresolved('Fn::Select', [index!, list!], at);
    }
    // What may be left out moves everything behind it.
    const before = list.items.slice(0, position + 1);
    const movable = before.filter(mayBeAbsent);
    return overChoices(movable, (decided) => {
      const items = list.items
        .map((item) => {
          const i = movable.indexOf(item);
          return i === -1 ? item : decided[i]!;
        })
        .filter((item) => item.kind !== 'absent');
      const found = items[position];
      if (items.slice(0, position + 1).some(mayBeAbsent)) {
        return evaluator.unresolved('Fn::Select', [index!, list], at);
      }
      if (found !== undefined && position >= 0) return through(found, at, ...list.origin.trail);
      if (list.open !== undefined) return through(list.open, at);
      const decider = `an index inside of the list, which has ${items.length} members`;
      return unknown('wrong-shape', decider, inCode(at), evaluator.expression('Fn::Select', [index!, list]));
    });
  });
}

/** `!Select [1, !Split ["loadbalancer/", !Ref LoadBalancer]]` is still about that resource, unless it is the account. */
function pieceOfReference(
  evaluator: Evaluator,
  index: Node,
  list: Node,
  at: Location,
  scope: Scope,
): Value | undefined {
  if (list.kind !== 'call' || list.name !== 'Fn::Split') return undefined;
  const [delimiter, text] = argumentsOf(list.argument);
  const [by, position] = [textOf(delimiter), textOf(index)];
  if (text?.kind !== 'call' || by === undefined || position === undefined) return undefined;
  const whole = evaluator.value(text, text.at, scope);
  if (whole.kind !== 'reference' || whole.to.address === 'dynamic') return undefined;
  if (by === ':' && Number(position) < 5) return undefined;
  return reference(
    { address: whole.to.address, attribute: `${whole.to.attribute} split by "${by}" [${position}]` },
    { ...inCode(at), trail: whole.origin.trail },
  );
}

function findInMap(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const [mapName, first, second, options] = argumentsOf(argument);
  if (mapName === undefined || first === undefined || second === undefined) {
    return malformed('Fn::FindInMap', at);
  }
  const fallback = options?.kind === 'map' ? options.entries.get('DefaultValue') : undefined;
  const otherwise =
    fallback === undefined ? undefined : () => evaluator.value(fallback.value, fallback.at, scope);
  const keys = [mapName, first, second].map((node) =>
    node.kind === 'scalar' ? known(node.text, inCode(node.at)) : evaluator.value(node, node.at, scope),
  );
  return overChoices(keys, (plain) => {
    const [name, ...path] = plain;
    const missing = (): Value =>
      otherwise === undefined
        ? {
            ...evaluator.unresolved('Fn::FindInMap', plain, at),
            decidedBy: `an entry ${plain.slice(1).map(canonical).join('.')} in the mapping ${canonical(name!)}`,
          }
        : through(otherwise(), at, otherwise().origin.at);
    if (name?.kind !== 'known') return evaluator.unresolved('Fn::FindInMap', plain, at);
    const entry = evaluator.template.mappings.get(String(name.value));
    if (entry === undefined) return missing();
    const step: Location = { ...entry.at, what: `mapping ${String(name.value)}` };
    return lookUp(evaluator, entry.value, path, { at, step, missing, name: String(name.value), all: plain });
  });
}

interface LookUp {
  readonly at: Location;
  readonly step: Location;
  readonly missing: () => Value;
  readonly name: string;
  readonly all: readonly Value[];
}

/** An unknown key leaves as many values as the mapping has; few of them stay apart by what the key is. */
const MOST_KEYS = 4;

/** Values of mappings that are being read: no template may look a mapping up in its own values, and one that does ends here. */
const LOOKING = new Set<Node>();

function lookUp(evaluator: Evaluator, node: Node, path: readonly Value[], look: LookUp): Value {
  const [key, ...rest] = path;
  if (key === undefined) {
    const step: Location = { ...node.at, what: look.step.what ?? look.name };
    const keys = look.all.flatMap((k) => k.origin.trail);
    if (LOOKING.has(node)) return evaluator.unresolved('Fn::FindInMap', look.all, look.at);
    LOOKING.add(node);
    try {
      return through(evaluator.value(node), look.at, step, ...keys);
    } finally {
      LOOKING.delete(node);
    }
  }
  if (node.kind === 'unreadable') return evaluator.value(node, look.at);
  if (node.kind !== 'map') return look.missing();
  if (key.kind === 'known') {
    const entry = node.entries.get(String(key.value));
    if (entry === undefined) {
      return node.damaged === undefined
        ? look.missing()
        : evaluator.unresolved('Fn::FindInMap', look.all, look.at);
    }
    return lookUp(evaluator, entry.value, rest, look);
  }
  const unresolved = () => evaluator.unresolved('Fn::FindInMap', look.all, look.at);
  if (node.damaged !== undefined || node.entries.size === 0) return unresolved();
  const allowed = evaluator.equality.allowed(canonical(key));
  const possible = [...node.entries].filter(([name]) => allowed === undefined || allowed.includes(name));
  const values = possible.map(([name, entry]) => [name, lookUp(evaluator, entry.value, rest, look)] as const);
  const texts = new Set(values.map(([, value]) => `${value.kind} ${canonical(value)}`));
  const first = values[0]?.[1];
  const covered = look.missing().kind === 'unknown' || allowed?.length === possible.length;
  if (texts.size === 1 && first !== undefined && covered) return through(first, look.at, ...key.origin.trail);
  const few = values.length <= MOST_KEYS && key.kind === 'unknown' && key.reason === 'input-without-value';
  if (!few || values.length === 0) return unresolved();
  const last = covered ? values.at(-1)![1] : look.missing();
  return (covered ? values.slice(0, -1) : values).reduceRight<Value>((otherwise, [name, value]) => {
    const condition = evaluator.equality.of(key, known(name, key.origin));
    if (condition.op === 'always') return value;
    if (condition.op === 'never') return otherwise;
    return {
      kind: 'choice',
      condition,
      whenTrue: value,
      whenFalse: otherwise,
      origin: madeFrom(look.at, [key]),
    };
  }, last);
}

function conditional(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const [name, yes, no] = argumentsOf(argument);
  const text = name === undefined ? undefined : nameOf(evaluator, name, scope);
  if (text === undefined || yes === undefined || no === undefined) return malformed('Fn::If', at);
  const { condition, trail } = evaluator.condition(text);
  const arm = (node: Node): Value => evaluator.value(node, node.at, scope);
  if (condition.op === 'always' || condition.op === 'never') {
    const truth = condition.op === 'always';
    const [head, ...tail] = trail;
    const step = head === undefined ? [] : [{ ...head, what: `condition ${text} (${truth})` }];
    const chosen = arm(truth ? yes : no);
    return through(chosen, at, ...step, ...tail, { ...chosen.origin.at, what: `Fn::If ${text} (${truth})` });
  }
  return {
    kind: 'choice',
    condition,
    whenTrue: arm(yes),
    whenFalse: arm(no),
    origin: { plane: 'code', at, trail },
  };
}

function base64(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  return overChoices([evaluator.value(argument, argument.at, scope)], ([text]) => {
    const plain = text?.kind === 'sensitive' && text.reveal !== undefined ? text.reveal() : text;
    const origin = madeFrom(at, [text!]);
    if (plain?.kind !== 'known') {
      const unresolved = evaluator.unresolved('Fn::Base64', [text!], at);
      // What is encoded stays to be read where the whole is known in pieces only: scripts of hosts are.
      return text?.kind === 'composed'
        ? { kind: 'composed', parts: [unresolved], structure: text, origin }
        : unresolved;
    }
    const encoded = {
      ...known(Buffer.from(String(plain.value ?? ''), 'utf8').toString('base64'), origin),
      structure: plain,
    };
    return text?.kind === 'sensitive' ? secretValue(encoded, origin) : encoded;
  });
}

function cidr(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const values = argumentsOf(argument).map((node) => evaluator.value(node, node.at, scope));
  return overChoices(values, (plain) => {
    const [block, count, bits] = plain;
    if (block?.kind !== 'known' || count?.kind !== 'known' || (bits !== undefined && bits.kind !== 'known')) {
      return evaluator.unresolved('Fn::Cidr', plain, at);
    }
    const blocks = cidrBlocks(
      String(block.value),
      Number(count.value),
      bits === undefined ? 8 : Number(bits.value),
    );
    if (blocks === undefined) {
      return unknown(
        'wrong-shape',
        'a block that can be divided this way',
        inCode(at),
        evaluator.expression('Fn::Cidr', plain),
      );
    }
    const origin = madeFrom(at, plain);
    return listOf(
      blocks.map((b) => known(b, origin)),
      origin,
    );
  });
}

function getAZs(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const region = evaluator.value(argument, argument.at, scope);
  const expression = `Fn::GetAZs(${canonical(region) || 'AWS::Region'})`;
  return unknown('computed', 'the account and region of the deployment', inCode(at), expression);
}

function importValue(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  return overChoices([evaluator.value(argument, argument.at, scope)], ([name]) =>
    evaluator.surroundings.importValue(name!, at),
  );
}

function transform(_evaluator: Evaluator, argument: Node, at: Location): Value {
  const name = argument.kind === 'map' ? textOf(argument.entries.get('Name')?.value) : undefined;
  const decider = `what the macro ${name ?? 'of Fn::Transform'} makes at deployment`;
  return unknown('unsupported-construct', decider, inCode(at));
}

function length(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  return overChoices([evaluator.value(argument, argument.at, scope)], ([list]) => {
    if (list?.kind !== 'list' || list.open !== undefined || list.items.some(mayBeAbsent)) {
      return evaluator.unresolved('Fn::Length', [list!], at);
    }
    return known(list.items.length, madeFrom(at, [list]));
  });
}

function toJsonString(evaluator: Evaluator, argument: Node, at: Location, scope: Scope): Value {
  const value = evaluator.value(argument, argument.at, scope);
  if (!isWrittenOut(value)) return evaluator.unresolved('Fn::ToJsonString', [value], at);
  const text = concatenate(jsonParts(value, at), at);
  // The structure keeps the places of its parts, which the text has lost.
  return text.kind === 'known' || text.kind === 'composed' ? { ...text, structure: value } : text;
}

function isWrittenOut(value: Value): boolean {
  if (value.kind === 'list') return value.open === undefined && value.items.every(isWrittenOut);
  if (value.kind === 'object')
    return value.open === undefined && [...value.members.values()].every(isWrittenOut);
  return value.kind !== 'choice';
}

function jsonParts(value: Value, at: Location): Value[] {
  const text = (t: string): Value => known(t, inCode(at));
  switch (value.kind) {
    case 'list':
      return [
        text('['),
        ...value.items.flatMap((v, i) => [...(i > 0 ? [text(',')] : []), ...jsonParts(v, at)]),
        text(']'),
      ];
    case 'object': {
      const members = [...(value as ObjectValue).members].filter(([, v]) => v.kind !== 'absent');
      return [
        text('{'),
        ...members.flatMap(([k, v], i) => [
          text(`${i > 0 ? ',' : ''}${JSON.stringify(k)}:`),
          ...jsonParts(v, at),
        ]),
        text('}'),
      ];
    }
    case 'known':
      return [text(JSON.stringify(value.value))];
    case 'composed':
      return [
        text('"'),
        ...value.parts.map((p) =>
          p.kind === 'known' ? text(JSON.stringify(String(p.value)).slice(1, -1)) : p,
        ),
        text('"'),
      ];
    default:
      return [text('"'), value, text('"')];
  }
}

function argumentsOf(argument: Node): readonly Node[] {
  return argument.kind === 'list' ? argument.items : [argument];
}

function malformed(name: string, at: Location): Value {
  return unknown('wrong-shape', `arguments that ${name} takes`, inCode(at));
}
