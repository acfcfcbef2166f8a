/**
 * How fast and how large: `npm run bench` assesses generated corpora of 200, 2,000 and 20,000 different files, each in a
 * process of its own, beside the bare reading and parsing of the same files in the same process, in seconds of processor
 * time, so that other work on the machine counts for little; then with `assess` as people call it, start-up and report
 * included: with nothing kept, on unchanged files, and after one file was changed.
 * Limits: within 3 times of bare parsing; 100 files in under a second, start-up included; growth linear; the second run
 * three times faster than the first, byte for byte the same; and those of each source.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Corpus, writeCorpus } from './corpus.ts';
import { SOURCES } from './sources.ts';

/** Runs of the command on the same files, in seconds of processor time. */
interface Runs {
  readonly first: number;
  /** Nothing changed since the first one. */
  readonly second: number;
  /** One file changed since the second one, with what was kept and without. */
  readonly changed: number;
  readonly changedAlone: number;
  readonly same: boolean;
}

interface Measured {
  readonly files: number;
  readonly resources: number;
  readonly megabytes: number;
  readonly bareSeconds: number;
  readonly assessSeconds: number;
  readonly peakMegabytes: number;
}

const self = fileURLToPath(import.meta.url);
const bin = fileURLToPath(new URL('../packages/cli/bin/airworthy.js', import.meta.url));
/** Files whose outcomes fit into one text of JSON; larger corpora are compared by what the terminal shows. */
const LARGEST_JSON = 5_000;
/** How often a corpus is measured, where it is not larger than this. */
const TIMES = 3;
const LARGEST_REPEATED = 5_000;
/** Resources' worth of each source. */
const SOURCE_SIZES = [200, 2_000];
/** How much more a file or resource of the largest corpus may take than one of the smallest: growth is linear at 1. */
const MOST_GROWTH = 1.5;
/** What was written, beside it. */
const CORPUS = 'corpus.json';
const [mode, folder] = process.argv.slice(2);

if (mode === 'measure') console.log(JSON.stringify(await measure(folder!)));
else report();

async function measure(folder: string): Promise<Measured> {
  enableCompileCache(); // as the command does
  const { assessRepository } = await import('../packages/engine/src/index.ts');
  await import('../packages/engine/src/assess-now.ts'); // loaded outside the clock
  const { loadParser } = await import('../packages/engine/src/collect/terraform/syntax/parse.ts');
  const { grammarOf, loadGrammar } = await import('../packages/engine/src/collect/cdk/source/grammar.ts');
  const { Parser } = await import('web-tree-sitter');
  const { parseDocument } = await import('yaml');
  const parser = await loadParser(); // outside the clock, as for both
  const corpus = JSON.parse(await readFile(join(folder, CORPUS), 'utf8')) as Corpus;
  const script = corpus.paths.some((path) => path.endsWith('.ts'))
    ? new Parser().setLanguage(await loadGrammar(grammarOf('app.ts')!))
    : undefined;
  const bareStart = processorSeconds();
  for (const path of corpus.paths) {
    const text = await readFile(join(folder, path), 'utf8');
    if (path.endsWith('.tf')) parser.parse(path, text);
    else if (path.endsWith('.ts')) script?.parse(text)?.delete();
    // The engine reads templates with their places, and everything else of an assembly and a plan as it is.
    else if (path.endsWith('.json') && !path.endsWith('.template.json')) JSON.parse(text);
    else parseDocument(text, { logLevel: 'silent' });
  }
  const bareSeconds = processorSeconds() - bareStart;
  const assessStart = processorSeconds();
  const { assessment } = await assessRepository({
    path: folder,
    ...(corpus.plan === undefined ? {} : { plan: join(folder, corpus.plan) }),
    now: new Date(),
  });
  const assessSeconds = processorSeconds() - assessStart;
  return {
    files: corpus.paths.length,
    resources: assessment.coverage.resources.total,
    megabytes: corpus.bytes / 1e6,
    bareSeconds,
    assessSeconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** What this process has used so far, all of its threads together. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Hundredths of a second that ended processes of this one have used, where Linux tells; elsewhere the clock. */
function childSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return performance.now() / 1000;
  }
}

/**
 * Measures what was written below a folder, each time in a process of its own. Other work on the machine only adds, also
 * to processor time, by way of its caches: the time with the best ratio counts. Large corpora are measured once.
 */
function measured(folder: string, corpus: Corpus): Measured {
  writeFileSync(join(folder, CORPUS), JSON.stringify(corpus));
  const times = Array.from({ length: corpus.paths.length > LARGEST_REPEATED ? 1 : TIMES }, () => {
    const said = execFileSync(process.execPath, ['--max-old-space-size=12000', self, 'measure', folder], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    return JSON.parse(said) as Measured;
  });
  return times.sort((a, b) => ratioOf(a) - ratioOf(b))[0]!;
}

/** How many times the bare reading and parsing assessing takes. */
function ratioOf({ assessSeconds, bareSeconds }: Measured): number {
  return assessSeconds / bareSeconds;
}

/** Each source on its own, within the limit of its own. */
function reportSources(): boolean {
  console.log('\n| source | files | resources | MB | bare s | assess s | ratio | limit | ms per resource |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  let within = true;
  for (const { name, limit, write } of SOURCES) {
    let smallest: number | undefined;
    for (const size of SOURCE_SIZES) {
      const folder = mkdtempSync(join(tmpdir(), 'airworthy-bench-'));
      try {
        const m = measured(folder, write(folder, size));
        const ratio = m.assessSeconds / m.bareSeconds;
        const last = size === SOURCE_SIZES.at(-1);
        // Small ones are read while the code is still being compiled: they are shown, and judged by nobody.
        const each = m.assessSeconds / m.resources;
        smallest ??= each;
        if (last && (ratio > limit || each > smallest * MOST_GROWTH)) within = false;
        console.log(
          `| ${name} | ${m.files} | ${m.resources} | ${m.megabytes.toFixed(1)} | ${m.bareSeconds.toFixed(2)} | ${m.assessSeconds.toFixed(2)} | ${ratio.toFixed(2)} | ${last ? limit : ''} | ${(each * 1000).toFixed(2)} |`,
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  }
  return within;
}

function report(): void {
  const sizes = (process.env['AIRWORTHY_BENCH_FILES'] ?? '200,2000,20000').split(',').map(Number);
  const rows: Measured[] = [];
  const again: (Runs & { readonly files: number })[] = [];
  console.log('| files | MB | bare read+parse s | assess s | ratio | MB/s | files/s | peak MB |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'airworthy-bench-'));
    try {
      const m = measured(folder, writeCorpus(folder, size));
      rows.push(m);
      again.push({ files: size, ...runAgain(folder, size <= LARGEST_JSON ? ['--json'] : []) });
      console.log(
        `| ${m.files} | ${m.megabytes.toFixed(1)} | ${m.bareSeconds.toFixed(2)} | ${m.assessSeconds.toFixed(2)} | ${(m.assessSeconds / m.bareSeconds).toFixed(2)} | ${(m.megabytes / m.assessSeconds).toFixed(2)} | ${Math.round(m.files / m.assessSeconds)} | ${Math.round(m.peakMegabytes)} |`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const small = startToEnd(100);
  console.log(`\n100 files, start-up included: ${small.toFixed(2)} s by the clock (limit 1 s)`);
  const worst = Math.max(...rows.map((m) => m.assessSeconds / m.bareSeconds));
  console.log(`worst ratio to bare parsing: ${worst.toFixed(2)} (limit 3)`);
  const perFile = rows.map((m) => m.assessSeconds / m.files);
  const growth = perFile.at(-1)! / perFile[0]!;
  console.log(
    `time per file, largest against smallest corpus: ${growth.toFixed(2)} (linear is 1, limit ${MOST_GROWTH})`,
  );
  console.log(
    '\n| files | first run s | unchanged s | times less | one changed s | without cache s | same bytes |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const { files, first, second, changed, changedAlone, same } of again) {
    console.log(
      `| ${files} | ${first.toFixed(2)} | ${second.toFixed(2)} | ${(first / second).toFixed(1)} | ${changed.toFixed(2)} | ${changedAlone.toFixed(2)} | ${same ? 'yes' : 'NO'} |`,
    );
  }
  const least = Math.min(...again.map(({ first, second }) => first / second));
  console.log(`\nsecond run, least gain: ${least.toFixed(1)} times (limit 3)`);
  const within = reportSources();
  const changed = again.some(({ same }) => !same);
  if (!within || worst > 3 || small > 1 || growth > MOST_GROWTH || least < 3 || changed) process.exitCode = 1;
}

/** The command on files that it has not seen, and again; the key lies in a folder of its own. */
function runAgain(folder: string, options: readonly string[]): Runs {
  const home = mkdtempSync(join(tmpdir(), 'airworthy-bench-home-'));
  const results = join(home, 'results.json');
  const run = (...more: string[]): { readonly seconds: number; readonly digest: string } => {
    const output = openSync(results, 'w');
    const start = childSeconds();
    try {
      const given = ['--max-old-space-size=12000', bin, 'assess', folder, ...options, ...more];
      execFileSync(process.execPath, given, {
        stdio: ['ignore', output, 'ignore'],
        env: { ...process.env, XDG_CACHE_HOME: home },
      });
    } catch {} // NO-GO ends with 1
    const seconds = childSeconds() - start;
    closeSync(output);
    return { seconds, digest: createHash('sha256').update(readFileSync(results)).digest('hex') };
  };
  try {
    const first = run();
    const second = run();
    appendFileSync(join(folder, 'service-0/part-1.tf'), '# one more line\n');
    const changed = run();
    const alone = run('--no-cache');
    return {
      first: first.seconds,
      second: second.seconds,
      changed: changed.seconds,
      changedAlone: alone.seconds,
      same: first.digest === second.digest && changed.digest === alone.digest,
    };
  } finally {
    rmSync(home, { recursive: true });
  }
}

function startToEnd(files: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'airworthy-bench-'));
  try {
    writeCorpus(folder, files);
    const times = [0, 1, 2].map(() => {
      const start = performance.now();
      try {
        execFileSync(process.execPath, [bin, 'assess', folder, '--no-cache'], { stdio: 'ignore' });
      } catch {} // NO-GO ends with 1
      return (performance.now() - start) / 1000;
    });
    return times.sort((a, b) => a - b)[1]!;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
