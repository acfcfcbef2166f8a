/**
 * Shapes of JSON documents: one definition gives the published JSON Schema and, by inference, the TypeScript type,
 * so that the two cannot differ.
 */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** Carries the type only; never set. */
  readonly is?: T;
}

export type JsonSchema = { readonly [keyword: string]: unknown };
export type TypeOf<S> = S extends Shape<infer T> ? T : never;

interface OptionalShape<T> extends Shape<T> {
  readonly optional: true;
}
type Members = { readonly [name: string]: Shape<unknown> };
type Simplify<T> = { [K in keyof T]: T[K] } & {};
type RecordOf<M extends Members> = Simplify<
  { readonly [K in keyof M as M[K] extends OptionalShape<unknown> ? never : K]: TypeOf<M[K]> } & {
    readonly [K in keyof M as M[K] extends OptionalShape<unknown> ? K : never]?: TypeOf<M[K]>;
  }
>;

export const text = (description?: string): Shape<string> => ({
  schema: described({ type: 'string' }, description),
});

export const flag = (description?: string): Shape<boolean> => ({
  schema: described({ type: 'boolean' }, description),
});

export const share = (description?: string): Shape<number> => ({
  schema: described({ type: 'number', minimum: 0, maximum: 1 }, description),
});

export const whole = (minimum: number, description?: string): Shape<number> => ({
  schema: described({ type: 'integer', minimum }, description),
});

export const amount = (description?: string): Shape<number> => ({
  schema: described({ type: 'number' }, description),
});

export const exactly = <const V extends string>(value: V): Shape<V> => ({ schema: { const: value } });

export const oneOf = <const V extends string>(values: readonly V[], description?: string): Shape<V> => ({
  schema: described({ enum: values }, description),
});

export const listOf = <T>(item: Shape<T>, description?: string): Shape<readonly T[]> => ({
  schema: described({ type: 'array', items: item.schema }, description),
});

export const nullable = <T>(shape: Shape<T>): Shape<T | null> => ({
  schema: { anyOf: [shape.schema, { type: 'null' }] },
});

export const optional = <T>(shape: Shape<T>): OptionalShape<T> => ({ schema: shape.schema, optional: true });

/** An object. More members may appear in later versions: adding one is not a breaking change. */
export function record<M extends Members>(members: M, description?: string): Shape<RecordOf<M>> {
  const entries = Object.entries(members);
  return {
    schema: described(
      {
        type: 'object',
        required: entries.filter(([, shape]) => !('optional' in shape)).map(([name]) => name),
        properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
      },
      description,
    ),
  };
}

function described(schema: JsonSchema, description: string | undefined): JsonSchema {
  return description === undefined ? schema : { description, ...schema };
}
