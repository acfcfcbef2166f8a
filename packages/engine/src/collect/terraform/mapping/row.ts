import type { Scalar } from '../../../model/value.ts';

/**
 * The language of the mapping: how one Terraform type is said in CloudFormation's words. Rows are data; they are
 * checked against both providers' schemas, so a name that does not exist on either side fails a test.
 */
export interface TypeRow {
  /** Terraform type: `aws_lambda_function`. */
  readonly from: string;
  /** CloudFormation registry name: `AWS::Lambda::Function`. */
  readonly to: string;
  /** Where one Terraform type is several of CloudFormation's: only where this argument has this value. */
  readonly when?: { readonly argument: string; readonly is: string };
  /** By Terraform argument or block. */
  readonly properties: Shape;
  /** Arguments that are resources of their own over there. */
  readonly parts?: readonly PartRow[];
  /** What the type means by itself, by CloudFormation path. */
  readonly constants?: Readonly<Record<string, Scalar>>;
}

/** An argument or repeated block that CloudFormation writes as a resource of its own (`policy` of a queue). */
export interface PartRow {
  readonly argument: string;
  readonly to: string;
  /** The property of the new resource that names the one it was written in, and the attribute it names. */
  readonly parent: { readonly property: string; readonly attribute: string; readonly list?: true };
  /** For a plain value the shape has the argument itself. */
  readonly shape: Shape;
  readonly constants?: Readonly<Record<string, Scalar>>;
}

/** A resource that Terraform splits off and CloudFormation writes inside another one. */
export interface JoinRow {
  readonly from: string;
  readonly into: readonly JoinTarget[];
  /** Properties of the target that it sets. */
  readonly set?: Shape;
  /** What it means by itself, by path of the target. */
  readonly constants?: Readonly<Record<string, Scalar>>;
  /** A list of the target that it adds a member to. */
  readonly append?: { readonly to: string; readonly member: Shape | { readonly argument: string } };
}

export interface JoinTarget {
  readonly type: string;
  /**
   * The argument that names the target (or a list of targets); or, where no single one does, the arguments that have
   * to agree with properties of the target: two APIs may both have a stage `prod`.
   */
  readonly by: string | Readonly<Record<string, string>>;
}

export interface Service {
  readonly types: readonly TypeRow[];
  readonly joins?: readonly JoinRow[];
}

export type Shape = Readonly<Record<string, Rule>>;

/** A path is a plain renaming; several fields say one argument in several places. */
export type Rule = string | Field | readonly Field[];

export interface Field {
  /** CloudFormation path from the enclosing object, joined by dots; empty means the enclosing object itself. */
  readonly to: string;
  readonly as?: Conversion;
  /** What Terraform's provider does where the argument is not written and CloudFormation would do otherwise. */
  readonly default?: Scalar | readonly Scalar[];
  /** Kept in the resource's meta: known, but no property at AWS (`skip_final_snapshot`). */
  readonly meta?: true;
}

export type Conversion =
  | { readonly kind: 'object'; readonly shape: Shape; readonly constants?: Readonly<Record<string, Scalar>> }
  | {
      readonly kind: 'objects';
      readonly shape: Shape;
      readonly constants?: Readonly<Record<string, Scalar>>;
      /** One member per value of this list argument. */
      readonly perEach?: { readonly argument: string; readonly to: string };
    }
  | { readonly kind: 'pairs'; readonly key: string; readonly value: string }
  | {
      readonly kind: 'json';
      /** Names begin with a capital over there, except below these free-form maps. */
      readonly capitalsExceptBelow?: readonly string[];
    }
  | { readonly kind: 'words'; readonly words: Readonly<Record<string, Scalar>> }
  | { readonly kind: 'pattern'; readonly find: string; readonly with: string }
  | { readonly kind: 'first' }
  | { readonly kind: 'many' }
  | {
      readonly kind: 'wrapped';
      readonly member: string;
      readonly constants?: Readonly<Record<string, Scalar>>;
      /** The argument is one value, and no list: the object around it is there even where the value is unknown. */
      readonly single?: boolean;
    }
  | { readonly kind: 'keyed'; readonly key: string; readonly shape: Shape | { readonly value: string } }
  | { readonly kind: 'joined'; readonly by: string };

/** Known, but no property at AWS: kept beside the properties. */
export const META: Field = { to: '', meta: true };

/** A value that the provider hands on and does not keep in the state; that it is one is kept beside the properties. */
export function writeOnly(to: string): readonly Field[] {
  return [{ to }, META];
}

/** Said by a resource of its own (see `PartRow`). */
export const PART: readonly Field[] = [];

/** Kept beside the properties, with the provider's default. */
export function meta(value: Scalar): Field {
  return { to: '', meta: true, default: value };
}

/** A renaming with the provider's own default. */
export function withDefault(to: string, value: Scalar | readonly Scalar[]): Field {
  return { to, default: value };
}

/** Arguments whose name is the same but for the spelling: `memory_size` is `MemorySize`. */
export function spelled(...names: readonly string[]): Shape {
  return Object.fromEntries(names.map((name) => [name, pascalCase(name)]));
}

function pascalCase(name: string): string {
  return name.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** The rows of a type that Terraform knows under a second name. */
export function alias(from: string, row: TypeRow): TypeRow {
  return { ...row, from };
}

/** A block that may be written once. */
export function object(to: string, shape: Shape, constants?: Readonly<Record<string, Scalar>>): Field {
  return {
    to,
    as: constants === undefined ? { kind: 'object', shape } : { kind: 'object', shape, constants },
  };
}

/** A block that may be written several times. */
export function objects(
  to: string,
  shape: Shape,
  options: Omit<Extract<Conversion, { kind: 'objects' }>, 'kind' | 'shape'> = {},
): Field {
  return { to, as: { kind: 'objects', shape, ...options } };
}

/** A map that CloudFormation writes as a list of keys and values. */
export function pairs(to: string, key = 'Key', value = 'Value'): Field {
  return { to, as: { kind: 'pairs', key, value } };
}

/** The tags of a resource, the provider's default tags included. */
export const TAGS: Field = pairs('Tags');

/** JSON text that CloudFormation writes as an object. */
export function json(to: string): Field {
  return { to, as: { kind: 'json' } };
}

/** JSON text whose names begin with a small letter here and with a capital over there. */
export function capitalJson(to: string, exceptBelow: readonly string[]): Field {
  return { to, as: { kind: 'json', capitalsExceptBelow: exceptBelow } };
}

/** Each word in the other language; a word without translation stays as it is. */
export function words(to: string, translation: Readonly<Record<string, Scalar>>): Field {
  return { to, as: { kind: 'words', words: translation } };
}

/** The part of a text that CloudFormation writes on its own; `$1` is the first group of `find`. */
export function pattern(to: string, find: string, replacement: string): Field {
  return { to, as: { kind: 'pattern', find, with: replacement } };
}

/** A boolean that means the contrary over there. */
export function inverse(to: string): Field {
  return words(to, { true: false, false: true });
}

/** A boolean that CloudFormation writes in words. */
export function enabled(to: string, yes = 'Enabled', no = 'Disabled'): Field {
  return words(to, { true: yes, false: no });
}

/** A list of one that CloudFormation writes as a single value. */
export function first(to: string): Field {
  return { to, as: { kind: 'first' } };
}

/** A single value that CloudFormation writes as a list. */
export function many(to: string): Field {
  return { to, as: { kind: 'many' } };
}

/** Plain values that CloudFormation writes as a list of objects around them. */
export function wrapped(to: string, member: string, constants?: Readonly<Record<string, Scalar>>): Field {
  return {
    to,
    as: constants === undefined ? { kind: 'wrapped', member } : { kind: 'wrapped', member, constants },
  };
}

/** One setting among many that CloudFormation writes as a list of names and values. */
export function setting(to: string, name: string): Field {
  return { to, as: { kind: 'wrapped', member: 'Value', constants: { Key: name }, single: true } };
}

/** Repeated blocks that CloudFormation writes as an object by one of their arguments. */
export function keyed(to: string, key: string, shape: Shape): Field {
  return { to, as: { kind: 'keyed', key, shape } };
}

/** A list of texts that CloudFormation writes as one text. */
export function joined(to: string, by: string): Field {
  return { to, as: { kind: 'joined', by } };
}

export function fieldsOf(rule: Rule): readonly Field[] {
  if (typeof rule === 'string') return [{ to: rule }];
  return Array.isArray(rule) ? rule : [rule as Field];
}
