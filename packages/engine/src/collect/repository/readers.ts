import { apiDocuments } from './api-documents/reader.ts';
import { changes } from './changes/reader.ts';
import { clientCalls } from './client-calls/reader.ts';
import { code } from './code/reader.ts';
import { containers } from './containers/reader.ts';
import { contracts } from './contracts/reader.ts';
import { documents } from './documents/reader.ts';
import { environments } from './environments/reader.ts';
import { frontEnds } from './front-ends/reader.ts';
import { manifests } from './manifests/reader.ts';
import { migrations } from './migrations/reader.ts';
import { moves } from './moves/reader.ts';
import { pipelines } from './pipelines/reader.ts';
import { practices } from './practices/reader.ts';
import { queries } from './queries/reader.ts';
import type { Reader } from './reader.ts';
import { requests } from './requests/reader.ts';
import { resilience } from './resilience/reader.ts';
import { scanResults } from './scan-results/reader.ts';
import { secrets } from './secrets/reader.ts';
import { sessions } from './sessions/reader.ts';
import { signatures } from './signatures/reader.ts';
import { tenancy } from './tenancy/reader.ts';
import { coverage } from './tests/coverage.ts';
import { languages } from './tests/languages.ts';
import { loadTests } from './tests/load-tests.ts';
import { tests } from './tests/reader.ts';
import { watching } from './watching/reader.ts';

/** Every reader, in the order in which they are asked. */
export const READERS: readonly Reader[] = [
  apiDocuments,
  clientCalls,
  changes,
  code,
  containers,
  contracts,
  coverage,
  documents,
  environments,
  languages,
  loadTests,
  frontEnds,
  manifests,
  migrations,
  moves,
  pipelines,
  practices,
  queries,
  requests,
  resilience,
  scanResults,
  secrets,
  sessions,
  signatures,
  tenancy,
  tests,
  watching,
];
