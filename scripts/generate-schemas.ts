import { mkdir, writeFile } from 'node:fs/promises';
import { configurationJsonSchema } from '../packages/engine/src/assess/configuration.ts';
import { assessmentSchema } from '../packages/engine/src/report/json/schema.ts';

/** Writes the published JSON Schemas from the definitions that the types come from: `node scripts/generate-schemas.ts`. */
const folder = new URL('../packages/engine/schemas/', import.meta.url);
const schemas = {
  'assessment.schema.json': assessmentSchema(),
  'airworthy.schema.json': configurationJsonSchema(),
};

await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  await writeFile(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
