import { ENGINES_AS_OF } from './engines.ts';
import { MANAGED_POLICIES_AS_OF } from './managed-policies.ts';
import { RUNTIMES_AS_OF } from './runtimes.ts';

/** What a report rests on beside the code it read, and the day on which each was last looked up. */
export const KNOWLEDGE: readonly { readonly name: string; readonly date: string }[] = [
  { name: 'documented defaults', date: '2026-11-21' },
  { name: 'published metrics', date: '2026-11-21' },
  { name: 'TLS policies', date: '2026-11-21' },
  { name: 'Lambda runtimes', date: RUNTIMES_AS_OF },
  { name: 'versions of databases and Kubernetes', date: ENGINES_AS_OF },
  { name: 'policies managed by AWS', date: MANAGED_POLICIES_AS_OF },
];
