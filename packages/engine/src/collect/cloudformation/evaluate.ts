import { ALWAYS, and, atom, type Condition, NEVER, not, or } from '../../model/condition.ts';
import { inCode, type Location, type Origin } from '../../model/origin.ts';
import {
  absent,
  known,
  listOf,
  objectOf,
  reference,
  type Unknown,
  unknown,
  type Value,
} from '../../model/value.ts';
import { through } from './choices.ts';
import { Equality } from './equality.ts';
import { INTRINSICS } from './intrinsics.ts';
import { REF_IS_PROPERTY } from './names.ts';
import { allowedValues, type GivenParameters, parameterValue } from './parameters.ts';
import type { CallNode, Entry, ListNode, MapNode, Node } from './parse.ts';
import { type Template, textOf } from './template.ts';
import { canonical, decidedBy, stringValue } from './text.ts';

/** Variables of an `Fn::Sub` or an `Fn::ForEach` around a node. */
export type Scope = ReadonlyMap<string, Value>;
export const NO_SCOPE: Scope = new Map();

/** How a template's evaluation reaches beyond the template. */
export interface Surroundings {
  /** Stands before every address of this template: empty for the root, `network.yaml#` for a linked template. */
  readonly prefix: string;
  /** The address of a logical id, where it is not the prefix and the id: the construct path in a cloud assembly. */
  readonly addressOf?: (template: Template, name: string) => string;
  readonly importValue: (name: Value, at: Location) => Value;
  /** The evaluator of a nested stack, or why it is not followed. */
  readonly nested?: (parent: Evaluator, stack: Expanded) => Evaluator | string;
  /** Under which condition the stack of this template is made; always where nothing is said. */
  readonly exists?: () => Condition;
  /** The templates that this one is nested in, from the outside. */
  readonly within?: readonly string[];
}

/** A condition with the places that led to it. */
export interface Decided {
  readonly condition: Condition;
  readonly trail: readonly Location[];
}

/** An entry of a section after its loops are expanded, with the loop variables that hold in it. */
export interface Expanded {
  readonly name: string;
  readonly entry: Entry;
  readonly scope: Scope;
}

const PSEUDO: ReadonlyMap<string, string> = new Map([
  ['AWS::AccountId', 'the account and region of the deployment'],
  ['AWS::Region', 'the account and region of the deployment'],
  ['AWS::Partition', 'the account and region of the deployment'],
  ['AWS::URLSuffix', 'the account and region of the deployment'],
  ['AWS::StackName', 'the name of the stack at deployment'],
  ['AWS::StackId', 'the stack at deployment'],
  ['AWS::NotificationARNs', 'the notification topics of the stack at deployment'],
]);

const DEEPEST_CHAIN = 100;
const MOST_LOOPS = 50_000;

/** What one loop may make. CloudFormation takes 500 resources in a stack. */
const MOST_MADE = 2_000;
const LARGEST_CONDITION = 2_000;
const LONGEST_TRAIL = 12;

/** Evaluates the parts of one template. The same node gives the same value, whoever asks. */
export class Evaluator {
  readonly template: Template;
  readonly equality: Equality;
  readonly surroundings: Surroundings;
  readonly #given: GivenParameters;
  readonly #parameters = new Map<string, Value>();
  readonly #conditions = new Map<string, Decided>();
  readonly #deciding = new Set<string>();
  readonly #naming = new Set<string>();
  readonly #attributes = new Map<string, Value>();
  readonly #nested = new Map<string, Evaluator | string | undefined>();
  readonly #outputs = new Map<string, Value>();
  readonly #giving = new Set<string>();
  #loops = 0;
  #sections: ReadonlyMap<string, Expanded> | undefined;

  constructor(template: Template, given: GivenParameters, surroundings: Surroundings) {
    this.template = template;
    this.surroundings = surroundings;
    this.#given = given;
    this.equality = new Equality(surroundings.prefix);
  }

  /** The value of a node, as used at `at` (its own place where nothing else is said). */
  value(node: Node, at: Location = node.at, scope: Scope = NO_SCOPE): Value {
    switch (node.kind) {
      case 'scalar':
        return typeof node.value === 'string'
          ? stringValue(node.value, inCode(at))
          : known(node.value, inCode(at));
      case 'list':
        return this.#list(node, at, scope);
      case 'map':
        return this.#map(node, at, scope);
      case 'call':
        return this.#call(node, at, scope);
      case 'unreadable':
        return node.decidedBy === undefined
          ? unreadable(node.why, inCode(at))
          : unknown('unsupported-construct', node.decidedBy, inCode(at));
    }
  }

  #list(node: ListNode, at: Location, scope: Scope): Value {
    const items = node.items
      .map((item) => this.value(item, item.at, scope))
      .filter((v) => v.kind !== 'absent');
    const open = node.damaged === undefined ? undefined : unreadable(node.damaged, inCode(at));
    return listOf(items, inCode(at), open);
  }

  #map(node: MapNode, at: Location, scope: Scope): Value {
    const members = new Map<string, Value>();
    let open = node.damaged === undefined ? undefined : unreadable(node.damaged, inCode(at));
    for (const [key, entry] of node.entries) {
      if (key.startsWith('Fn::ForEach::')) {
        const expanded = this.expand(key, entry, scope);
        if (expanded === undefined) open = this.#unsupported(key, entry.at);
        for (const one of expanded ?? []) {
          members.set(one.name, this.value(one.entry.value, one.entry.at, one.scope));
        }
      } else if (key.startsWith('Fn::')) {
        open = this.#unsupported(key, entry.at);
      } else members.set(key, this.value(entry.value, entry.at, scope));
    }
    return objectOf(members, inCode(at), open);
  }

  #unsupported(name: string, at: Location): Unknown {
    return unknown('unsupported-construct', `what ${name} makes at deployment`, inCode(at));
  }

  #call(node: CallNode, at: Location, scope: Scope): Value {
    if (isConditionCall(node)) {
      const decided = this.conditionOf(node);
      const origin: Origin = { plane: 'code', at, trail: decided.trail };
      if (decided.condition.op === 'always') return known(true, origin);
      if (decided.condition.op === 'never') return known(false, origin);
      return {
        kind: 'choice',
        condition: decided.condition,
        whenTrue: known(true, origin),
        whenFalse: known(false, origin),
        origin,
      };
    }
    const intrinsic = INTRINSICS.get(node.name);
    if (intrinsic === undefined) return this.#unsupported(node.name, at);
    return intrinsic(this, node.argument, at, scope);
  }

  /** The address that a resource of this template has in the graph. */
  addressOf(name: string): string {
    return this.surroundings.addressOf?.(this.template, name) ?? this.surroundings.prefix + name;
  }

  /** `Ref`, also as `${X}` inside of `Fn::Sub`. */
  ref(name: string, at: Location, scope: Scope = NO_SCOPE): Value {
    const bound = scope.get(name);
    if (bound !== undefined) return through(bound, at, bound.origin.at);
    if (name === 'AWS::NoValue') return absent(inCode(at));
    const pseudo = PSEUDO.get(name);
    if (pseudo !== undefined) return unknown('computed', pseudo, inCode(at), name);
    if (this.template.parameters.has(name)) {
      const value = this.parameter(name);
      // The default says more than the declaration around it.
      const isDefault = value.origin.trail[0]?.what === `parameter ${name} (default)`;
      return isDefault ? through(value, at) : through(value, at, value.origin.at);
    }
    const resource = this.resources().get(name);
    if (resource === undefined) return this.#undeclared(name, at);
    const property = REF_IS_PROPERTY.get(typeOf(resource.entry) ?? '');
    return this.#ofResource(resource, 'Ref', property, at);
  }

  getAtt(name: string, attribute: string, at: Location): Value {
    const resource = this.resources().get(name);
    if (resource === undefined) return this.#undeclared(name, at, attribute);
    if (typeOf(resource.entry) === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) {
      const output = attribute.slice('Outputs.'.length);
      const nested = this.nestedStack(name);
      const given = nested?.output(output, at);
      if (given !== undefined) return given;
      if (nested !== undefined) {
        const missing = `an output ${output} in ${nested.template.file}`;
        return unknown('unresolved-expression', missing, inCode(at), `${name}.${attribute}`);
      }
      const decider = `the output ${output} of the nested stack ${name}`;
      return unknown('module-unavailable', decider, inCode(at), `${name}.${attribute}`);
    }
    return this.#ofResource(resource, attribute, attribute, at);
  }

  /** The template of a nested stack, evaluated with what the stack passes to it; `undefined` where it is not followed. */
  nestedStack(name: string): Evaluator | undefined {
    const nested = this.#nestedOrWhy(name);
    return typeof nested === 'string' ? undefined : nested;
  }

  /** Why a nested stack is not followed. */
  whyNotNested(name: string): string | undefined {
    const why = this.#nestedOrWhy(name);
    return typeof why === 'string' ? why : undefined;
  }

  #nestedOrWhy(name: string): Evaluator | string | undefined {
    if (this.#nested.has(name)) return this.#nested.get(name);
    const stack = this.resources().get(name);
    const nested = stack && this.surroundings.nested?.(this, stack);
    this.#nested.set(name, nested);
    return nested;
  }

  /** An output as another template reads it; `undefined` where there is none, or where it hangs on itself. */
  output(name: string, at: Location): Value | undefined {
    const entry = this.template.outputs.get(name);
    const written = entry?.value.kind === 'map' ? entry.value.entries.get('Value') : undefined;
    if (entry === undefined || written === undefined) return undefined;
    let value = this.#outputs.get(name);
    if (value === undefined) {
      if (this.#giving.has(name) || this.#giving.size > DEEPEST_CHAIN) return undefined;
      this.#giving.add(name);
      value = this.value(written.value, written.at);
      this.#giving.delete(name);
      this.#outputs.set(name, value);
    }
    return through(value, at, { ...entry.at, what: `output ${name} of ${this.template.file}` });
  }

  /** Under which condition the stack of this template is made. */
  exists(): Condition {
    return this.surroundings.exists?.() ?? ALWAYS;
  }

  /** The condition that a resource or output names. */
  existenceOf(entry: Entry, scope: Scope = NO_SCOPE): Condition {
    const body = entry.value.kind === 'map' ? entry.value.entries : undefined;
    const condition = body?.get('Condition')?.value;
    if (condition === undefined) return ALWAYS;
    if (condition.kind === 'scalar') return this.condition(filledIn(condition.text, scope)).condition;
    const name = condition.kind === 'call' ? this.value(condition, condition.at, scope) : undefined;
    if (name?.kind === 'known' && typeof name.value === 'string') return this.condition(name.value).condition;
    if (scope.size === 0) return this.conditionOf(condition).condition;
    // In a loop the same line is another condition each time round.
    const round = [...scope].map(([variable, value]) => `${variable}=${canonical(value)}`).join(', ');
    const id = `${this.surroundings.prefix}condition on line ${condition.at.line} with ${round}`;
    return atom(id, `a readable condition on line ${condition.at.line}`);
  }

  /** What a resource returns: the property that holds it where that is written, else a reference. */
  #ofResource(resource: Expanded, attribute: string, property: string | undefined, at: Location): Value {
    const to = { address: this.addressOf(resource.name), attribute };
    const own = property === undefined ? undefined : this.#property(resource, property);
    if (own?.kind !== 'known' || own.value === null) return reference(to, inCode(at));
    const { structure: _structure, around: _around, ...plain } = own;
    return { ...through(plain, at, own.origin.at), via: to };
  }

  #property(resource: Expanded, property: string): Value | undefined {
    const key = `${resource.name}.${property}`;
    const before = this.#attributes.get(key);
    if (before !== undefined) return before;
    const body = resource.entry.value;
    const properties = body.kind === 'map' ? body.entries.get('Properties')?.value : undefined;
    const entry = properties?.kind === 'map' ? properties.entries.get(property) : undefined;
    if (entry === undefined || this.#naming.has(key) || this.#naming.size > DEEPEST_CHAIN) return undefined;
    if (entry.value.kind !== 'scalar' && entry.value.kind !== 'call') return undefined;
    this.#naming.add(key);
    const value = this.value(entry.value, entry.at, resource.scope);
    this.#naming.delete(key);
    this.#attributes.set(key, value);
    return value;
  }

  #undeclared(name: string, at: Location, attribute?: string): Value {
    const expression = attribute === undefined ? name : `${name}.${attribute}`;
    const transform = this.template.transforms.find((t) => t.name !== 'AWS::LanguageExtensions');
    return transform === undefined
      ? unknown('unresolved-expression', `a declaration of ${name} in the template`, inCode(at), expression)
      : unknown(
          'unsupported-construct',
          `${name}, which the transform ${transform.name} makes`,
          inCode(at),
          expression,
        );
  }

  parameter(name: string): Value {
    const before = this.#parameters.get(name);
    if (before !== undefined) return before;
    const value = parameterValue(this.template, name, this.#given);
    const allowed = value.kind === 'unknown' ? allowedValues(this.template, name) : undefined;
    if (allowed !== undefined && value.kind === 'unknown')
      this.equality.allow(value.expression ?? name, allowed);
    this.#parameters.set(name, value);
    return value;
  }

  /** A condition of the section Conditions. */
  condition(name: string): Decided {
    const before = this.#conditions.get(name);
    if (before !== undefined) return before;
    const entry = this.template.conditions.get(name);
    if (entry === undefined) return this.#openCondition(name, `a declaration of condition ${name}`, []);
    const at: Location = { ...entry.at, what: `condition ${name}` };
    if (this.#deciding.has(name) || this.#deciding.size > DEEPEST_CHAIN) {
      return this.#openCondition(name, `a condition ${name} that does not hang on itself`, [at]);
    }
    this.#deciding.add(name);
    const { condition, trail } = this.conditionOf(entry.value);
    this.#deciding.delete(name);
    const decided: Decided =
      sizeOf(condition) > LARGEST_CONDITION
        ? this.#openCondition(name, `a simpler condition ${name}`, [at])
        : { condition, trail: [at, ...trail].slice(0, LONGEST_TRAIL) };
    this.#conditions.set(name, decided);
    return decided;
  }

  #openCondition(name: string, decider: string, trail: readonly Location[]): Decided {
    return { condition: atom(`${this.surroundings.prefix}condition ${name}`, decider), trail };
  }

  /** A condition expression: `Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not`, `Condition`. */
  conditionOf(node: Node): Decided {
    if (node.kind === 'map' && node.entries.size === 1) {
      const name = textOf(node.entries.get('Condition')?.value);
      if (name !== undefined) return this.condition(name);
    }
    if (node.kind === 'scalar' && typeof node.value === 'boolean') {
      return { condition: node.value ? ALWAYS : NEVER, trail: [] };
    }
    if (node.kind !== 'call') return this.#unreadableCondition(node);
    const args = node.argument.kind === 'list' ? node.argument.items : [node.argument];
    switch (node.name) {
      case 'Condition':
        return this.condition(textOf(node.argument) ?? '');
      case 'Fn::Equals': {
        const [left, right] = args;
        if (args.length !== 2 || left === undefined || right === undefined) {
          return this.#unreadableCondition(node);
        }
        const values = [this.#compared(left), this.#compared(right)] as const;
        const trail = values.flatMap((v) => v.origin.trail);
        return { condition: this.equality.of(...values), trail };
      }
      case 'Fn::Not': {
        const [only] = args;
        if (only === undefined) return this.#unreadableCondition(node);
        const inner = this.conditionOf(only);
        return { ...inner, condition: not(inner.condition) };
      }
      case 'Fn::And':
      case 'Fn::Or': {
        if (args.length === 0) return this.#unreadableCondition(node);
        const parts = args.map((arg) => this.conditionOf(arg));
        const conditions = parts.map((p) => p.condition);
        const condition = node.name === 'Fn::And' ? and(...conditions) : or(...conditions);
        return { condition, trail: trailOf(parts, condition) };
      }
      default:
        return this.#unreadableCondition(node);
    }
  }

  /** A literal is compared as it is written: `1.10` is not `1.1`. */
  #compared(node: Node): Value {
    return node.kind === 'scalar' ? known(node.text, inCode(node.at)) : this.value(node);
  }

  #unreadableCondition(node: Node): Decided {
    const id = `${this.surroundings.prefix}condition on line ${node.at.line}, column ${node.at.column}`;
    return { condition: atom(id, `a readable condition on line ${node.at.line}`), trail: [node.at] };
  }

  /** The resources by logical id, loops expanded. */
  resources(): ReadonlyMap<string, Expanded> {
    if (this.#sections !== undefined) return this.#sections;
    const found = new Map<string, Expanded>();
    this.#sections = found; // a loop over a resource's own attributes sees what is there so far
    for (const one of this.section(this.template.resources)) found.set(one.name, one);
    return found;
  }

  /** The entries of a section, loops expanded; what could not be expanded is left out. */
  section(section: ReadonlyMap<string, Entry>): readonly Expanded[] {
    const found: Expanded[] = [];
    for (const [name, entry] of section) {
      if (name.startsWith('Fn::ForEach::'))
        for (const one of this.expand(name, entry, NO_SCOPE) ?? []) found.push(one);
      else if (!name.startsWith('Fn::')) found.push({ name, entry, scope: NO_SCOPE });
    }
    return found;
  }

  /** `Fn::ForEach`: `[variable, collection, {key: body}]`; `undefined` where the collection is not known or makes too much. */
  expand(name: string, entry: Entry, scope: Scope): readonly Expanded[] | undefined {
    const [variable, collection, body] = entry.value.kind === 'list' ? entry.value.items : [];
    const identifier = textOf(variable);
    if (identifier === undefined || collection === undefined || body?.kind !== 'map') return undefined;
    const items = this.value(collection, collection.at, scope);
    if (items.kind !== 'list' || items.open !== undefined) return undefined;
    const step: Location = { ...entry.at, what: name };
    const found: Expanded[] = [];
    for (const item of items.items) {
      this.#loops += 1;
      if (item.kind !== 'known' || this.#loops > MOST_LOOPS) return undefined;
      const inner: Scope = new Map([
        ...scope,
        [identifier, { ...item, origin: { ...item.origin, at: step } }],
      ]);
      for (const [key, below] of body.entries) {
        if (key.startsWith('Fn::ForEach::')) {
          const nested = this.expand(key, below, inner);
          if (nested === undefined) return undefined;
          for (const one of nested) found.push(one);
        } else found.push({ name: filledIn(key, inner), entry: below, scope: inner });
        if (found.length > MOST_MADE) return undefined;
      }
    }
    return found;
  }

  /** `network.yaml#Stage`: the canonical text of an expression over unknowns, told apart between templates. */
  expression(name: string, args: readonly Value[]): string {
    return `${name}(${args.map(canonical).join(', ')})`;
  }

  /** An unknown result of a function, decided by what decides its arguments. */
  unresolved(name: string, args: readonly Value[], at: Location): Unknown {
    const open = args.find((a) => !isPlain(a)) ?? args[0];
    const origin: Origin = { plane: 'code', at, trail: open?.origin.trail ?? [] };
    const decider = open === undefined ? 'the deployed value' : decidedBy(open);
    const reason = open?.kind === 'unknown' ? open.reason : 'unresolved-expression';
    return unknown(reason, decider, origin, this.expression(name, args));
  }
}

/** A text with the variables of the loops around it: `Is${Name}`; `&{Name}` leaves out what no id may have. */
function filledIn(text: string, scope: Scope): string {
  return text.replace(/([$&])\{(\w+)\}/g, (whole, sign: string, name: string) => {
    const value = scope.get(name);
    if (value?.kind !== 'known') return whole;
    return sign === '&' ? String(value.value).replace(/[^A-Za-z0-9]/g, '') : String(value.value);
  });
}

function isPlain(value: Value): boolean {
  return (
    value.kind === 'known' ||
    value.kind === 'absent' ||
    (value.kind === 'list' && value.open === undefined && value.items.every(isPlain))
  );
}

const SIZES = new WeakMap<Condition, number>();

/** How many steps it takes to decide a condition; one that uses another twice counts it twice. */
function sizeOf(condition: Condition): number {
  const before = SIZES.get(condition);
  if (before !== undefined) return before;
  const parts = condition.op === 'not' ? [condition.of] : 'of' in condition ? condition.of : [];
  const size = parts.reduce((sum, part) => sum + sizeOf(part), 1);
  SIZES.set(condition, size);
  return size;
}

function trailOf(parts: readonly Decided[], condition: Condition): readonly Location[] {
  const decisive = parts.filter((p) => p.condition.op === condition.op);
  return (decisive.length > 0 && decisive.length < parts.length ? decisive : parts)
    .flatMap((p) => p.trail)
    .slice(0, LONGEST_TRAIL);
}

function isConditionCall(node: CallNode): boolean {
  return ['Condition', 'Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not'].includes(node.name);
}

function unreadable(why: string, origin: Origin): Unknown {
  return unknown('not-readable', `mending what cannot be read (${why})`, origin);
}

export function typeOf(entry: Entry): string | undefined {
  return entry.value.kind === 'map' ? textOf(entry.value.entries.get('Type')?.value) : undefined;
}
