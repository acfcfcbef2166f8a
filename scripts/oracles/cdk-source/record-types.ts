/** Synthesizes small programs and keeps of which types their resources are, and which of them are functions: `node scripts/oracles/cdk-source/record-types.ts`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PROGRAMS, programOf } from './programs.ts';

const top = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const target = join(top, 'packages/engine/test/oracles/cdk-types.json');
// Within the project, so that its library is found.
const folder = mkdtempSync(join(dirname(fileURLToPath(import.meta.url)), 'programs-'));
const schema = join(folder, 'schema.graphql');
writeFileSync(schema, 'type Query { get(id: ID!): String }');

process.env['CDK_CONTEXT_JSON'] = '{ "aws:cdk:enable-path-metadata": true }';
const recorded: Record<string, { source: string; types: string[]; functions: string[] }> = {};
for (const [index, [name, body]] of Object.entries(PROGRAMS).entries()) {
  const out = join(folder, `out-${index}`);
  const file = join(folder, `program-${index}.mts`);
  writeFileSync(file, programOf(body, schema));
  process.env['CDK_OUTDIR'] = out;
  await import(pathToFileURL(file).href);
  const made = resourcesIn(out);
  recorded[name] = {
    source: programOf(body, 'schema.graphql'),
    types: [...new Set(made.map(({ Type }) => Type))].sort(),
    functions: made
      .flatMap(({ Type, Metadata }) =>
        Type === 'AWS::Lambda::Function' ? String(Metadata?.['aws:cdk:path']) : [],
      )
      .sort(),
  };
  process.stdout.write(`${name}: ${recorded[name].types.length}\n`);
}
rmSync(folder, { recursive: true });
writeFileSync(target, `${JSON.stringify(recorded, null, 1)}\n`);

interface Made {
  readonly Type: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

function resourcesIn(out: string): readonly Made[] {
  return readdirSync(out)
    .filter((file) => file.endsWith('.template.json'))
    .flatMap((file) => {
      const template = JSON.parse(readFileSync(join(out, file), 'utf8')) as {
        Resources?: Record<string, Made>;
      };
      return Object.values(template.Resources ?? {});
    });
}
