/** Prints the names that the mapping and the knowledge about CloudFormation use, as JSON, for `record.py`. */
import { DEFAULTS } from '../../../packages/engine/src/knowledge/defaults/index.ts';
import { EDGES } from '../../../packages/engine/src/knowledge/edges/index.ts';
import { IDENTITIES } from '../../../packages/engine/src/knowledge/identities/index.ts';
import { namesInMapping } from '../../../packages/engine/test/mapping/names.ts';
import { namesInKnowledge } from '../../../packages/engine/test/mapping/names-in-knowledge.ts';

const { terraform, cloudformation } = namesInMapping();
for (const [type, paths] of namesInKnowledge({ DEFAULTS, EDGES, IDENTITIES })) {
  const known = cloudformation.get(type) ?? new Set();
  cloudformation.set(type, new Set([...known, ...paths]));
}

const sorted = (names: Map<string, Set<string>>) =>
  Object.fromEntries(
    [...names].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([type, paths]) => [type, [...paths].sort()]),
  );

console.log(JSON.stringify({ terraform: sorted(terraform), cloudformation: sorted(cloudformation) }));
