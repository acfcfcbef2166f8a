#!/usr/bin/env node
// Committed, so that a first `npm ci` links it before anything is built. Plain old syntax: any Node must be able to read it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const main = new URL('../dist/main.js', import.meta.url);

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`airworthy needs Node 22.12 or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else if (!existsSync(fileURLToPath(main))) {
  console.error('airworthy is not built yet: run "npm run build" in the repository.');
  process.exitCode = 2;
} else {
  const { enableCompileCache } = await import('node:module');
  if (major <= 24) {
    // Most runs end before code that is optimised in full has paid for that: only what runs very often is. V8 complains of
    // flags that it does not know, so only those versions are told that were tried.
    const { setFlagsFromString } = await import('node:v8');
    setFlagsFromString('--invocation-count-for-turbofan=30000');
  }
  enableCompileCache?.();
  await import(main.href);
}
