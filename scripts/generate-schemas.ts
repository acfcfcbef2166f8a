import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { assessmentSchema } from '../packages/engine/src/report/json/schema.ts';

/** Writes the published JSON Schemas from the definitions that the types come from: `node scripts/generate-schemas.ts`. */
const folder = new URL('../packages/engine/schemas/', import.meta.url);
const schemas = { 'assessment.schema.json': assessmentSchema() };

await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  await writeFile(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`wrote ${fileURLToPath(new URL(name, folder))}`);
}
