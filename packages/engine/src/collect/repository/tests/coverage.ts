import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { isReadableCode, parseModule } from '../code/syntax/parse.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type Plain, placeIn, written } from '../fact.ts';
import { type Findings, readEach } from '../findings.ts';
import type { Reader, SourceOfFiles } from '../reader.ts';
import { member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { readToml, type Table } from '../toml.ts';
import { coverageReport } from './coverage-reports.ts';
import { expressionsBelow } from './source-text.ts';

const TYPES = ['Repository::CoverageRule', 'Repository::Coverage'] as const;
const RULES = ['Repository::CoverageRule'] as const;

const REPORT = /(^|\/)(lcov\.info|coverage-summary\.json|(coverage|cobertura)[\w.-]*\.xml)$/;
const SCRIPT =
  /(^|\/)(jest|vitest|vite|karma)(\.[\w-]+)*\.config\.[cm]?[jt]s$|(^|\/)karma\.conf\.[cm]?[jt]s$/;
const STRUCTURED =
  /(^|\/)(package\.json|jest\.config\.json|\.?(nycrc|c8rc)(\.json|\.ya?ml)?|\.?codecov\.ya?ml|\.coveralls\.ya?ml)$/;
const INI = /(^|\/)(\.coveragerc|setup\.cfg|tox\.ini|\.?pytest\.ini|sonar-project\.properties)$/;
const TOML = /(^|\/)pyproject\.toml$/;

/** How much of the code tests run, and what keeps it from falling. */
export const coverage: Reader = {
  name: 'coverage',
  types: TYPES,
  wants: (path, kind) => {
    if (REPORT.test(path)) return kind === 'other' || kind === 'generated' || kind === 'test';
    if (SCRIPT.test(path)) return kind === 'source' || kind === 'test';
    return kind === 'other' && (STRUCTURED.test(path) || INI.test(path) || TOML.test(path));
  },
  read: (files, source) =>
    readEach(files, source, RULES, async (file, text, findings) => {
      if (REPORT.test(file)) reportOf(file, text, source, findings);
      else if (SCRIPT.test(file)) await scriptRules(file, text, findings);
      else if (TOML.test(file)) tomlRules(file, text, findings);
      else if (INI.test(file)) iniRules(file, text, findings);
      else structuredRules(file, text, findings);
    }),
};

interface Rule {
  readonly by: string;
  readonly of: string;
  readonly least: Plain;
  readonly always?: boolean;
}

function add(file: string, line: number, rule: Rule, findings: Findings): void {
  findings.add(
    fact({
      type: 'Repository::CoverageRule',
      address: `${file} ${rule.of}`,
      at: placeIn(file, line),
      properties: {
        path: file,
        by: rule.by,
        of: rule.of,
        least: rule.least,
        ...(rule.always === true ? { always: true } : {}),
      },
    }),
  );
}

const METRICS = ['lines', 'statements', 'branches', 'functions'] as const;

function structuredRules(file: string, text: string, findings: Findings): void {
  const { documents, problem } = readStructured(file, text);
  const [root] = documents;
  if (problem !== undefined) unreadable(file, problem, findings);
  else if (/codecov|coveralls/.test(file)) serviceRule(file, root, findings);
  else if (/(nycrc|c8rc)/.test(file)) checked(file, file.includes('c8') ? 'c8' : 'nyc', root, findings);
  else manifestRules(file, root, findings);
}

/** Manifests are read by others too, who say that they are broken. */
function unreadable(
  file: string,
  { line, why }: { readonly line: number; readonly why: string },
  findings: Findings,
): void {
  if (/(package\.json|pyproject\.toml)$/.test(file))
    findings.unseen({ what: file, why, decidedBy: `mending line ${line}`, holds: RULES, file, line });
  else findings.broken(file, line, why, RULES);
}

function manifestRules(file: string, root: Value | undefined, findings: Findings): void {
  for (const by of ['nyc', 'c8']) checked(file, by, member(root, by), findings);
  const jest = /jest\.config/.test(file) ? root : member(root, 'jest');
  const global = member(member(jest, 'coverageThreshold'), 'global');
  const always = textOf(member(jest, 'collectCoverage')) === 'true';
  for (const of of METRICS) numbered(file, { by: 'jest', of, always }, member(global, of), findings);
}

/** nyc and c8 look at the numbers only where they are told to. */
function checked(file: string, by: string, root: Value | undefined, findings: Findings): void {
  if (textOf(member(root, 'check-coverage')) !== 'true') return;
  for (const of of METRICS) {
    const said = member(root, of);
    // What both take where nothing is said of lines.
    if (said === undefined && of === 'lines')
      add(file, root!.origin.at.line, { by, of, least: 90, always: false }, findings);
    else numbered(file, { by, of }, said, findings);
  }
}

function numbered(
  file: string,
  rule: Omit<Rule, 'least'>,
  said: Value | undefined,
  findings: Findings,
): void {
  const least = Number(textOf(said));
  if (said !== undefined && textOf(said) !== undefined && Number.isFinite(least))
    add(file, said.origin.at.line, { ...rule, least }, findings);
}

/** A service compares with what it keeps: the number is there, or it is what it was before. */
function serviceRule(file: string, root: Value | undefined, findings: Findings): void {
  const by = file.includes('coveralls') ? 'coveralls' : 'codecov';
  const projects = membersOf(member(member(member(root, 'coverage'), 'status'), 'project'));
  const targets = [...projects].map(([name, value]) => (name === 'target' ? value : member(value, 'target')));
  const numbers = targets.flatMap((t) => Number.parseFloat(textOf(t) ?? '') || []);
  const least =
    numbers.length > 0
      ? Math.max(...numbers)
      : unknown('not-collected', `the coverage that ${by} keeps`, inCode(placeIn(file)));
  add(file, 1, { by, of: 'lines', least, always: true }, findings);
}

function iniRules(file: string, text: string, findings: Findings): void {
  text.split('\n').forEach((line, i) => {
    const least = /^\s*fail_under\s*=\s*([\d.]+)/.exec(line)?.[1];
    const option = /--cov-fail-under[= ]\s*([\d.]+)/.exec(/^\s*[#;]/.test(line) ? '' : line)?.[1];
    if (least !== undefined)
      add(file, i + 1, { by: 'coverage.py', of: 'lines', least: Number(least) }, findings);
    if (option !== undefined)
      add(file, i + 1, { by: 'pytest-cov', of: 'lines', least: Number(option), always: true }, findings);
  });
  if (!file.endsWith('sonar-project.properties')) return;
  const least = unknown('not-collected', 'the coverage that SonarQube keeps', inCode(placeIn(file)));
  add(file, 1, { by: 'sonarqube', of: 'lines', least, always: true }, findings);
}

function tomlRules(file: string, text: string, findings: Findings): void {
  const read = readToml(text);
  if (!('table' in read)) {
    unreadable(file, read, findings);
    return;
  }
  const at = (...steps: readonly string[]) =>
    steps.reduce<unknown>(
      (from, step) => (typeof from === 'object' && from !== null ? (from as Table)[step] : undefined),
      read.table,
    );
  const least = at('tool', 'coverage', 'report', 'fail_under');
  if (typeof least === 'number' || typeof least === 'bigint')
    add(
      file,
      read.lineOf.text('fail_under'),
      { by: 'coverage.py', of: 'lines', least: Number(least) },
      findings,
    );
  const options = at('tool', 'pytest', 'ini_options', 'addopts');
  const words = Array.isArray(options) ? options.join(' ') : typeof options === 'string' ? options : '';
  const option = /--cov-fail-under[= ]([\d.]+)/.exec(words)?.[1];
  if (option !== undefined)
    add(file, 1, { by: 'pytest-cov', of: 'lines', least: Number(option), always: true }, findings);
}

async function scriptRules(file: string, text: string, findings: Findings): Promise<void> {
  if (!/threshold|check/i.test(text) || !isReadableCode(file)) return;
  const module = await parseModule(file, text);
  if (module === undefined) {
    findings.skipped(file, 'larger than the limit for code', RULES);
    return;
  }
  const [problem] = module.problems;
  if (problem !== undefined) findings.broken(file, problem.line, problem.why, RULES);
  for (const value of objectsIn(module)) {
    if (value.kind !== 'object') continue;
    const own = (name: string) => value.members.find((m) => m.name === name)?.value;
    const jest = own('coverageThreshold');
    const isOn = (name: string) => {
      const said = own(name);
      return said?.kind === 'literal' && said.value === true;
    };
    if (jest !== undefined)
      numbers(file, 'jest', memberOf(jest, 'global'), isOn('collectCoverage'), findings);
    const vitest = own('thresholds');
    if (vitest !== undefined && !/karma/.test(file))
      numbers(file, 'vitest', vitest, isOn('enabled'), findings);
  }
}

function numbers(
  file: string,
  by: string,
  object: Expression | undefined,
  always: boolean,
  findings: Findings,
): void {
  if (object?.kind !== 'object') {
    const at = object?.at ?? { line: 1, column: 1 };
    const least = unknown(
      'unresolved-expression',
      `the thresholds of ${file}`,
      inCode(placeIn(file, at.line)),
    );
    add(file, at.line, { by, of: 'lines', least, always }, findings);
    return;
  }
  for (const { name, value, at } of object.members) {
    const of = METRICS.find((metric) => metric === name);
    // One number for all: `thresholds: { 100: true }`.
    if (name === '100') add(file, at.line, { by, of: 'lines', least: 100, always }, findings);
    if (of === undefined) continue;
    const place = placeIn(file, at.line, at.column);
    const least =
      value.kind === 'literal' && typeof value.value === 'number'
        ? written(value.value, place)
        : unknown('unresolved-expression', `the thresholds of ${file}`, inCode(place));
    add(file, at.line, { by, of, least, always }, findings);
  }
}

function memberOf(value: Expression, name: string): Expression | undefined {
  return value.kind === 'object' ? value.members.find((m) => m.name === name)?.value : undefined;
}

function objectsIn(module: SourceModule): readonly Expression[] {
  const tops = [
    ...module.exports.flatMap(({ value }) => value ?? []),
    ...module.bindings.map(({ value }) => value),
    ...module.calls.flatMap((call) => call.arguments.map(({ value }) => value)),
    ...module.returns.flatMap(({ value }) => value ?? []),
    ...module.functions.flatMap(({ gives }) => gives ?? []),
  ];
  return [...new Set(tops.flatMap((value) => expressionsBelow(value)))];
}

function reportOf(file: string, text: string, source: SourceOfFiles, findings: Findings): void {
  const report = coverageReport(file, text);
  if (report === undefined) return;
  const { format, lines, files, date } = report;
  const endings = new Set(files.map(endingOf));
  const own = source.paths.filter(
    (path) => source.kind(path) === 'source' && endings.has(endingOf(path)) && isReadableCode(path),
  );
  const seen = own.filter((path) =>
    files.some((f) => path === f || path.endsWith(`/${f}`) || f.endsWith(`/${path}`)),
  );
  const share = own.length === 0 ? 0 : Math.round((seen.length / own.length) * 100);
  findings.add(
    fact({
      type: 'Repository::Coverage',
      address: file,
      at: placeIn(file),
      properties: { path: file, format, lines, share, ...(date === undefined ? {} : { date }) },
    }),
  );
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
