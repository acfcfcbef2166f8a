import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')
  .describe('YYYY-MM-DD, the day included');

/** A gap that somebody answers for. Without owner, reason and date it is not valid. */
const waiver = z
  .strictObject({
    check: z.string().describe('id of the check'),
    resource: z
      .string()
      .optional()
      .describe('address of the resource; * stands for any text; without it, every resource'),
    reason: z.enum(['accepted-risk', 'compensating-control', 'false-positive', 'not-applicable', 'planned']),
    text: z.string().min(1).describe('why, for whoever reads it later'),
    owner: z.string().min(1),
    until: date,
  })
  .describe('A gap that is accepted for a time, by somebody, for a reason');

const attestation = z
  .strictObject({
    fact: z.string().describe('requirement (BKP-07) or id of the check that it answers'),
    owner: z.string().min(1),
    date,
    link: z.string().optional().describe('where the proof lies'),
    expires: date,
    text: z.string().optional(),
  })
  .describe('A fact that no machine can see, stated by somebody, for a time');

const criterion = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1).describe('a sentence that is true when it holds'),
  broken: z.string().min(1).optional().describe('what to say when it does not hold'),
  severity: z.enum(['critical', 'high', 'medium', 'low']).optional().describe('all checks of this severity'),
  requirements: z.array(z.string().regex(/^[A-Z]{3}-\d{2}$/)).optional(),
  checks: z.array(z.string()).optional(),
});

const environment = z.strictObject({
  production: z.boolean().optional().describe('the one that is assessed unless --env says otherwise'),
  files: z
    .array(z.string())
    .optional()
    .describe('files of values: tfvars or template parameters, relative to this file'),
});

/** `airworthy.yaml`. Everything is optional. */
export const configurationSchema = z
  .strictObject({
    service: z.string().optional().describe('name of the service, as reports show it'),
    owner: z.string().optional(),
    tier: z.enum(['critical', 'standard', 'experimental']).optional(),
    environments: z.record(z.string(), environment).optional(),
    regions: z.array(z.string()).optional(),
    criteria: z
      .strictObject({
        scope: z.enum(['code', 'launch']).optional().describe('launch: what was not asked counts as unknown'),
        go: z.array(criterion).optional().describe('replaces the default criteria'),
      })
      .optional(),
    waivers: z.array(z.unknown()).optional().describe('see waiver'),
    attestations: z.array(z.unknown()).optional().describe('see attestation'),
  })
  .describe('Airworthy: the service, its environments, the criteria of a launch, waivers and attestations');

export type Configuration = z.infer<typeof configurationSchema>;
export type Waiver = z.infer<typeof waiver>;
export type Attestation = z.infer<typeof attestation> & {
  /** Where it is written. */
  readonly at?: { readonly file: string; readonly line: number };
};

/** What `airworthy.yaml` says, and what of it is not valid. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly waivers: readonly Waiver[];
  readonly attestations: readonly Attestation[];
  /** What any attestation is about, whether it is valid or not: that much somebody asked. */
  readonly stated: readonly string[];
  /** Waivers and attestations that are malformed: they do not count, and the report says so. */
  readonly notices: readonly string[];
}

/** A configuration that cannot be used: the message names the place and what to do. */
export class ConfigurationError extends Error {}

/** Reads `airworthy.yaml`. Throws {@link ConfigurationError} with file, line and what is wrong. */
export function readConfiguration(file: string, text: string): ReadConfiguration {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', logLevel: 'silent' });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const line = broken.linePos?.[0].line ?? 1;
    throw new ConfigurationError(`${file}:${line}: ${firstLine(broken.message)}; correct the YAML there`);
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new ConfigurationError(
      `${file}: ${firstLine(String((error as Error).message))}; write the aliases out`,
    );
  }
  const parsed = configurationSchema.safeParse(data ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const at = issue.path.length === 0 ? 'the file' : issue.path.join('.');
    throw new ConfigurationError(
      `${file}:${lineOf(document, lines, issue.path)}: ${at}: ${issue.message}; the schema is airworthy.schema.json`,
    );
  }
  const notices: string[] = [];
  const waivers = valid(parsed.data.waivers ?? [], waiver, 'waiver', file, notices);
  const entries = parsed.data.attestations ?? [];
  const attestations = entries.flatMap((entry, index) => {
    const at = { file, line: lineOf(document, lines, ['attestations', index, 'fact']) };
    return valid([entry], attestation, 'attestation', file, notices, index).map((one) => ({ ...one, at }));
  });
  const stated = entries.flatMap((entry) => {
    const fact = (entry as { fact?: unknown } | null)?.fact;
    return typeof fact === 'string' ? [fact] : [];
  });
  return { configuration: parsed.data, waivers, attestations, stated, notices };
}

/** JSON Schema of `airworthy.yaml`, for editors. */
export function configurationJsonSchema(): unknown {
  const schema = configurationSchema.extend({
    waivers: z.array(waiver).optional(),
    attestations: z.array(attestation).optional(),
  });
  return { title: 'airworthy.yaml', ...z.toJSONSchema(schema) };
}

function valid<T>(
  entries: readonly unknown[],
  schema: z.ZodType<T>,
  what: string,
  file: string,
  notices: string[],
  before = 0,
): readonly T[] {
  return entries.flatMap((entry, own) => {
    const index = before + own;
    const parsed = schema.safeParse(entry);
    if (parsed.success) return [parsed.data];
    const issue = parsed.error.issues[0]!;
    notices.push(
      `${file}: ${what} ${index + 1} is not valid and does not count: ${issue.path.join('.') || 'it'}: ${issue.message}`,
    );
    return [];
  });
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const name = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((p) => isScalar(p.key) && p.key.value === name);
      if (pair !== undefined && isScalar(pair.key) && pair.key.range)
        return lines.linePos(pair.key.range[0]).line;
    }
  }
  return 1;
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.replace(/:$/, '');
}
