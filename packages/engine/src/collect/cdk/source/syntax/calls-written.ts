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

/** A node with what is around it: asking a node for its parent takes long. */
interface Placed {
  readonly node: Node;
  readonly around: Placed | undefined;
  /** What holds the functions around it. */
  readonly within: readonly Holder[];
  /** What holds it that is in no function so far. */
  readonly held: readonly Holder[];
}

export function callsIn(root: Node, file: string): Calls {
  const written: Call[] = [];
  const heirs: (readonly [string, string])[] = [];
  const values = new Set<string>();
  const members = new Set<string>();
  const declared = new Set<string>();
  const open: Placed[] = [{ node: root, around: undefined, within: [], held: [] }];
  for (let placed = open.pop(); placed !== undefined; placed = open.pop()) {
    const { node } = placed;
    if (TYPES.test(node.type)) continue;
    if (node.type === 'call_expression' || node.type === 'new_expression') {
      const callee = calleeOf(node);
      const name = callee === null ? undefined : lastNameOf(callee);
      const isBare = callee?.type === 'identifier';
      if (callee?.type !== 'super' && callee?.type !== 'import')
        written.push({ name, isBare, at: placeOf(node, file), within: placed.within });
    } else if (NAMES.test(node.type)) {
      const use = useOf(placed);
      if (use === 'value') (MEMBERS.test(node.type) ? members : values).add(node.text);
      if (use === 'declared') declared.add(node.text);
    } else heirs.push(...heirsIn(placed));
    if (node.childCount > 0) {
      const inside = holdersIn(placed);
      for (const child of node.children)
        if (child !== null) open.push({ node: child, around: placed, ...inside });
    }
  }
  return { written, heirs, values, members, declared };
}

/** What holds all that stands in a node. */
function holdersIn({ node, around, within, held }: Placed): Pick<Placed, 'within' | 'held'> {
  const name = nameOf(node);
  const own = name === undefined ? held : [...held, { name, isMember: HOLDS_MEMBERS.test(node.type) }];
  const isDefault = node.type === 'export_statement' && isDefaultExport(node);
  if (!FUNCTIONS.test(node.type))
    return { within: isDefault ? [...within, { name: 'default', isMember: false }] : within, held: own };
  const isReturned = /^(?:return_statement|arrow_function)$/.test(around?.node.type ?? '');
  const returned = isReturned ? [{ name: RETURNED, isMember: false }] : [];
  return { within: [...within, ...own, ...returned], held: [] };
}

function isDefaultExport(node: Node): boolean {
  return node.children.some((one) => one?.type === 'default');
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

function heirsIn({ node, around }: Placed): readonly (readonly [string, string])[] {
  switch (node.type) {
    case 'class':
    case 'class_declaration':
    case 'abstract_class_declaration': {
      const base = /\bextends\s+(?:[\w$]+\s*\.\s*)*([\w$]+)/.exec(
        node.children.find((one) => one?.type === 'class_heritage')?.text ?? '',
      )?.[1];
      const name = node.childForFieldName('name')?.text ?? (around && nameOf(around.node));
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
      const name = value?.type === 'identifier' ? value.text : value?.childForFieldName('name')?.text;
      return isDefaultExport(node) && name !== undefined ? [['default', name]] : [];
    }
    default:
      return [];
  }
}

/** How a name is used where it stands. */
function useOf({ node, around }: Placed): 'value' | 'declared' | 'looked into' {
  let at = node;
  let parent = around;
  const up = () => {
    at = parent!.node;
    parent = parent!.around;
  };
  const isField = (name: string) => parent?.node.childForFieldName(name)?.id === at.id;
  const type = () => parent?.node.type ?? '';
  if (node.type.startsWith('shorthand') || parent === undefined) return 'value';
  if (/^(?:import_specifier|import_clause|namespace_import)$/.test(type())) return 'declared';
  if (/^(?:export_specifier|class_heritage|extends_clause|export_statement)$/.test(type()))
    return 'looked into';
  if (isField('name') && /_declaration$|^(?:class|function_expression)$/.test(type())) return 'declared';
  if (type() === 'variable_declarator' && isField('name'))
    return FUNCTIONS.test(parent.node.childForFieldName('value')?.type ?? '') ? 'declared' : 'looked into';
  if (HOLDS_MEMBERS.test(type()) && ['name', 'property', 'key'].some(isField)) return 'looked into';
  if (type() === 'member_expression' && isField('property')) {
    up();
    if (/^(?:class_heritage|extends_clause)$/.test(type())) return 'looked into';
  }
  while (AROUND.test(type())) up();
  if (isField('function') || isField('constructor')) return 'looked into';
  if (type() === 'assignment_expression' && isField('left')) return 'looked into';
  if (type() === 'binary_expression' && isField('right') && parent.node.children[1]?.type === 'instanceof')
    return 'looked into';
  const of =
    type() === 'member_expression' && isField('object') ? parent.node.childForFieldName('property') : null;
  return of !== null && !/^(?:call|apply|bind)$/.test(of.text) ? 'looked into' : 'value';
}
