import { type AssessNow, type CacheOptions, rememberedRun } from './cache/remembered-run.ts';
import { CannotRun } from './cannot-run.ts';
import { areaOf, type Check } from './catalog/check.ts';
import { CHECKS } from './catalog/index.generated.ts';
import { namesOf, type Selection } from './catalog/selection.ts';
import { type CollectOptions, withInputs } from './collect-options.ts';
import type { Collected } from './collect-repository.ts';
import { controlsOf, FRAMEWORK_IDS, type FrameworkId } from './knowledge/frameworks/index.ts';
import { sourcesOf } from './quoted-texts.ts';
import type { RenderOptions, Run } from './report/format.ts';
import { FORMATS, type FormatName } from './report/formats.generated.ts';
import type { Timings } from './timings.ts';

export type { Assessment, ReportedOutcome } from './assess/assessment.ts';
export type { FormatName, RenderOptions, Run, Selection, Timings };
export { CannotRun, type Collected, type CollectOptions };

export interface AssessOptions extends CollectOptions {
  /** Ids of checks, requirements or areas. */
  readonly select?: Selection;
  /** Remember the result under `.airworthy/` of the assessed folder; not unless given. */
  readonly cache?: CacheOptions;
  /** Told where the time went. Such a run does all of its work: nothing remembered is used. */
  readonly onTimings?: (timings: Timings) => void;
}

/** Reads a folder and judges it. Throws {@link CannotRun} where nothing could be assessed. */
export async function assessRepository(given: AssessOptions): Promise<Run> {
  const options = withInputs(given);
  const { assessment, texts } =
    options.cache === undefined || options.onTimings !== undefined
      ? await assessNow(options)
      : await rememberedRun(options, options.cache, assessNow);
  return { assessment, sources: sourcesOf(texts) };
}

/** Loaded when something is to be assessed: parsers and grammars take longer than reading a result of before. */
const assessNow: AssessNow = async (options, today) =>
  (await import('./assess-now.ts')).assessNow(options, today);

/** Everything that was read, before anything is judged. Throws {@link CannotRun}. */
export async function collectRepository(options: CollectOptions): Promise<Collected> {
  return (await import('./collect-repository.ts')).collectRepository(withInputs(options));
}

/** Every id that selects checks: of checks, requirements and areas. */
export function selectableNames(): readonly string[] {
  return [...new Set(CHECKS.flatMap(namesOf))];
}

/** The frameworks that a report can be cut to. */
export function frameworkIds(): readonly FrameworkId[] {
  return FRAMEWORK_IDS;
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
    languages: check.about === 'repository' ? ['repository'] : ['terraform', 'cloudformation'],
    services: servicesOf(check),
    aliases: check.aliases,
    frameworks: controlsOf(check),
    fix: {
      terraform: check.snippets?.terraform !== undefined,
      cloudformation: check.snippets?.cloudformation !== undefined,
    },
  })).sort((a, b) => a.requirement.localeCompare(b.requirement) || a.id.localeCompare(b.id));
}

function servicesOf(check: Check): readonly string[] {
  const types = typeof check.appliesTo === 'string' ? [check.appliesTo] : check.appliesTo;
  return [
    ...new Set(types.flatMap((type) => (type.startsWith('Repository::') ? [] : (type.split('::')[1] ?? [])))),
  ];
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
