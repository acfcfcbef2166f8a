/**
 * `npm run fuzz`: 200,000 hostile inputs (AIRWORTHY_FUZZ_RUNS changes the number, AIRWORTHY_FUZZ_SEED the seed).
 * Bytes: files of the examples and fixtures (each source alone, plans, assemblies, CDK source, connected templates, whole
 * repositories with their pipelines, code, manifests and documents) are broken, assessed and reported in every format;
 * nothing may throw, hang or show a stack trace.
 * Evidence: collected graphs lose pieces of evidence, the repository's own too, and repositories lose whole files; an outcome
 * may only gain possibilities.
 * Work is done in worker threads, so that a run that hangs is seen and named by its seed.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const runs = Number(process.env['AIRWORTHY_FUZZ_RUNS'] ?? 200_000);
const seed = Number(process.env['AIRWORTHY_FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
const workers = Math.min(availableParallelism(), 8);
/** By the clock: more on a machine that does much else. */
const HANG_SECONDS = Number(process.env['AIRWORTHY_FUZZ_HANG_SECONDS'] ?? 20);
/** Until all seeds are read. */
const START_SECONDS = 6 * HANG_SECONDS;

export interface Note {
  readonly kind: 'progress' | 'failure' | 'done';
  readonly bytes: number;
  readonly evidence: number;
  readonly running?: string;
  readonly failure?: string;
}

const counts = { bytes: new Array<number>(workers).fill(0), evidence: new Array<number>(workers).fill(0) };
const failures: string[] = [];
const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
const start = performance.now();

await Promise.all(
  Array.from({ length: workers }, (_, i) => {
    const share = Math.floor(runs / workers) + (i < runs % workers ? 1 : 0);
    return new Promise<void>((resolve) => {
      const worker = new Worker(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
        workerData: { runs: share, seed: seed + i * 1_000_003 },
        resourceLimits: { maxOldGenerationSizeMb: 3000 },
      });
      let running = 'nothing yet';
      let watchdog: NodeJS.Timeout;
      const watch = (seconds = HANG_SECONDS) => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => {
          failures.push(`hangs for over ${seconds} s: ${running}`);
          void worker.terminate().then(() => resolve());
        }, seconds * 1000);
      };
      watch(START_SECONDS);
      worker.on('message', (note: Note) => {
        counts.bytes[i] = note.bytes;
        counts.evidence[i] = note.evidence;
        running = note.running ?? running;
        if (note.failure !== undefined) failures.push(note.failure);
        watch();
        if (note.kind === 'done') {
          clearTimeout(watchdog);
          void worker.terminate().then(() => resolve());
        } else if (process.stderr.isTTY) {
          process.stderr.write(
            `\r${total(counts.bytes) + total(counts.evidence)} of ${runs}, ${failures.length} failures`,
          );
        }
      });
      worker.on('error', (error) => {
        failures.push(`${running}: ${error.message}`);
        clearTimeout(watchdog);
        resolve();
      });
    });
  }),
);

const seconds = Math.round((performance.now() - start) / 1000);
console.log(
  `${total(counts.bytes)} mutated files and ${total(counts.evidence)} graphs with hidden evidence in ${seconds} s (seed ${seed}): ${failures.length} failures`,
);
for (const failure of failures.slice(0, 20)) console.log(`- ${failure}`);
if (failures.length > 0) process.exitCode = 1;
