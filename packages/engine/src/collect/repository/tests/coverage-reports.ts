/** What a report of coverage says, as far as it is asked for. */
export interface CoverageReport {
  readonly format: 'lcov' | 'cobertura' | 'summary';
  /** Percentage of lines. */
  readonly lines: number;
  /** The files that it looks at, as it names them. */
  readonly files: readonly string[];
  readonly date?: string;
}

/** Reads a report; nothing where the file is none. */
export function coverageReport(file: string, text: string): CoverageReport | undefined {
  if (file.endsWith('lcov.info')) return lcov(text);
  return file.endsWith('.json') ? summary(text) : cobertura(text);
}

function lcov(text: string): CoverageReport | undefined {
  let found = 0;
  let hit = 0;
  const files: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('SF:')) files.push(cleaned(line.slice(3)));
    else if (line.startsWith('LF:')) found += Number(line.slice(3)) || 0;
    else if (line.startsWith('LH:')) hit += Number(line.slice(3)) || 0;
  }
  return found === 0 ? undefined : { format: 'lcov', lines: percent(hit, found), files };
}

/** Written by programs, an element a line: the head has the sums, each class its file. */
function cobertura(text: string): CoverageReport | undefined {
  const head = /<coverage\b[^>]{0,4000}>/.exec(text.slice(0, 20_000))?.[0];
  const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(head ?? '')?.[1];
  const rate = Number(attribute('line-rate'));
  if (head === undefined || attribute('line-rate') === undefined || !Number.isFinite(rate)) return undefined;
  const valid = Number(attribute('lines-valid'));
  const covered = Number(attribute('lines-covered'));
  const sources = [...text.matchAll(/<source>([^<]*)<\/source>/g)].map(([, said]) => cleaned(said!));
  const names = [...text.matchAll(/<class\b[^>]{0,2000}?\bfilename="([^"]*)"/g)].map(([, name]) =>
    cleaned(name!),
  );
  const files = names.flatMap((name) => sources.map((s) => (s === '' || s === '.' ? name : `${s}/${name}`)));
  const stamp = Number(attribute('timestamp'));
  const date = stamp > 0 ? dayOf(stamp) : undefined;
  const lines = valid > 0 && covered >= 0 ? percent(covered, valid) : Math.round(rate * 1000) / 10;
  return {
    format: 'cobertura',
    lines,
    files: sources.length === 0 ? names : files,
    ...(date === undefined ? {} : { date }),
  };
}

function summary(text: string): CoverageReport | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof root !== 'object' || root === null) return undefined;
  const pct = (root as { total?: { lines?: { pct?: unknown } } }).total?.lines?.pct;
  if (typeof pct !== 'number') return undefined;
  const files = Object.keys(root).filter((name) => name !== 'total');
  return { format: 'summary', lines: pct, files: files.map(cleaned) };
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 1000) / 10;
}

/** Seconds, or milliseconds, since 1970. */
function dayOf(stamp: number): string | undefined {
  const milliseconds = stamp > 1e11 ? stamp : stamp * 1000;
  return milliseconds > 8.64e15 ? undefined : new Date(milliseconds).toISOString().slice(0, 10);
}

/** A path with `/`, without `./` before it. */
function cleaned(path: string): string {
  return path.trim().replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/$/, '');
}
