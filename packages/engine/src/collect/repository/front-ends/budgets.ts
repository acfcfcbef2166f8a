import { fact, type Plain, placeIn, type RepositoryFact } from '../fact.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';

const FILES =
  /(^|\/)(\.?lighthouserc\.(json|ya?ml)|\.size-limit\.json|bundlesize\.config\.json|\.bundlewatch\.config\.json|bundlewatch\.config\.json|angular\.json|package\.json)$/;

/** Whether a file may hold a budget of pages. */
export function mayHoldBudgets(path: string): boolean {
  return FILES.test(path);
}

interface Budget {
  readonly tool: string;
  readonly of: 'scripts' | 'performance';
  readonly bytes?: number;
  readonly compressed?: boolean;
  readonly stops: boolean;
  readonly line: number;
}

/** The budgets that a file of settings holds. */
export function budgetsIn(file: string, text: string): readonly RepositoryFact[] {
  const { documents, problem } = readStructured(file, text);
  const [root] = documents;
  if (problem !== undefined || root === undefined) return [];
  const found = [...ofLighthouse(file, root), ...ofSizes(file, root), ...ofAngular(file, root)];
  return found.map((one) =>
    fact({
      type: 'Repository::PageBudget',
      address: `${file} ${one.tool} ${one.of}`,
      at: placeIn(file, one.line),
      properties: {
        path: file,
        tool: one.tool,
        of: one.of,
        bytes: one.bytes,
        ...(one.compressed ? { compressed: true } : {}),
        ...(one.stops ? { stops: true } : {}),
      } satisfies { [name: string]: Plain },
    }),
  );
}

type Structured = Parameters<typeof member>[0];

function lineOf(value: Structured): number {
  return value?.origin.at.line ?? 1;
}

/** Assertions of Lighthouse; its presets hold performance to 90 as an error. */
function ofLighthouse(file: string, root: Structured): readonly Budget[] {
  if (!/lighthouserc/.test(file)) return [];
  const asserted = member(member(root, 'ci'), 'assert');
  const own = [...membersOf(member(asserted, 'assertions'))].flatMap(([name, value]): Budget[] => {
    const [level, settings] = value.kind === 'list' ? itemsOf(value) : [value];
    const stops = textOf(level) === 'error';
    const line = lineOf(value);
    if (name === 'categories:performance') return [{ tool: 'lighthouse', of: 'performance', stops, line }];
    if (!/^resource-summary:script:size$|^total-byte-weight$/.test(name)) return [];
    const bytes = Number(textOf(member(settings, 'maxNumericValue')));
    return Number.isFinite(bytes) && bytes > 0
      ? [{ tool: 'lighthouse', of: 'scripts', bytes, compressed: true, stops, line }]
      : [];
  });
  const preset = textOf(member(asserted, 'preset'));
  return preset === 'lighthouse:recommended' || preset === 'lighthouse:all'
    ? [...own, { tool: 'lighthouse', of: 'performance', stops: true, line: lineOf(asserted) }]
    : own;
}

/** `size-limit`, `bundlesize` and `bundlewatch`, in files of their own or in `package.json`. All of them stop by themselves. */
function ofSizes(file: string, root: Structured): readonly Budget[] {
  const isManifest = /(^|\/)package\.json$/.test(file);
  const lists: readonly (readonly [string, Structured, string])[] = [
    [
      'size-limit',
      isManifest ? member(root, 'size-limit') : /size-limit/.test(file) ? root : undefined,
      'limit',
    ],
    [
      'bundlesize',
      filesOf(isManifest ? member(root, 'bundlesize') : /bundlesize/.test(file) ? root : undefined),
      'maxSize',
    ],
    [
      'bundlewatch',
      filesOf(isManifest ? member(root, 'bundlewatch') : /bundlewatch/.test(file) ? root : undefined),
      'maxSize',
    ],
  ];
  return lists.flatMap(([tool, list, name]) => {
    const items = itemsOf(list);
    const sizes = items.flatMap((item) => bytesOf(textOf(member(item, name))) ?? []);
    if (sizes.length === 0) return [];
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return [{ tool, of: 'scripts', bytes, compressed: true, stops: true, line: lineOf(items[0]) }] as const;
  });
}

function filesOf(value: Structured): Structured {
  return value?.kind === 'object' ? member(value, 'files') : value;
}

/** `budgets` of a build of Angular: the size before it is compressed. */
function ofAngular(file: string, root: Structured): readonly Budget[] {
  if (!/(^|\/)angular\.json$/.test(file)) return [];
  return [...membersOf(member(root, 'projects'))].flatMap(([, project]) => {
    const build = member(member(project, 'architect') ?? member(project, 'targets'), 'build');
    const settings = [
      member(build, 'options'),
      ...[...membersOf(member(build, 'configurations'))].map(([, one]) => one),
    ];
    return settings.flatMap((one) =>
      itemsOf(member(one, 'budgets')).flatMap((budget): Budget[] => {
        const bytes = bytesOf(textOf(member(budget, 'maximumError')));
        if (textOf(member(budget, 'type')) !== 'initial' || bytes === undefined) return [];
        return [{ tool: 'angular', of: 'scripts', bytes, stops: true, line: lineOf(budget) }];
      }),
    );
  });
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1000,
  kb: 1000,
  kib: 1024,
  m: 1e6,
  mb: 1e6,
  mib: 1024 ** 2,
};

/** `300 kB`, `1mb`. */
function bytesOf(text: string | undefined): number | undefined {
  const found = /^\s*([\d.]+)\s*([a-z]*)\s*$/i.exec(text ?? '');
  const unit = found === null ? undefined : UNITS[found[2]!.toLowerCase()];
  return unit === undefined ? undefined : Number(found![1]) * unit;
}
