/**
 * How long the repository itself takes: `npm run bench:repository` writes applications of 1,000 and 8,000 source files
 * (`application.ts`) and assesses each as people do, in a process of its own, start-up and report included: with nothing
 * kept, again on unchanged files, and after one file was changed. Seconds are processor time of all threads together, so that
 * other work on the machine counts for less; limits that somebody waits for are by the clock.
 * Limits: 1,000 files in 3 s without the cache and 1 s again; growth linear; memory for each further file; and 50,000 files end
 * in the memory that Node takes on a machine of 8 GB, the code behind what is read told as such.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeApplication } from './application.ts';

const bin = fileURLToPath(new URL('../packages/cli/bin/airworthy.js', import.meta.url));
const SIZES = (process.env['AIRWORTHY_BENCH_FILES'] ?? '1000,8000').split(',').map(Number);
/** How often each is measured; the least counts, for other work only adds. */
const TIMES = Number(process.env['AIRWORTHY_BENCH_TIMES'] ?? 3);
/** Those of 1,000 files. */
const LIMITS = { alone: 3, again: 1 };
/** How much more a file of the largest application may take than one of the smallest: growth is linear at 1. */
const MOST_GROWTH = 1.3;
/** Megabytes that each thousand further files may take. */
const MOST_MEMORY = 150;
/** More than is read: how many files, and the megabytes that Node has for them. */
const MANY = { files: 50_000, megabytes: 2048 };

interface Ran {
  readonly seconds: number;
  readonly clock: number;
  readonly megabytes: number;
  readonly digest: string;
}

interface Measured {
  readonly files: number;
  readonly megabytes: number;
  readonly alone: Ran;
  readonly first: Ran;
  readonly again: Ran;
  readonly changed: Ran;
  readonly same: boolean;
}

report(SIZES.map(measured));
reportMany();

function report(rows: readonly Measured[]): void {
  console.log(
    '| source files | MB | without cache s | clock s | peak MB | first s | unchanged s | one changed s | same bytes |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const { files, megabytes, alone, first, again, changed, same } of rows)
    console.log(
      `| ${files} | ${megabytes.toFixed(1)} | ${alone.seconds.toFixed(2)} | ${alone.clock.toFixed(2)} | ${Math.round(alone.megabytes)} | ${first.seconds.toFixed(2)} | ${again.seconds.toFixed(2)} | ${changed.seconds.toFixed(2)} | ${same ? 'yes' : 'NO'} |`,
    );
  const [smallest, largest] = [rows[0]!, rows.at(-1)!];
  const each = ({ files, alone }: Measured) => alone.seconds / files;
  const growth = each(largest) / each(smallest);
  const thousands = (largest.files - smallest.files) / 1000;
  const memory = thousands === 0 ? 0 : (largest.alone.megabytes - smallest.alone.megabytes) / thousands;
  const perThousand = ({ clock }: Ran) => (clock / Math.max(smallest.files, 1000)) * 1000;
  console.log(`\ntime per file, largest against smallest: ${growth.toFixed(2)} (limit ${MOST_GROWTH})`);
  console.log(`memory for a thousand more files: ${Math.round(memory)} MB (limit ${MOST_MEMORY} MB)`);
  console.log(
    `1,000 files by the clock: ${perThousand(smallest.alone).toFixed(2)} s without the cache (limit ${LIMITS.alone} s), ${perThousand(smallest.again).toFixed(2)} s again (limit ${LIMITS.again} s)`,
  );
  const within =
    growth <= MOST_GROWTH &&
    memory <= MOST_MEMORY &&
    perThousand(smallest.alone) <= LIMITS.alone &&
    perThousand(smallest.again) <= LIMITS.again &&
    rows.every(({ same }) => same);
  if (!within) process.exitCode = 1;
}

/** A process that runs out of memory says nothing, and ends by a signal. */
function reportMany(): void {
  const folder = mkdtempSync(join(tmpdir(), 'airworthy-bench-'));
  const home = mkdtempSync(join(tmpdir(), 'airworthy-bench-home-'));
  try {
    writeApplication(folder, MANY.files);
    const { clock, megabytes } = run(
      folder,
      home,
      ['--no-cache'],
      [`--max-old-space-size=${MANY.megabytes}`],
    );
    const said = readFileSync(join(home, 'report.json'), 'utf8');
    const isTold = said.includes('characters of code that are read in one repository');
    console.log(
      `${MANY.files} files in ${MANY.megabytes} MB: ${clock.toFixed(0)} s, at most ${Math.round(megabytes)} MB; what was not read is ${isTold ? '' : 'NOT '}told`,
    );
    if (!isTold) process.exitCode = 1;
  } finally {
    for (const made of [folder, home]) rmSync(made, { recursive: true });
  }
}

function measured(size: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'airworthy-bench-'));
  const home = mkdtempSync(join(tmpdir(), 'airworthy-bench-home-'));
  try {
    const { paths, bytes } = writeApplication(folder, size);
    const least = (...options: string[]) => leastOf(() => run(folder, home, options));
    const alone = least('--no-cache');
    const first = leastOf(() => {
      rmSync(join(folder, '.airworthy'), { recursive: true, force: true });
      return run(folder, home);
    });
    const again = least();
    let line = 0;
    const changed = leastOf(() => {
      appendFileSync(join(folder, 'src/logger.ts'), `// ${line++}\n`);
      return run(folder, home);
    });
    const fresh = run(folder, home, ['--no-cache']);
    const same = alone.digest === again.digest && changed.digest === fresh.digest;
    return { files: paths.length, megabytes: bytes / 1e6, alone, first, again, changed, same };
  } finally {
    for (const made of [folder, home]) rmSync(made, { recursive: true });
  }
}

function leastOf(work: () => Ran): Ran {
  return Array.from({ length: TIMES }, work).sort((a, b) => a.clock - b.clock)[0]!;
}

/** The command, as a process of its own that tells its use of time and memory when it ends. */
function run(
  folder: string,
  home: string,
  options: readonly string[] = [],
  ofNode: readonly string[] = [],
): Ran {
  const said = join(home, 'report.json');
  const used = join(home, 'used.json');
  const output = openSync(said, 'w');
  const told = `import { writeFileSync } from 'node:fs';
    process.on('exit', () => writeFileSync(${JSON.stringify(used)}, JSON.stringify(process.resourceUsage())));`;
  const start = performance.now();
  try {
    const given = [...ofNode, '--import', `data:text/javascript,${encodeURIComponent(told)}`];
    execFileSync(process.execPath, [...given, bin, 'assess', folder, '--json', ...options], {
      stdio: ['ignore', output, 'ignore'],
      env: { ...process.env, XDG_CACHE_HOME: home },
    });
  } catch {} // NO-GO ends with 1
  const clock = (performance.now() - start) / 1000;
  closeSync(output);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    readFileSync(used, 'utf8'),
  ) as NodeJS.ResourceUsage;
  return {
    seconds: (userCPUTime + systemCPUTime) / 1e6,
    clock,
    megabytes: maxRSS / 1024,
    digest: createHash('sha256').update(readFileSync(said)).digest('hex'),
  };
}
