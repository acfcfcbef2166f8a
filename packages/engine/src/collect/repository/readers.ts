import { code } from './code/reader.ts';
import { documents } from './documents/reader.ts';
import { manifests } from './manifests/reader.ts';
import { pipelines } from './pipelines/reader.ts';
import type { Reader } from './reader.ts';
import { secrets } from './secrets/reader.ts';

/** Every reader, in the order in which they are asked. */
export const READERS: readonly Reader[] = [code, documents, manifests, pipelines, secrets];
