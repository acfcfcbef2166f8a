import type { Location } from '../../model/origin.ts';
import { parsedIn } from '../files/parsed-files.ts';
import type { Repository } from '../files/repository.ts';
import type { Entry, MapNode, Node, Parsed, Problem } from './parse.ts';
import { parseTemplate } from './parse.ts';

/** A template by its sections. What is not where it belongs is a problem, never an exception. */
export interface Template {
  readonly file: string;
  readonly at: Location;
  readonly parameters: ReadonlyMap<string, Entry>;
  readonly mappings: ReadonlyMap<string, Entry>;
  readonly conditions: ReadonlyMap<string, Entry>;
  readonly resources: ReadonlyMap<string, Entry>;
  readonly outputs: ReadonlyMap<string, Entry>;
  /** Names of macros over the whole template: `AWS::Serverless-2016-10-31`. */
  readonly transforms: readonly { readonly name: string; readonly at: Location }[];
  readonly problems: readonly Problem[];
  /** The section Globals of SAM. */
  readonly globals?: Node;
  /** What an expansion of this template could not tell. */
  readonly unseen?: readonly Unseen[];
  /** Files whose content stands in this template. */
  readonly included?: readonly string[];
  /** Why there is nothing to assess, where that is so. */
  readonly unusable?: string;
}

/** Something that a template makes at deployment and that cannot be seen in it. */
export interface Unseen {
  readonly what: string;
  readonly why: string;
  readonly decidedBy: string;
  readonly at: Location;
  /** The only types of which resources can be hidden by it, where that is known; none where only properties are. */
  readonly holds?: readonly string[];
}

export const SERVERLESS = 'AWS::Serverless-2016-10-31';

const NOTHING: ReadonlyMap<string, Entry> = new Map();

export function readTemplate(file: string, text: string): Template {
  return templateOf(file, parseTemplate(file, text));
}

/** The same for a file of the repository, which an earlier run may have parsed. */
export function templateIn(repository: Repository, file: string, text: string): Template {
  const parse = () => parseTemplate(file, text);
  return templateOf(file, parsedIn(repository, 'template', file, text, parse));
}

function templateOf(file: string, { root, problems }: Parsed): Template {
  const found: Problem[] = [...problems];
  const at = root?.at ?? { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const empty = {
    file,
    at,
    parameters: NOTHING,
    mappings: NOTHING,
    conditions: NOTHING,
    resources: NOTHING,
    outputs: NOTHING,
    transforms: [],
    problems: found,
  };
  if (root === undefined) return { ...empty, unusable: found[0]?.why ?? 'the file is empty' };
  if (root.kind !== 'map') {
    const why = root.kind === 'unreadable' ? root.why : 'a template has to be an object with Resources';
    return { ...empty, unusable: why };
  }
  // The appspec of CodeDeploy has resources too, in a list.
  if (root.entries.get('Resources')?.value.kind === 'list') {
    return { ...empty, unusable: 'Resources has to be an object' };
  }
  const section = (name: string): ReadonlyMap<string, Entry> => sectionOf(root, name, found);
  const resources = section('Resources');
  const globals = root.entries.get('Globals')?.value;
  return {
    file,
    at,
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    resources,
    outputs: section('Outputs'),
    transforms: transformsOf(root),
    problems: found,
    ...(globals === undefined ? {} : { globals }),
    ...(root.entries.has('Resources') ? {} : { unusable: 'a template needs a section Resources' }),
  };
}

function sectionOf(root: MapNode, name: string, problems: Problem[]): ReadonlyMap<string, Entry> {
  const entry = root.entries.get(name);
  if (entry === undefined) return NOTHING;
  const { value } = entry;
  if (value.kind === 'map') return value.entries;
  // A section with `Fn::Transform` as its only key was read as a call.
  if (value.kind === 'call') return new Map([[value.name, { value: value.argument, at: value.at }]]);
  if (value.kind === 'scalar' && value.value === null && name !== 'Resources') return NOTHING;
  if (value.kind !== 'unreadable') problems.push({ at: entry.at, why: `${name} has to be an object` });
  return NOTHING;
}

function transformsOf(root: MapNode): { name: string; at: Location }[] {
  const found: { name: string; at: Location }[] = [];
  const add = (node: Node): void => {
    if (node.kind === 'scalar') found.push({ name: node.text, at: node.at });
    else if (node.kind === 'list') for (const item of node.items) add(item);
    else if (node.kind === 'map') {
      const name = node.entries.get('Name')?.value;
      found.push({ name: name?.kind === 'scalar' ? name.text : 'of unknown name', at: node.at });
    } else found.push({ name: 'of unknown name', at: node.at });
  };
  for (const key of ['Transform', 'Fn::Transform']) {
    const entry = root.entries.get(key);
    if (entry !== undefined) add(entry.value);
  }
  return found;
}

/** The text of a node where it is one. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}
