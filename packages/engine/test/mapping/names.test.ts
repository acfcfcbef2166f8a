import { describe, expect, it } from 'vitest';
import { JOIN_ROWS, TYPE_ROWS } from '../../src/collect/terraform/mapping/map.ts';
import { SERVICES } from '../../src/collect/terraform/mapping/services/index.ts';
import { DEFAULTS } from '../../src/knowledge/defaults/index.ts';
import { EDGES } from '../../src/knowledge/edges/index.ts';
import { IDENTITIES } from '../../src/knowledge/identities/index.ts';
import cloudformation from '../oracles/mapping/cloudformation.json' with { type: 'json' };
import terraform from '../oracles/mapping/terraform.json' with { type: 'json' };
import { type Names, namesInMapping } from './names.ts';
import { namesInKnowledge } from './names-in-knowledge.ts';

/** The names that the schemas of the providers do not have; see `scripts/oracles/mapping`. */
function missing(names: Names, recorded: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return [...names].flatMap(([type, paths]) => {
    const known = Object.hasOwn(recorded, type) ? new Set(recorded[type]) : undefined;
    if (known === undefined) return [type];
    return [...paths].filter((path) => !known.has(path)).map((path) => `${type} ${path}`);
  });
}

describe('names', () => {
  const mapping = namesInMapping();

  it('of Terraform arguments exist in the provider schema', () => {
    expect(missing(mapping.terraform, terraform.names)).toEqual([]);
  });

  it('of CloudFormation properties exist in the resource schemas', () => {
    expect(missing(mapping.cloudformation, cloudformation.names)).toEqual([]);
  });

  it('in defaults, edges and identities exist in the resource schemas', () => {
    expect(missing(namesInKnowledge({ DEFAULTS, EDGES, IDENTITIES }), cloudformation.names)).toEqual([]);
  });

  it('are mapped once for each Terraform type', () => {
    const rows = SERVICES.flatMap((service) => [
      ...service.types.filter((row) => row.when === undefined).map((row) => row.from),
      ...(service.joins ?? []).map((row) => row.from),
    ]);
    expect(rows.filter((name, at) => rows.indexOf(name) !== at)).toEqual([]);
  });

  it('cover at least 85 Terraform types', () => {
    expect(new Set([...TYPE_ROWS.keys(), ...JOIN_ROWS.keys()]).size).toBeGreaterThanOrEqual(85);
  });
});
