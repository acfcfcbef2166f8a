import type { Default } from '../../model/value.ts';
import { onceFor } from '../../once-for.ts';
import { API_DOCUMENT_TYPES } from './api-documents/types.ts';
import { CHANGE_TYPES } from './changes/types.ts';
import { CLIENT_CALL_TYPES } from './client-calls/types.ts';
import { CODE_TYPES } from './code/types.ts';
import { CONTAINER_TYPES } from './containers/types.ts';
import { CONTRACT_TYPES } from './contracts/types.ts';
import { DOCUMENT_TYPES } from './documents/types.ts';
import { ENVIRONMENT_TYPES } from './environments/types.ts';
import { FRONT_END_TYPES } from './front-ends/types.ts';
import { MANIFEST_TYPES } from './manifests/types.ts';
import { MIGRATION_TYPES } from './migrations/types.ts';
import { MOVE_TYPES } from './moves/types.ts';
import { PIPELINE_TYPES } from './pipelines/types.ts';
import { PRACTICE_TYPES } from './practices/types.ts';
import { QUERY_TYPES } from './queries/types.ts';
import { REQUEST_TYPES } from './requests/types.ts';
import { RESILIENCE_TYPES } from './resilience/types.ts';
import { SCAN_RESULT_TYPES } from './scan-results/types.ts';
import { SECRET_TYPES } from './secrets/types.ts';
import { SESSION_TYPES } from './sessions/types.ts';
import { SIGNATURE_TYPES } from './signatures/types.ts';
import { TENANCY_TYPES } from './tenancy/types.ts';
import { TEST_TYPES } from './tests/types.ts';
import { WATCHING_TYPES } from './watching/types.ts';

/** What a type of fact is. Every property that a reader may write stands here, with a sentence. */
export interface FactType {
  /** One of them, as a noun phrase: `a package manifest`. */
  readonly is: string;
  /** An address as readers give it: `GET /cards`. */
  readonly address: string;
  /** By path (`[]` for list members); `*` stands for a name that the file gives. */
  readonly properties: Readonly<Record<string, string | FactProperty>>;
}

export interface FactProperty {
  readonly is: string;
  /** What holds where it is left out; nothing unless given. */
  readonly otherwise: string | number | boolean;
}

/** Every type of fact, by name: each subject keeps its own table beside its reader. */
export const REPOSITORY_TYPES = {
  ...CHANGE_TYPES,
  ...CLIENT_CALL_TYPES,
  ...CODE_TYPES,
  ...DOCUMENT_TYPES,
  ...ENVIRONMENT_TYPES,
  ...FRONT_END_TYPES,
  ...MANIFEST_TYPES,
  ...MOVE_TYPES,
  ...PIPELINE_TYPES,
  ...CONTRACT_TYPES,
  ...SIGNATURE_TYPES,
  ...PRACTICE_TYPES,
  ...QUERY_TYPES,
  ...REQUEST_TYPES,
  ...RESILIENCE_TYPES,
  ...SCAN_RESULT_TYPES,
  ...SECRET_TYPES,
  ...SESSION_TYPES,
  ...API_DOCUMENT_TYPES,
  ...CONTAINER_TYPES,
  ...MIGRATION_TYPES,
  ...TENANCY_TYPES,
  ...TEST_TYPES,
  ...WATCHING_TYPES,
} as const satisfies Record<`Repository::${string}`, FactType>;

export type RepositoryType = keyof typeof REPOSITORY_TYPES;

export const REPOSITORY_TYPE_NAMES = Object.keys(REPOSITORY_TYPES) as readonly RepositoryType[];

const ALL: Readonly<Record<string, FactType>> = REPOSITORY_TYPES;

/** What a fact of a type is called: `package manifest`. */
export function factWord(type: string): string | undefined {
  return Object.hasOwn(ALL, type) ? ALL[type]!.is.replace(/^(?:an?|the) /, '') : undefined;
}

/** The sentence on a property, or `undefined` where no type has such a property. */
export function factProperty(type: string, path: string): string | FactProperty | undefined {
  if (!Object.hasOwn(ALL, type)) return undefined;
  const rows = ALL[type]!.properties;
  if (Object.hasOwn(rows, path)) return rows[path];
  const patterns = patternsIn(rows);
  if (patterns.length === 0) return undefined;
  const steps = path.split('.');
  return patterns.find(({ row }) => fits(row, steps))?.property;
}

/** What holds where a property of a fact is left out: readers write everything that is there. */
export function factDefault(type: string, path: string): Default | undefined {
  const property = factProperty(type, path);
  if (property === undefined) return undefined;
  const value = typeof property === 'string' ? null : property.otherwise;
  return { value, source: 'nothing of the kind is written there' };
}

/** Rows that stand for members of any name: `items.*.name`. */
const patternsIn = onceFor((rows: FactType['properties']) =>
  Object.entries(rows).flatMap(([row, property]) =>
    row.includes('*') ? [{ row: row.split('.'), property }] : [],
  ),
);

function fits(row: readonly string[], path: readonly string[]): boolean {
  return row.length === path.length && row.every((step, i) => step === '*' || step === path[i]);
}
