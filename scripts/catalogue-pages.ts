import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areaOf, type Check, isRootCheck, phaseOf } from '../packages/engine/src/catalog/check.ts';
import { CHECKS } from '../packages/engine/src/catalog/index.generated.ts';
import { readNotes } from '../packages/engine/src/catalog/notes.ts';
import { decoded } from '../packages/engine/src/collect/files/text.ts';
import { type FactType, REPOSITORY_TYPES } from '../packages/engine/src/collect/repository/types.ts';
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
  /** As Markdown names it; empty for plain text. */
  readonly language: string;
  readonly text: string;
}

const notes = await readNotes();

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
    ['facts.md', factsPage(checks)],
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
  const ofRoots = checks.filter((check) => check.about === undefined);
  const files = ofRoots.flatMap((check) => examplesOf(check).map((example) => example.language));
  return [
    ...(files.includes('hcl') ? ['Terraform'] : []),
    ...(files.some((l) => l !== 'hcl') ? ['CloudFormation'] : []),
    ...(ofRoots.length < checks.length ? ['the repository itself'] : []),
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
  const whole = check.about === 'repository' ? 'the repository as a whole' : 'the root as a whole';
  const applies = isRootCheck(check) ? [whole] : [check.appliesTo].flat().map(looksAt);
  const messages = Object.entries(check.messages).map(([id, text]) => `- \`${id}\`: ${text}`);
  return page(
    `# ${check.id}`,
    `${check.title}.`,
    [
      `- requirement: [${row.id}](../${row.id}.md), ${row.title}`,
      `- severity: ${check.severity}, phase ${phaseOf(check)}, area ${areaOf(check)}`,
      `- looks at: ${applies.join(', ')}`,
      `- evidence: ${check.evidence.join(', ')}`,
      ...(check.accountWide === true
        ? ['- belongs to the whole account: where the code does not have it, it is unknown']
        : []),
    ].join('\n'),
    notes.get(check.id) ?? '',
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
    ...(check.about === 'repository' ? repositories(check) : resources(check)),
  );
}

/** A type of fact leads to what is known of it; a type of CloudFormation everybody can look up. */
function looksAt(type: string): string {
  return Object.hasOwn(REPOSITORY_TYPES, type)
    ? `[\`${type}\`](../facts.md#${anchorOf(type)})`
    : `\`${type}\``;
}

function resources(check: Check): readonly string[] {
  return [
    'The tests run these; a name says what its resource must come out as.',
    ...examplesOf(check).map(folded),
  ];
}

/** The small repositories of a check, each with the tree of its files. */
function repositories(check: Check): readonly string[] {
  const byFolder = Map.groupBy(examplesOf(check), ({ file }) => file.slice(0, file.indexOf('/')));
  return [
    'The tests run these small repositories; a name says what the check must say of it, `expected.yaml` what of each part.',
    ...[...byFolder].flatMap(([folder, examples]) => [
      `### ${folder}`,
      ...examples.map(({ file, ...rest }) => folded({ file: file.slice(folder.length + 1), ...rest })),
    ]),
  ];
}

function folded({ file, language, text }: Example): string {
  return `<details><summary><code>${file}</code></summary>\n\n${fenced(language, text.trimEnd())}\n\n</details>`;
}

/** What readers tell of a repository: every type of fact with its properties, and the checks that look at it. */
function factsPage(checks: readonly Check[]): string {
  return page(
    '# Facts of the repository',
    'What is read from pipelines, code, manifests and documents, beside the resources of the infrastructure. Readers collect these and never judge; the checks of them are named at each.',
    ...Object.entries(REPOSITORY_TYPES as Readonly<Record<string, FactType>>).flatMap(
      ([type, { is, address, properties }]) => {
        const by = checks.filter((check) => [check.appliesTo].flat().includes(type));
        return [
          `## ${type}`,
          `${is.charAt(0).toUpperCase()}${is.slice(1)}, called \`${address}\` or the like.${by.length === 0 ? '' : ` Looked at by ${by.map(checkLink('checks/')).join(', ')}.`}`,
          [
            tableRow('property', 'what it says', 'where it is left out'),
            tableRow(...Array<string>(3).fill('---')),
            ...Object.entries(properties).map(([path, said]) =>
              typeof said === 'string'
                ? tableRow(`\`${path}\``, said, '')
                : tableRow(`\`${path}\``, said.is, String(said.otherwise)),
            ),
          ].join('\n'),
        ];
      },
    ),
  );
}

/** The anchor that Markdown gives to a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

function frameworks(check: Check): readonly string[] {
  const parts = standards(controlsOf(check)).map(([name, controls]) => `- ${name}: ${controls.join(', ')}`);
  return parts.length === 0 ? [] : [parts.join('\n')];
}

function examplesOf(check: Check): readonly Example[] {
  const folder = dirname(globSync(`*/${check.id}/check.ts`, { cwd: catalog })[0] ?? '');
  const fixtures = join(catalog, folder, 'fixtures');
  const shown = check.about === 'repository' ? /^/ : /\.(tf|ya?ml|json)$/;
  return readdirSync(fixtures, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && shown.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return {
        file: path.slice(fixtures.length + 1),
        language: languageOf(entry.name),
        text: decoded(readFileSync(path))?.text ?? 'bytes that are no text',
      };
    })
    .sort((a, b) => depth(a) - depth(b) || (a.file < b.file ? -1 : 1));
}

const LANGUAGES: Readonly<Record<string, string>> = {
  tf: 'hcl',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  md: 'markdown',
  ts: 'ts',
  tsx: 'tsx',
  js: 'js',
  jsx: 'jsx',
  py: 'python',
  sh: 'sh',
  sql: 'sql',
};

function languageOf(name: string): string {
  return LANGUAGES[name.slice(name.lastIndexOf('.') + 1)] ?? '';
}

const depth = ({ file }: Example): number => file.split('/').length;

const checkLink = (below: string) => (check: Check) => `[${check.id}](${below}${check.id}.md)`;

function tableRow(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function page(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
