import type { Node } from 'web-tree-sitter';
import type { Location } from '../../../../model/origin.ts';
import { placeOf } from './parse.ts';

/** What the code of a file calls, wherever it stands and whether or not it ever runs; types are not among it. */
export interface Calls {
  readonly written: readonly Call[];
  /** Names that stand for others: classes for those that they extend, imports for what they import. */
  readonly heirs: readonly (readonly [name: string, of: string])[];
  /** Names that are used in any way but to call them, to extend them, or to look into them. */
  readonly values: ReadonlySet<string>;
  /** The same of members: `queue.name`. */
  readonly members: ReadonlySet<string>;
  /** Names of functions and classes, and what is imported. */
  readonly declared: ReadonlySet<string>;
}

interface Call {
  /** The last part of what is called; nothing where that is computed. */
  readonly name: string | undefined;
  /** It is called by its name alone. */
  readonly isBare: boolean;
  readonly at: Location;
  /** What it stands in: functions, classes, and what holds a function; `RETURNED` for a function that another gives back. */
  readonly within: readonly Holder[];
}

interface Holder {
  readonly name: string;
  readonly isMember: boolean;
}

/** No name is called like that. */
export const RETURNED = 'return';

export function callsIn(root: Node, file: string): Calls {
  const written: Call[] = [];
  const heirs: (readonly [string, string])[] = [];
  const values = new Set<string>();
  const members = new Set<string>();
  const declared = new Set<string>();
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (TYPES.test(node.type)) continue;
    if (node.type === 'call_expression' || node.type === 'new_expression') {
      const callee = calleeOf(node);
      const name = callee === null ? undefined : lastNameOf(callee);
      const isBare = callee?.type === 'identifier';
      if (callee?.type !== 'super' && callee?.type !== 'import')
        written.push({ name, isBare, at: placeOf(node, file), within: within(node) });
    } else if (NAMES.test(node.type)) {
      const use = useOf(node);
      if (use === 'value') (MEMBERS.test(node.type) ? members : values).add(node.text);
      if (use === 'declared') declared.add(node.text);
    } else heirs.push(...heirsIn(node));
    for (const child of node.children) if (child !== null) open.push(child);
  }
  return { written, heirs, values, members, declared };
}

/** What stands only for the compiler. */
const TYPES =
  /^(?:comment|type_annotation|type_arguments|type_parameters|interface_declaration|type_alias_declaration|implements_clause|nested_type_identifier|type_query)$/;

const NAMES =
  /^(?:identifier|property_identifier|private_property_identifier|shorthand_property_identifier|shorthand_property_identifier_pattern)$/;

const MEMBERS = /^(?:property_identifier|private_property_identifier|shorthand_property_identifier_pattern)$/;

/** What is only put around an expression. */
const AROUND =
  /^(?:parenthesized_expression|non_null_expression|as_expression|satisfies_expression|await_expression)$/;

function calleeOf(call: Node): Node | null {
  let callee = call.childForFieldName('function') ?? call.childForFieldName('constructor');
  while (callee !== null && AROUND.test(callee.type)) callee = callee.namedChild(0);
  return callee;
}

function lastNameOf(callee: Node): string | undefined {
  if (callee.type === 'identifier') return callee.text;
  return callee.type === 'member_expression'
    ? (callee.childForFieldName('property')?.text ?? undefined)
    : undefined;
}

/** The names of all that a call stands in, and of what is given such a function as a value. */
function within(call: Node): readonly Holder[] {
  const names: Holder[] = [];
  let isInFunction = false;
  for (let node = call.parent; node !== null; node = node.parent) {
    if (FUNCTIONS.test(node.type)) isInFunction = true;
    const name = isInFunction ? nameOf(node) : undefined;
    if (name !== undefined) names.push({ name, isMember: HOLDS_MEMBERS.test(node.type) });
    if (node.type === 'export_statement' && node.children.some((one) => one?.type === 'default'))
      names.push({ name: 'default', isMember: false });
    if (FUNCTIONS.test(node.type) && /^(?:return_statement|arrow_function)$/.test(node.parent?.type ?? ''))
      names.push({ name: RETURNED, isMember: false });
  }
  return names;
}

const HOLDS_MEMBERS = /^(?:method_definition|public_field_definition|field_definition|pair)$/;

const FUNCTIONS =
  /^(?:function_declaration|generator_function_declaration|function_expression|generator_function|arrow_function|method_definition|class|class_declaration|abstract_class_declaration)$/;

function nameOf(node: Node): string | undefined {
  switch (node.type) {
    case 'method_definition': {
      const name = node.childForFieldName('name')?.text;
      return name === 'constructor' ? undefined : name;
    }
    case 'variable_declarator':
    case 'public_field_definition':
    case 'field_definition':
      return (node.childForFieldName('name') ?? node.childForFieldName('property'))?.text;
    case 'pair':
      return node.childForFieldName('key')?.text.replace(/^["']|["']$/g, '');
    case 'assignment_expression': {
      const left = node.childForFieldName('left');
      return left === null ? undefined : lastNameOf(left);
    }
    default:
      return FUNCTIONS.test(node.type) ? node.childForFieldName('name')?.text : undefined;
  }
}

function heirsIn(node: Node): readonly (readonly [string, string])[] {
  switch (node.type) {
    case 'class':
    case 'class_declaration':
    case 'abstract_class_declaration': {
      const base = /\bextends\s+(?:[\w$]+\s*\.\s*)*([\w$]+)/.exec(
        node.children.find((one) => one?.type === 'class_heritage')?.text ?? '',
      )?.[1];
      const name = node.childForFieldName('name')?.text ?? nameOf(node.parent!);
      return base === undefined ? [] : [[name ?? 'default', base]];
    }
    case 'import_specifier':
    case 'export_specifier': {
      const [name, alias] = ['name', 'alias'].map((field) => node.childForFieldName(field)?.text);
      if (name === undefined || alias === undefined) return [];
      return [[alias, name]];
    }
    case 'import_clause': {
      const whole = node.namedChild(0);
      return whole?.type === 'identifier' ? [[whole.text, 'default']] : [];
    }
    case 'export_statement': {
      const value = node.childForFieldName('value') ?? node.childForFieldName('declaration');
      const isDefault = node.children.some((one) => one?.type === 'default');
      const name = value?.type === 'identifier' ? value.text : value?.childForFieldName('name')?.text;
      return isDefault && name !== undefined ? [['default', name]] : [];
    }
    default:
      return [];
  }
}

/** How a name is used where it stands. */
function useOf(node: Node): 'value' | 'declared' | 'looked into' {
  let at = node;
  let parent = at.parent;
  const isField = (name: string) => parent?.childForFieldName(name)?.id === at.id;
  if (node.type.startsWith('shorthand')) return 'value';
  if (parent === null) return 'value';
  if (/^(?:import_specifier|import_clause|namespace_import)$/.test(parent.type)) return 'declared';
  if (/^(?:export_specifier|class_heritage|extends_clause|statement_identifier)$/.test(parent.type))
    return 'looked into';
  if (isField('name') && /_declaration$|^(?:class|function_expression)$/.test(parent.type)) return 'declared';
  if (parent.type === 'variable_declarator' && isField('name'))
    return FUNCTIONS.test(parent.childForFieldName('value')?.type ?? '') ? 'declared' : 'looked into';
  if (
    /^(?:method_definition|public_field_definition|field_definition|pair|pair_pattern)$/.test(parent.type) &&
    (isField('name') || isField('property') || (parent.type === 'pair' && isField('key')))
  )
    return 'looked into';
  if (parent.type === 'export_statement') return 'looked into';
  if (parent.type === 'member_expression' && isField('property')) {
    at = parent;
    parent = at.parent;
    if (/^(?:class_heritage|extends_clause)$/.test(parent?.type ?? '')) return 'looked into';
  }
  while (parent !== null && AROUND.test(parent.type)) {
    at = parent;
    parent = at.parent;
  }
  if (parent === null) return 'value';
  if (isField('function') || isField('constructor')) return 'looked into';
  if (parent.type === 'assignment_expression' && isField('left')) return 'looked into';
  if (parent.type === 'binary_expression' && isField('right') && parent.children[1]?.type === 'instanceof')
    return 'looked into';
  const member = parent.type === 'member_expression' && isField('object');
  const of = member ? parent.childForFieldName('property')?.text : undefined;
  return of !== undefined && !/^(?:call|apply|bind)$/.test(of) ? 'looked into' : 'value';
}
