import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areaOf, type Check, isRootCheck, phaseOf } from '../packages/engine/src/catalog/check.ts';
import { CHECKS, NOTES } from '../packages/engine/src/catalog/index.generated.ts';
import { controlsOf, standards } from '../packages/engine/src/knowledge/frameworks/index.ts';
import { REQUIREMENTS, type Requirement } from '../packages/engine/src/knowledge/requirements.ts';
import { catalogueSearch } from './catalogue-search.ts';
import { sentence } from './sentence.ts';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const catalog = join(top, 'packages/engine/src/catalog');

/** An example of a check as its test runs it. */
interface Example {
  /** File below the fixtures of the check: `main.tf`, `fail-none/template.yaml`. */
  readonly file: string;
  readonly language: 'hcl' | 'yaml' | 'json';
  readonly text: string;
}

/** The pages of the catalogue by file name in `docs/catalogue`: an overview, one for each row and check, a search. */
export function cataloguePages(): ReadonlyMap<string, string> {
  const checks = [...CHECKS].sort(
    (a, b) => order(a.requirement) - order(b.requirement) || a.id.localeCompare(b.id),
  );
  const ofRow = Map.groupBy(checks, (check) => check.requirement);
  return new Map([
    ['README.md', overview(ofRow)],
    ...REQUIREMENTS.map((row): [string, string] => [`${row.id}.md`, rowPage(row, ofRow.get(row.id) ?? [])]),
    ...checks.map((check): [string, string] => [`checks/${check.id}.md`, checkPage(check)]),
    ['index.html', catalogueSearch(checks, rowOf)],
  ]);
}

function order(requirement: string): number {
  return REQUIREMENTS.findIndex((row) => row.id === requirement);
}

function rowOf(check: Check): Requirement {
  const row = REQUIREMENTS.find(({ id }) => id === check.requirement);
  if (row === undefined) throw new Error(`${check.id} is of no requirement: ${check.requirement}`);
  return row;
}

function overview(ofRow: ReadonlyMap<string, readonly Check[]>): string {
  const covered = REQUIREMENTS.filter((row) => ofRow.has(row.id));
  const rows = REQUIREMENTS.map((row) => {
    const checks = ofRow.get(row.id) ?? [];
    const kinds = new Set(checks.flatMap((check) => check.evidence));
    return tableRow(
      `[${row.id}](${row.id}.md)`,
      row.title,
      row.severity,
      checks.length === 0 ? 'none yet' : checks.map(checkLink('checks/')).join('<br>'),
      checks.length === 0 ? '' : row.evidence.filter((kind) => kinds.has(kind)).join(', '),
      checks.length === 0 ? '' : languages(checks),
    );
  });
  return page(
    '# Catalogue',
    `${ofRow.values().reduce((sum, checks) => sum + checks.length, 0)} checks decide ${covered.length} of ${REQUIREMENTS.length} requirements. [index.html](index.html) searches them, without a network.`,
    [
      tableRow('requirement', 'what must be true', 'severity', 'checks', 'evidence', 'languages'),
      tableRow(...Array<string>(6).fill('---')),
      ...rows,
    ].join('\n'),
  );
}

/** SAM and CDK become CloudFormation resources, plans and OpenTofu those of Terraform: the fixtures are in these two. */
function languages(checks: readonly Check[]): string {
  const files = checks.flatMap((check) => examplesOf(check).map((example) => example.language));
  return [
    ...(files.includes('hcl') ? ['Terraform'] : []),
    ...(files.some((l) => l !== 'hcl') ? ['CloudFormation'] : []),
  ].join(', ');
}

function rowPage(row: Requirement, checks: readonly Check[]): string {
  return page(
    `# ${row.id}`,
    sentence(row.title),
    `Severity ${row.severity}${row.risesWithTier === true ? ', one higher for services of the critical tier' : ''}. Evidence: ${row.evidence.join(', ')}.`,
    checks.length === 0
      ? 'No check of this version decides it: reports list it as not covered.'
      : checks.map((check) => `- ${checkLink('checks/')(check)}: ${check.title}`).join('\n'),
  );
}

function checkPage(check: Check): string {
  const row = rowOf(check);
  const applies = isRootCheck(check) ? ['the root as a whole'] : [check.appliesTo].flat();
  const messages = Object.entries(check.messages).map(([id, text]) => `- \`${id}\`: ${text}`);
  return page(
    `# ${check.id}`,
    `${check.title}.`,
    [
      `- requirement: [${row.id}](../${row.id}.md), ${row.title}`,
      `- severity: ${check.severity}, phase ${phaseOf(check)}, area ${areaOf(check)}`,
      `- looks at: ${applies.map((type) => (isRootCheck(check) ? type : `\`${type}\``)).join(', ')}`,
      `- evidence: ${check.evidence.join(', ')}`,
      ...(check.accountWide === true
        ? ['- belongs to the whole account: where the code does not have it, it is unknown']
        : []),
    ].join('\n'),
    NOTES.get(check.id) ?? '',
    '## What a gap says',
    messages.join('\n'),
    '## Fix as code',
    `${check.fix}. Effort: ${check.effort}.${check.fixImpact.downtime ? ' It interrupts the service.' : ''}`,
    ...Object.entries(check.snippets ?? {}).map(([language, text]) =>
      fenced(language === 'terraform' ? 'hcl' : 'yaml', text),
    ),
    '## Elsewhere',
    check.aliases.length === 0
      ? 'No rule of another tool is known for this.'
      : `Other tools call it ${check.aliases.map((alias) => `\`${alias}\``).join(', ')}.`,
    ...frameworks(check),
    '## Examples',
    'The tests run these; a name says what its resource must come out as.',
    ...examplesOf(check).map(
      ({ file, language, text }) =>
        `<details><summary><code>${file}</code></summary>\n\n${fenced(language, text.trimEnd())}\n\n</details>`,
    ),
  );
}

function frameworks(check: Check): readonly string[] {
  const parts = standards(controlsOf(check)).map(([name, controls]) => `- ${name}: ${controls.join(', ')}`);
  return parts.length === 0 ? [] : [parts.join('\n')];
}

function examplesOf(check: Check): readonly Example[] {
  const folder = dirname(globSync(`*/${check.id}/check.ts`, { cwd: catalog })[0] ?? '');
  const fixtures = join(catalog, folder, 'fixtures');
  return readdirSync(fixtures, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tf|ya?ml|json)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return {
        file: path.slice(fixtures.length + 1),
        language: languageOf(entry.name),
        text: readFileSync(path, 'utf8'),
      };
    })
    .sort((a, b) => depth(a) - depth(b) || (a.file < b.file ? -1 : 1));
}

function languageOf(name: string): Example['language'] {
  if (name.endsWith('.tf')) return 'hcl';
  return name.endsWith('.json') ? 'json' : 'yaml';
}

const depth = ({ file }: Example): number => file.split('/').length;

const checkLink = (below: string) => (check: Check) => `[${check.id}](${below}${check.id}.md)`;

function tableRow(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function page(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
