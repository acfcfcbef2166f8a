import { moduleOf } from '../code/modules.ts';
import { isReadableCode } from '../code/syntax/parse.ts';
import { importPath } from '../code/syntax/path.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { fact, placeIn } from '../fact.ts';
import { readEach } from '../findings.ts';
import type { Reader } from '../reader.ts';

const TYPES = ['Repository::ContractTest'] as const;

/** Tests, and code that runs, in which answers are compared with an API document. */
export const contracts: Reader = {
  name: 'contracts',
  types: TYPES,
  wants: (path, kind) => isReadableCode(path) && kind === 'test',
  read: (files, source) =>
    readEach(files, source, TYPES, async (file, text, findings) => {
      // Most tests have none of it, and need not be parsed.
      const documents = MENTIONED.test(text) ? documentsIn(text) : [];
      const module = documents.length === 0 ? undefined : await moduleOf(source, file, text);
      const used = module === undefined ? undefined : comparisonIn(module);
      if (used === undefined) return;
      findings.add(
        fact({
          type: 'Repository::ContractTest',
          address: `answers compared in ${file}`,
          at: placeIn(file, used.line, used.column),
          properties: { path: file, library: used.library, documents },
        }),
      );
    }),
};

/** Packages that compare answers with an API document or a JSON schema, with what of them does. Sources: their README. */
const COMPARES: readonly { readonly library: string; readonly module: RegExp; readonly calls: RegExp }[] = [
  {
    library: 'jsonschema',
    module: /^(jsonschema|fastjsonschema|openapi_schema_validator)\b/,
    calls: /(^|\.)(validate|iter_errors|is_valid|compile)$/,
  },
  { library: 'openapi-core', module: /^openapi_core\b/, calls: /(validate|unmarshal)(_\w+)?_response$/ },
  {
    library: 'schemathesis',
    module: /^schemathesis\b/,
    calls: /(call_and_validate|validate_response|parametrize)$/,
  },
  { library: 'jest-openapi', module: /^jest-openapi$/, calls: /toSatisfyApiSpec$/ },
  { library: 'vitest-openapi', module: /^vitest-openapi$/, calls: /toSatisfyApiSpec$/ },
  { library: 'ajv', module: /^ajv\b/, calls: /(^|\.)(compile|validate)$/ },
  {
    library: 'openapi-response-validator',
    module: /^openapi-response-validator$/,
    calls: /validateResponse$/,
  },
];

const MENTIONED = /jsonschema|openapi|schemathesis|ajv/i;
const DOCUMENT = /['"`]([^'"`\n]*\.(?:ya?ml|json))['"`]/g;

function comparisonIn(module: SourceModule) {
  for (const one of COMPARES) {
    if (!module.imports.some((used) => one.module.test(used.module) || one.module.test(importPath(used))))
      continue;
    const call = module.calls.find(({ callee }) => one.calls.test(nameOf(callee)));
    if (call !== undefined) return { library: one.library, ...call.at };
  }
  return undefined;
}

function nameOf(callee: Expression): string {
  return callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
}

/** Names of files that are written as texts and look like documents. */
function documentsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(DOCUMENT)].map(([, path]) => path!.replace(/^.*\//, '')))];
}
