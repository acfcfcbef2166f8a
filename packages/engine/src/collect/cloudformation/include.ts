import { folderOf, join } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import { type Entry, type MapNode, type Node, type Problem, parseTemplate } from './parse.ts';
import { type Template, textOf } from './template.ts';

/**
 * A template with the files of the repository that it includes: `AWS::Include` with a local path, and the definitions of
 * APIs and state machines that SAM reads from a local path. What lies elsewhere stays what it was, and is not seen.
 */
export async function withIncludes(repository: Repository, template: Template): Promise<Template> {
  const wanted = new Map<string, { readonly path: string; readonly substituted: boolean }>();
  const home = folderOf(template.file);
  const ask: Ask = (location, substituted = false) => {
    const path = localPath(home, location);
    if (path !== undefined && repository.has(path)) wanted.set(location, { path, substituted });
  };
  for (const entry of sectionsOf(template)) visit(entry.value, ask);
  for (const [name, entry] of template.resources)
    if (name === 'Fn::Transform') ask(locationIn(entry.value) ?? '');
  if (wanted.size === 0) return template;
  const contents = new Map<string, Node>();
  const problems: Problem[] = [];
  for (const [location, { path, substituted }] of wanted) {
    const read = await repository.text(path);
    if (read.kind === 'skipped') {
      const at = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
      problems.push({ at, why: `what ${template.file} includes cannot be read: ${read.why}` });
      continue;
    }
    const parsed = parseTemplate(path, read.text, substituted);
    problems.push(...parsed.problems);
    if (parsed.root !== undefined) contents.set(location, parsed.root);
  }
  const put = new Inclusion(contents);
  return {
    ...template,
    conditions: put.section(template.conditions),
    mappings: put.section(template.mappings),
    resources: put.section(template.resources),
    outputs: put.section(template.outputs),
    problems: [...template.problems, ...problems],
    included: [...new Set([...wanted.values()].map(({ path }) => path))],
  };
}

function sectionsOf(template: Template): readonly Entry[] {
  const { resources, outputs, conditions, mappings } = template;
  return [resources, outputs, conditions, mappings].flatMap((section) => [...section.values()]);
}

function localPath(home: string, location: string): string | undefined {
  if (location === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(location) || location.includes('${'))
    return undefined;
  return join(home, location);
}

/** The path of `{Name: AWS::Include, Parameters: {Location}}`. */
function locationIn(of: Node): string | undefined {
  if (of.kind !== 'map' || textOf(of.entries.get('Name')?.value) !== 'AWS::Include') return undefined;
  const parameters = of.entries.get('Parameters')?.value;
  return parameters?.kind === 'map' ? textOf(parameters.entries.get('Location')?.value) : undefined;
}

const MACHINE = 'AWS::Serverless::StateMachine';

/** Types whose definition SAM uploads from a local path. */
const DEFINED: ReadonlySet<string> = new Set(['AWS::Serverless::Api', 'AWS::Serverless::HttpApi', MACHINE]);

function definitionUri(of: MapNode): { readonly properties: MapNode; readonly uri: Entry } | undefined {
  if (!DEFINED.has(textOf(of.entries.get('Type')?.value) ?? '')) return undefined;
  const properties = of.entries.get('Properties')?.value;
  const uri = properties?.kind === 'map' ? properties.entries.get('DefinitionUri') : undefined;
  return properties?.kind === 'map' && uri?.value.kind === 'scalar' ? { properties, uri } : undefined;
}

/** Wants a file; whether placeholders in it are filled in at deployment (`DefinitionSubstitutions`). */
type Ask = (location: string, substituted?: boolean) => void;

/** Calls `ask` with every location that a tree names. */
function visit(of: Node, ask: Ask): void {
  switch (of.kind) {
    case 'list':
      for (const item of of.items) visit(item, ask);
      return;
    case 'call': {
      const location = of.name === 'Fn::Transform' ? locationIn(of.argument) : undefined;
      if (location !== undefined) ask(location);
      else visit(of.argument, ask);
      return;
    }
    case 'map': {
      const uri = definitionUri(of)?.uri;
      if (uri !== undefined) ask(textOf(uri.value) ?? '', textOf(of.entries.get('Type')?.value) === MACHINE);
      for (const [name, entry] of of.entries) {
        if (name === 'Fn::Transform') ask(locationIn(entry.value) ?? '');
        visit(entry.value, ask);
      }
    }
  }
}

/** Puts the contents of files where they are included. */
class Inclusion {
  readonly #contents: ReadonlyMap<string, Node>;
  readonly #done = new WeakMap<Node, Node>();

  constructor(contents: ReadonlyMap<string, Node>) {
    this.#contents = contents;
  }

  section(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
    return this.#entries(entries) ?? entries;
  }

  #node(of: Node): Node {
    const before = this.#done.get(of);
    if (before !== undefined) return before;
    const after = this.#included(of);
    this.#done.set(of, after);
    return after;
  }

  #included(of: Node): Node {
    switch (of.kind) {
      case 'list':
        return { ...of, items: of.items.map((item) => this.#node(item)) };
      case 'call': {
        const content = of.name === 'Fn::Transform' ? this.#contentOf(of.argument) : undefined;
        return content ?? { ...of, argument: this.#node(of.argument) };
      }
      case 'map': {
        const entries = this.#entries(of.entries);
        const whole = entries === undefined ? of : { ...of, entries };
        return this.#defined(whole);
      }
      default:
        return of;
    }
  }

  #entries(written: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> | undefined {
    const entries = new Map<string, Entry>();
    for (const [name, entry] of written) {
      const content = name === 'Fn::Transform' ? this.#contentOf(entry.value) : undefined;
      if (content?.kind === 'map' && content.damaged === undefined) {
        // An include in what is included is not processed: it stays, and what it would add is not seen.
        for (const [key, included] of content.entries)
          if (!written.has(key) || key === name) entries.set(key, included);
      } else entries.set(name, { ...entry, value: this.#node(entry.value) });
    }
    return entries;
  }

  #contentOf(argument: Node): Node | undefined {
    const location = locationIn(argument);
    return location === undefined ? undefined : this.#contents.get(location);
  }

  #defined(of: MapNode): MapNode {
    const found = definitionUri(of);
    const content = found === undefined ? undefined : this.#contents.get(textOf(found.uri.value) ?? '');
    if (found === undefined || content?.kind !== 'map' || content.damaged !== undefined) return of;
    const properties = new Map(found.properties.entries);
    properties.set('DefinitionUri', { ...found.uri, value: content });
    const entries = new Map(of.entries);
    const before = of.entries.get('Properties')!;
    entries.set('Properties', { ...before, value: { ...found.properties, entries: properties } });
    return { ...of, entries };
  }
}
