import packageJson from '../package.json' with { type: 'json' };
import { assess } from './assess/assess.ts';
import { type Assessed, type CacheOptions, rememberedRun } from './cache/remembered-run.ts';
import { CannotRun } from './cannot-run.ts';
import { areaOf, type Check } from './catalog/check.ts';
import { CHECKS, NOTES } from './catalog/index.generated.ts';
import { type CollectOptions, collectRepository } from './collect-repository.ts';
import { documentedDefault } from './knowledge/defaults/index.ts';
import { EDGES } from './knowledge/edges/index.ts';
import { quotedTexts, sourcesOf } from './quoted-texts.ts';
import type { RenderOptions, Run } from './report/format.ts';
import { FORMATS, type FormatName } from './report/formats.generated.ts';

export type { Assessment, ReportedOutcome } from './assess/assessment.ts';
export type { FormatName, RenderOptions, Run };
export { CannotRun, type CollectOptions, collectRepository };

export interface AssessOptions extends CollectOptions {
  /** Ids of checks, requirements or areas. */
  readonly select?: { readonly only: readonly string[]; readonly skip: readonly string[] };
  /** Remember the result under `.airworthy/` of the assessed folder; not unless given. */
  readonly cache?: CacheOptions;
}

/** Reads a folder and judges it. Throws {@link CannotRun} where nothing could be assessed. */
export async function assessRepository(options: AssessOptions): Promise<Run> {
  const { assessment, texts } =
    options.cache === undefined
      ? await assessNow(options)
      : await rememberedRun(options, options.cache, assessNow);
  return { assessment, sources: sourcesOf(texts) };
}

/** `today` decides which waivers hold; collectors are given `options.now`. */
async function assessNow(options: AssessOptions, today = options.now): Promise<Assessed> {
  const collected = await collectRepository(options);
  options.onProgress?.('deciding');
  const assessment = assess({
    ...collected,
    version: packageJson.version,
    path: options.path,
    checks: chosen(options.select),
    notes: NOTES,
    edges: EDGES,
    defaults: documentedDefault,
    notices: collected.roots.flatMap((root) => root.notices ?? []),
    now: today,
  });
  return { assessment, texts: await quotedTexts(assessment, collected.repository) };
}

function chosen(select: AssessOptions['select']): readonly Check[] {
  if (select === undefined) return CHECKS;
  const named = (check: Check, ids: readonly string[]) => namesOf(check).some((name) => ids.includes(name));
  return CHECKS.filter(
    (check) => (select.only.length === 0 || named(check, select.only)) && !named(check, select.skip),
  );
}

const namesOf = (check: Check): readonly string[] => [check.id, check.requirement, areaOf(check)];

/** Every id that selects checks: of checks, requirements and areas. */
export function selectableNames(): readonly string[] {
  return [...new Set(CHECKS.flatMap(namesOf))];
}

/** The report in one format, as text. */
export async function render(name: FormatName, run: Run, options: RenderOptions): Promise<string> {
  const format = FORMATS.find((f) => f.name === name);
  if (format === undefined) throw new RangeError(`no report format is called ${name}`);
  return (await format.load()).default.render(run, options);
}

/** Why a check came out as it did, for a check, requirement or outcome key. */
export async function explain(
  run: Run,
  asked: string,
  address: string | undefined,
  options: { readonly json: boolean; readonly columns: number; readonly colour: boolean },
): Promise<string> {
  const { explainJson, renderExplain } = await import('./report/explain.ts');
  if (options.json) return `${JSON.stringify(explainJson(run.assessment, asked, address), null, 2)}\n`;
  return renderExplain(run.assessment, asked, address, { ...options, sources: run.sources });
}

/** Every check as `checks --json` lists it. */
export function listChecks(): readonly object[] {
  return CHECKS.map((check) => ({
    id: check.id,
    requirement: check.requirement,
    title: check.title,
    area: areaOf(check),
    severity: check.severity,
    evidence: check.evidence,
    languages: ['terraform', 'cloudformation'],
    services: servicesOf(check),
    aliases: check.aliases,
    frameworks: check.frameworks,
    fix: {
      terraform: check.snippets?.terraform !== undefined,
      cloudformation: check.snippets?.cloudformation !== undefined,
    },
  })).sort((a, b) => a.requirement.localeCompare(b.requirement) || a.id.localeCompare(b.id));
}

function servicesOf(check: Check): readonly string[] {
  const types = typeof check.appliesTo === 'string' ? [check.appliesTo] : check.appliesTo;
  return [...new Set(types.flatMap((type) => type.split('::')[1] ?? []))];
}

/** The same for people: one line per check, grouped by requirement. */
export function renderCheckList(): string {
  const rows = [...CHECKS].sort(
    (a, b) => a.requirement.localeCompare(b.requirement) || a.id.localeCompare(b.id),
  );
  const width = Math.max(...rows.map((c) => c.id.length));
  const lines = rows.map(
    (c) => `${c.requirement}  ${c.severity.padEnd(8)}  ${c.id.padEnd(width)}  ${c.title}`,
  );
  return `${lines.join('\n')}\n\n${rows.length} checks. airworthy explain <id> says more about one.\n`;
}
