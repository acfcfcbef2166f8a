import { JOIN_ROWS, TYPE_ROWS } from './map.ts';

/**
 * What resources of these Terraform types could be once they are read: `holds` are the types that stand in the graph then,
 * `configures` those of resources that they may set something of.
 */
export function possibleTypes(terraformTypes: readonly string[]): {
  readonly holds: readonly string[];
  readonly configures: readonly string[];
} {
  const holds = terraformTypes.flatMap((type) => [
    type,
    ...(TYPE_ROWS.get(type) ?? []).flatMap((row) => [row.to, ...(row.parts ?? []).map((part) => part.to)]),
  ]);
  const configures = terraformTypes.flatMap((type) =>
    (JOIN_ROWS.get(type)?.into ?? []).map((target) => target.type),
  );
  return { holds: [...new Set(holds)], configures: [...new Set(configures)] };
}
