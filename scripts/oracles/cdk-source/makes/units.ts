import { exportsIn, isAside, isCompared, isExport, isMarked, isTop, isWhole, modulesIn } from './idioms.ts';
import type { Syntax } from './syntax.ts';

/** A part of the library's code that runs as a whole: a function, a method, a constructor, or a file as it is loaded. */
export interface Unit {
  readonly name: string;
  /** Types of resources that are written in it. */
  readonly types: Set<string>;
  /** Names of members that it reads or calls, of whatever it has. */
  readonly names: Set<string>;
  /** What it names of its own file or of others. */
  readonly refs: Ref[];
}

/** A name of this file, or of the one that `module` leads to, and how it is used. */
export interface Ref {
  readonly module: string | undefined;
  readonly name: string;
  readonly as: 'made' | 'value' | 'static';
  /** The static member that is meant. */
  readonly member?: string;
}

export interface ClassUnit {
  readonly names: ReadonlySet<string>;
  readonly parent: Ref | undefined;
  /** Its parent is computed. */
  readonly odd: boolean;
  /** What the library itself calls it, where it is for everybody. */
  fqn: string | undefined;
  readonly make: Unit;
  readonly methods: Map<string, Unit>;
  readonly statics: Map<string, Unit>;
}

export interface FileUnits {
  /** What runs when it is loaded. */
  readonly load: Unit;
  readonly functions: Map<string, Unit>;
  readonly classes: ClassUnit[];
  /** What other names stand for: `exports.A = B`. */
  readonly exported: ReadonlyMap<string, string>;
  /** Modules whose exports it gives as its own. */
  readonly handsOn: readonly string[];
  /** Names that it gives as an index does. */
  readonly gives: readonly string[];
  /** It writes to the prototypes of others. */
  readonly patches: boolean;
  /** Calls by names, types and parents of classes that are computed. */
  readonly computed: string[];
}

/** Members whose names are computed. */
export const COMPUTED = '[computed]';

/** A module as it is loaded, and nothing of it. */
export const LOADED = '[loaded]';

const TYPE = /^(?:(?:AWS|Alexa)::\w+::\w+|Custom::\S+)$/;

const newUnit = (name: string): Unit => ({ name, types: new Set(), names: new Set(), refs: [] });

/** Reads one file of the library, whose code is compiled: modules are loaded by `require`, mostly where they are first used. */
export function unitsOf(root: Syntax, source: string): FileUnits {
  return new FileReader(source).read(root, source);
}

class FileReader {
  readonly #modules: ReadonlyMap<string, string>;
  readonly #file: FileUnits;
  /** What decorated classes extend stands before them under a name of its own. */
  #classSuper: Ref | undefined;

  constructor(source: string) {
    this.#modules = modulesIn(source);
    this.#file = {
      load: newUnit(''),
      functions: new Map(),
      classes: [],
      exported: exportsIn(source),
      handsOn: [...source.matchAll(/(?:__exportStar\(|value=|return |=>)require\("([^"]+)"\)/g)].map(
        (m) => m[1] ?? '',
      ),
      gives: [...source.matchAll(/_noFold="([\w$]+)"/g)].map((m) => m[1] ?? ''),
      patches: /\.prototype\.\w+=/.test(source),
      computed: [],
    };
  }

  read(root: Syntax, source: string): FileUnits {
    const open: Place[] = [{ node: root, unit: this.#file.load, of: undefined }];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const inside = this.#enter(place);
      if (inside === undefined) continue;
      for (const child of place.node.children.toReversed()) open.push({ ...inside, node: child });
    }
    // Older code says behind a class what it is called.
    for (const [, name = '', fqn] of source.matchAll(/\b([\w$]+)\[\w+\]=\{fqn:"([^"]+)"/g))
      for (const one of this.#file.classes) if (one.names.has(name)) one.fqn ??= fqn;
    return this.#file;
  }

  /** Takes in what a node says; gives where its children belong, or nothing where they say no more. */
  #enter(place: Place): Omit<Place, 'node'> | undefined {
    const { node, unit, of } = place;
    switch (node.type) {
      case 'comment':
        return undefined;
      case 'function_declaration':
      case 'generator_function_declaration':
        return isTop(node) ? { unit: unitIn(this.#file.functions, nameOf(node)), of } : place;
      case 'variable_declarator':
        return this.#declared(place);
      case 'class':
      case 'class_declaration':
        return this.#classOf(place);
      case 'class_heritage':
        // A parent that is computed is part of what makes the class.
        return of?.odd === true ? place : undefined;
      case 'class_static_block':
        // What decorators are told of members is no use of them.
        return /__esDecorate\(|_classThis=this/.test(node.text) ? undefined : { unit: this.#file.load, of };
      case 'field_definition':
        return this.#field(place);
      case 'method_definition':
        return node.parent?.type === 'class_body' && of !== undefined
          ? { unit: methodOf(node, of), of }
          : place;
      case 'call_expression':
        this.#loaded(node, unit);
        return isAside(node) ? undefined : place;
      case 'assignment_expression':
        return isExport(node) ? undefined : place;
      case 'string_fragment':
        if (TYPE.test(node.text) && isWhole(node) && !isCompared(node)) unit.types.add(node.text);
        return undefined;
      case 'template_string':
        if (/^`(?:AWS|Alexa)::/.test(node.beginning)) this.#file.computed.push(node.text.slice(0, 80));
        return place;
      case 'member_expression':
        return this.#member(place);
      case 'shorthand_property_identifier_pattern':
        unit.names.add(node.text);
        return undefined;
      case 'pair_pattern':
        unit.names.add((node.child('key')?.text ?? '').replace(/["']/g, ''));
        return place;
      case 'new_expression':
        // `new this()` of a static method.
        if (node.child('constructor')?.type === 'this')
          for (const name of of?.names ?? []) unit.refs.push({ module: undefined, name, as: 'made' });
        return place;
      case 'subscript_expression':
        this.#subscript(node, unit);
        return place;
      case 'identifier':
      case 'shorthand_property_identifier':
        this.#identifier(node, unit);
        return undefined;
      default:
        return place;
    }
  }

  #declared(place: Place): Omit<Place, 'node'> | undefined {
    const { node } = place;
    const name = nameOf(node);
    const value = node.child('value');
    // What compiled code brings along for itself: `__esDecorate`.
    if (value === undefined || /^__\w+$/.test(name)) return undefined;
    if (/^(?:__importStar\()?require\(/.test(value.beginning)) return undefined;
    if (this.#modules.has(name) && /require\(/.test(value.beginning)) return undefined;
    if (/^_classSuper\d*$/.test(name)) {
      this.#classSuper = this.#refOf(value, 'value');
      return undefined;
    }
    if (isTop(node) && /^(?:arrow_function|function_expression)$/.test(value.type))
      return { unit: unitIn(this.#file.functions, name), of: place.of };
    return place;
  }

  #classOf({ node }: Place): Omit<Place, 'node'> {
    const heritage = node.children.find((child) => child.type === 'class_heritage')?.children[1];
    const bySuper = heritage !== undefined && /^_classSuper\d*$/.test(heritage.text);
    const parent =
      heritage === undefined ? undefined : bySuper ? this.#classSuper : this.#refOf(heritage, 'value');
    const made: ClassUnit = {
      names: new Set(namesOf(node)),
      parent,
      odd: heritage !== undefined && parent === undefined,
      fqn: undefined,
      make: newUnit(''),
      methods: new Map(),
      statics: new Map(),
    };
    if (made.odd) this.#file.computed.push(`extends ${heritage?.text.slice(0, 80)}`);
    this.#file.classes.push(made);
    return { unit: made.make, of: made };
  }

  #field(place: Place): Omit<Place, 'node'> | undefined {
    const { node, of } = place;
    if (!node.has('static')) return of === undefined ? place : { unit: of.make, of };
    const fqn = /fqn:"([^"]+)"/.exec(node.beginning)?.[1];
    if (fqn !== undefined && of !== undefined) {
      of.fqn = fqn;
      return undefined;
    }
    return { unit: this.#file.load, of };
  }

  #member(place: Place): Omit<Place, 'node'> | undefined {
    const { node, unit, of } = place;
    const name = node.child('property')?.text ?? '';
    const object = node.child('object')?.bare;
    const module = object === undefined ? undefined : this.#moduleOf(object.beginning);
    // Something of a function's own may have the name that a module has elsewhere.
    if (module === undefined || object?.type === 'identifier') unit.names.add(name);
    if (module === undefined) return { unit, of };
    take(node, { module, name }, unit);
    return undefined;
  }

  #subscript(node: Syntax, unit: Unit): void {
    const index = node.child('index');
    if (index?.type === 'string') unit.names.add(index.text.slice(1, -1));
    else if (index?.type !== 'number' && node.around.field === 'function')
      this.#file.computed.push(node.text.slice(0, 80));
  }

  /** `require("…")` by itself: for what loading it does. */
  #loaded(node: Syntax, unit: Unit): void {
    const module = /^require\("([^"]+)"\)$/.exec(node.beginning)?.[1];
    if (
      module !== undefined &&
      /^(?:expression_statement|sequence_expression)$/.test(node.parent?.type ?? '')
    )
      unit.refs.push({ module, name: LOADED, as: 'value' });
  }

  #identifier(node: Syntax, unit: Unit): void {
    const name = node.text;
    if (node.field === 'left' && node.parent?.type === 'assignment_expression') return;
    if (node.field === 'name' || node.field === 'parameter' || node.parent?.type === 'formal_parameters')
      return;
    if (!this.#modules.has(name)) take(node, { module: undefined, name }, unit);
    // A module as a whole may be asked for anything.
    else if (node.field !== 'function')
      unit.refs.push({ module: this.#modules.get(name), name: '*', as: 'value' });
  }

  /** `x_1()`, `x_1` or `require("…")` as the module that it is. */
  #moduleOf(text: string): string | undefined {
    const required = /^require\("([^"]+)"\)$/.exec(text)?.[1];
    const name = /^([\w$]+)(?:\(\))?$/.exec(text)?.[1];
    return required ?? (name === undefined ? undefined : this.#modules.get(name));
  }

  #refOf(node: Syntax, as: Ref['as']): Ref | undefined {
    const { bare } = node;
    if (bare.type === 'identifier') return { module: undefined, name: bare.text, as };
    const object = bare.child('object')?.bare;
    const module =
      bare.type !== 'member_expression' || object === undefined
        ? undefined
        : this.#moduleOf(object.beginning);
    return module === undefined ? undefined : { module, name: bare.child('property')?.text ?? '', as };
  }
}

interface Place {
  readonly node: Syntax;
  readonly unit: Unit;
  readonly of: ClassUnit | undefined;
}

/** Takes in a name by how it is used where it stands. */
function take(node: Syntax, named: Pick<Ref, 'module' | 'name'>, unit: Unit): void {
  const { node: around, field } = node.around;
  if (isMarked(around)) return;
  if (around?.type === 'new_expression' && field === 'constructor') unit.refs.push({ ...named, as: 'made' });
  else if (around?.type === 'member_expression' && field === 'object')
    unit.refs.push({ ...named, as: 'static', member: around.child('property')?.text ?? '' });
  // `C[rtti] = …` says what a class is called.
  else if (around?.type === 'subscript_expression' && field === 'object' && around.field === 'left') return;
  else if (around?.type === 'binary_expression' && field === 'right' && around.has('instanceof')) return;
  else unit.refs.push({ ...named, as: 'value' });
}

/** Names of a class: its own, that of what it is assigned to, and that of the function that decorates it. */
function* namesOf(node: Syntax): Generator<string> {
  const own = node.child('name')?.text;
  if (own !== undefined) yield own;
  if (node.parent?.type === 'variable_declarator') yield nameOf(node.parent);
  if (node.parent?.type === 'assignment_expression') yield node.parent.child('left')?.text ?? '';
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.type === 'class_body') return;
    const call = at.type === 'variable_declarator' ? at.child('value') : undefined;
    if (call?.type === 'call_expression' && /^\(\(\)=>\{let _classDecorators/.test(call.beginning))
      yield nameOf(at);
  }
}

function methodOf(node: Syntax, of: ClassUnit): Unit {
  const name = node.child('name');
  const key =
    name?.type === 'computed_property_name' ? COMPUTED : (name?.text ?? '').replace(/^["']|["']$/g, '');
  if (node.has('static')) return unitIn(of.statics, key);
  return key === 'constructor' ? of.make : unitIn(of.methods, key);
}

function nameOf(node: Syntax): string {
  return node.child('name')?.text ?? '';
}

function unitIn(units: Map<string, Unit>, name: string): Unit {
  const unit = units.get(name) ?? newUnit(name);
  units.set(name, unit);
  return unit;
}
