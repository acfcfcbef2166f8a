import type { RootCandidate, RootKind, RootRole } from '../collected.ts';
import type { Repository } from '../files/repository.ts';
import { withIncludes } from './include.ts';
import type { Entry, Node } from './parse.ts';
import { putTogether } from './parts.ts';
import { SERVERLESS, type Template, templateIn, textOf } from './template.ts';

/** What was found in a repository: every template with its role, and the templates themselves by path. */
export interface FoundTemplates {
  readonly candidates: readonly RootCandidate[];
  readonly templates: ReadonlyMap<string, Template>;
  /** Files that could be templates by their name but could not be read. */
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

const NAMES = /\.(?:ya?ml|json|template)$/i;
const NEVER_TEMPLATES =
  /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[\w.-]*|cdk\.context|manifest|tree|[\w.-]*\.schema|[\w.-]*\.assets)\.json$|\.(?:tf|tofu)\.json$|(?:^|\/)(?:\.github|\.vscode)\//i;
const TYPE = /(?:^|[\s{,"'])Type["']?\s*:\s*["']?(?:AWS|Custom|Alexa)::/m;
const TEMPLATE_VERSION = /(?:^|[{,]\s*)["']?AWSTemplateFormatVersion["']?\s*:/m;
const YAML_RESOURCES = /^ {0,4}["']?Resources["']?[ \t]*:/m;
const TOP_LEVEL_RESOURCES = /^["']?Resources["']?[ \t]*:/m;
const JSON_START = /^\s*\{/;

/** Whether a text can be a template, without parsing it: thousands of other files must cost nothing. */
export function looksLikeTemplate(text: string): boolean {
  if (!text.includes('Resources')) return false;
  if (!JSON_START.test(text) && !YAML_RESOURCES.test(text)) return TEMPLATE_VERSION.test(text);
  return TYPE.test(text) || TEMPLATE_VERSION.test(text);
}

/**
 * `named` are the paths of `--root`: a template named there is assessed whatever its role. What another language has
 * `claimed` is not looked at.
 */
export async function findTemplates(
  repository: Repository,
  named: readonly string[] = [],
  claimed: ReadonlySet<string> = new Set(),
): Promise<FoundTemplates> {
  const templates = new Map<string, Template>();
  const skipped: { file: string; why: string }[] = [];
  for (const path of repository.paths) {
    if (!NAMES.test(path) || NEVER_TEMPLATES.test(path) || claimed.has(path)) continue;
    const read = await repository.text(path);
    if (read.kind === 'skipped') skipped.push({ file: path, why: read.why });
    if (read.kind === 'skipped' || !looksLikeTemplate(read.text)) continue;
    const template = templateIn(repository, path, read.text);
    // What has the shape of something else is no template; what is broken may be one.
    const atTop = JSON_START.test(read.text) || TOP_LEVEL_RESOURCES.test(read.text);
    const broken = template.problems.length > 0 && atTop;
    const meant = broken || TEMPLATE_VERSION.test(read.text);
    if (template.unusable === undefined || meant) {
      templates.set(path, await withIncludes(repository, template));
    }
  }
  const { templates: whole, parts } = putTogether(templates);
  const included = includedTemplates(whole, repository);
  const wanted = new Set(named.map((path) => path.replace(/^\.\//, '').replace(/\/$/, '')));
  const candidates = [...templates.values()].map((t) => {
    const part = parts.get(t.file);
    if (part === undefined) return candidateOf(t, included.get(t.file), wanted);
    const { because } = part;
    return { path: t.file, kind: kindOf(t), role: 'module', assessed: false, because } as const;
  });
  return { candidates, templates: whole, skipped };
}

function candidateOf(
  template: Template,
  includedBy: string | undefined,
  named: ReadonlySet<string>,
): RootCandidate {
  const { role, because } = roleOf(template, includedBy);
  const kind = kindOf(template);
  const wanted = [...named].some((n) => n === template.file || n === '' || template.file.startsWith(`${n}/`));
  if (wanted) {
    return { path: template.file, kind, role, assessed: true, because: `${because}; named with --root` };
  }
  return { path: template.file, kind, role, assessed: role === 'root', because };
}

function kindOf(template: Template): RootKind {
  return template.transforms.some((t) => t.name === SERVERLESS) ? 'sam' : 'cloudformation';
}

const EXAMPLE = /^(?:examples?|samples?|demos?|quickstarts?|snippets)$/i;
const TEST = /^(?:tests?|__tests__|specs?|fixtures?|testdata|test-data|integration-tests?|e2e)$/i;

/** Examples and tests are told by the folders that a root lies in. */
export function folderRole(path: string): { readonly role: RootRole; readonly because: string } | undefined {
  const folders = path.split('/');
  const example = folders.find((folder) => EXAMPLE.test(folder));
  if (example !== undefined) return { role: 'example', because: `in the folder ${example}` };
  const test = folders.find((folder) => TEST.test(folder));
  return test === undefined ? undefined : { role: 'test', because: `in the folder ${test}` };
}

function roleOf(
  template: Template,
  includedBy: string | undefined,
): { readonly role: RootRole; readonly because: string } {
  const byFolder = folderRole(template.file.split('/').slice(0, -1).join('/'));
  if (byFolder !== undefined) return byFolder;
  if (includedBy !== undefined)
    return { role: 'module', because: `${includedBy} includes it as a nested stack` };
  return { role: 'root', because: 'a template that no other template includes' };
}

/** Templates that another names as `TemplateURL`, with the one that does. */
function includedTemplates(
  templates: ReadonlyMap<string, Template>,
  repository: Repository,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const children = new Map<string, readonly string[]>();
  for (const template of templates.values()) {
    for (const entry of template.resources.values()) {
      const url = templateUrlOf(entry);
      if (url === undefined) continue;
      const path = localTemplate(url, template.file, templates, repository);
      if (path === undefined || path === template.file) continue;
      if (!found.has(path)) found.set(path, template.file);
      const below = children.get(template.file) ?? [];
      children.set(template.file, [...below, path]);
    }
  }
  return withoutCycles(templates, found, children);
}

/** Of templates that only include each other, the first one stands for all. */
function withoutCycles(
  templates: ReadonlyMap<string, Template>,
  included: Map<string, string>,
  children: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const reached = new Set<string>();
  const reach = (file: string): void => {
    const open = [file];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(children.get(next) ?? []));
    }
  };
  const files = [...templates.keys()].sort();
  for (const file of files) if (!included.has(file)) reach(file);
  for (const file of files) {
    if (reached.has(file)) continue;
    included.delete(file);
    reach(file);
  }
  return included;
}

/** The `TemplateURL` of a nested stack as it is written, placeholders included. */
export function templateUrlOf(entry: Entry): string | undefined {
  if (entry.value.kind !== 'map') return undefined;
  const type = textOf(entry.value.entries.get('Type')?.value);
  if (type !== 'AWS::CloudFormation::Stack' && type !== 'AWS::Serverless::Application') return undefined;
  const properties = entry.value.entries.get('Properties')?.value;
  if (properties?.kind !== 'map') return undefined;
  const name = type === 'AWS::CloudFormation::Stack' ? 'TemplateURL' : 'Location';
  return writtenText(properties.entries.get(name)?.value);
}

function writtenText(node: Node | undefined): string | undefined {
  const text = textOf(node);
  if (text !== undefined || node?.kind !== 'call') return text;
  if (node.name !== 'Fn::Sub') return undefined;
  return textOf(node.argument.kind === 'list' ? node.argument.items[0] : node.argument);
}

/** The template of this repository that a `TemplateURL` means: a path, or an address that ends like one of them. */
export function localTemplate(
  url: string,
  from: string,
  templates: ReadonlyMap<string, Template>,
  repository: Repository,
): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(url) && !url.includes('${')) {
    const home = from.slice(0, from.lastIndexOf('/') + 1);
    const path = normalized(home + url.replace(/^file:\/\//, ''));
    if (repository.has(path)) return path;
  }
  const end = endOf(url);
  const same = [...templates.keys()].filter((path) => mayMean(url, path));
  // Of several files of this name, the one that shares more folders with the address than any other.
  const shared = same.map((path) => ({ path, depth: sharedEnd(path, end) }));
  const deepest = Math.max(...shared.map((s) => s.depth));
  const closest = shared.filter((s) => s.depth === deepest);
  return closest.length === 1 ? closest[0]!.path : undefined;
}

/** Whether an address may mean a file: its name is the same, and one that any template may have stands in the same folder. */
export function mayMean(url: string, path: string): boolean {
  const shared = sharedEnd(path, endOf(url));
  const anywhere = /:\/\/|\$\{/.test(url) && ANY_TEMPLATE.test(path.slice(path.lastIndexOf('/') + 1));
  return shared > (anywhere ? 1 : 0);
}

/** What follows the last placeholder of an address. */
function endOf(url: string): string {
  return url.slice(Math.max(url.lastIndexOf('}'), 0)).replace(/^\}/, '');
}

/** Names that say nothing of what a template makes. */
const ANY_TEMPLATE =
  /^(?:template|packaged|packaged-template|output|main|index|stack|cloudformation|cfn)\.(?:ya?ml|json|template)$/i;

/** How many of the last parts of two paths are the same. */
function sharedEnd(a: string, b: string): number {
  const [x, y] = [a.split('/').reverse(), b.split('/').reverse()];
  const differs = x.findIndex((part, i) => part !== y[i]);
  return differs === -1 ? x.length : differs;
}

function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
