import { inCode, type Location } from '../../model/origin.ts';
import { unknown, type Value } from '../../model/value.ts';
import { through } from './choices.ts';
import { Evaluator, type Surroundings } from './evaluate.ts';
import { type NestedStacks, nestedIn } from './nested.ts';
import type { GivenParameters } from './parameters.ts';
import type { CallNode, Entry, Node } from './parse.ts';
import type { Template } from './template.ts';
import { canonical } from './text.ts';

interface Export {
  readonly template: Template;
  readonly output: string;
  readonly entry: Entry;
  readonly name: Value;
}

/** A template of the picture of one root; a foreign one is context and judged with its own root. */
export interface Part {
  readonly evaluator: Evaluator;
  readonly foreign: boolean;
  /** File of the template that is not nested in another one of the picture: the root itself, or a linked template. */
  readonly within: string;
}

/** The exports and imports between the templates of a repository. */
export class Links {
  readonly #given: ReadonlyMap<string, GivenParameters>;
  readonly #templates: ReadonlyMap<string, Template>;
  readonly #exports: Export[] = [];
  readonly #byName = new Map<string, Export[]>();
  /** Exports whose name is not wholly written. */
  readonly #openExports: Export[] = [];
  /** Files that a template imports from, and those that import from it. */
  readonly #upstream = new Map<string, Set<string>>();
  readonly #downstream = new Map<string, Set<string>>();

  constructor(templates: ReadonlyMap<string, Template>, given: ReadonlyMap<string, GivenParameters>) {
    this.#templates = templates;
    this.#given = given;
    const alone = new Map<string, Evaluator>();
    const evaluatorOf = (template: Template): Evaluator => {
      const before = alone.get(template.file);
      if (before !== undefined) return before;
      const made = new Evaluator(template, this.#givenTo(template), {
        prefix: `${template.file}#`,
        importValue: notImported,
      });
      alone.set(template.file, made);
      return made;
    };
    for (const template of templates.values()) {
      for (const [output, entry] of template.outputs) {
        const exported = exportNameOf(entry);
        if (exported === undefined) continue;
        const name = evaluatorOf(template).value(exported);
        this.#add({ template, output, entry, name });
      }
    }
    if (this.#exports.length === 0) return;
    for (const template of templates.values()) {
      for (const call of importsIn(template)) {
        const name = evaluatorOf(template).value(call.argument);
        for (const from of this.#exportersOf(name)) this.#link(template.file, from.template.file);
      }
    }
  }

  #add(one: Export): void {
    this.#exports.push(one);
    if (one.name.kind !== 'known') this.#openExports.push(one);
    const key = `${one.name.kind} ${canonical(one.name)}`;
    const same = this.#byName.get(key);
    if (same === undefined) this.#byName.set(key, [one]);
    else same.push(one);
  }

  #link(importer: string, exporter: string): void {
    if (importer === exporter) return;
    add(this.#upstream, importer, exporter);
    add(this.#downstream, exporter, importer);
  }

  #givenTo(template: Template): GivenParameters {
    return this.#given.get(template.file) ?? new Map();
  }

  /** The templates that belong to the picture of some: those that build on them, and what all of these build on. */
  linkedTo(files: ReadonlySet<string>): readonly string[] {
    const using = reach(files, this.#downstream);
    const all = reach(using, this.#upstream);
    return [...all].filter((file) => !files.has(file)).sort();
  }

  /**
   * Evaluators for the templates of a root, the stacks nested in them, and each template linked to these; they see each
   * other's exports. `around` says how the addresses of a template are made, where it has not the root to itself.
   */
  evaluators(
    root: string | readonly string[],
    nested?: NestedStacks,
    around: (template: Template) => Partial<Surroundings> = () => ({}),
  ): readonly Part[] {
    const made = new Map<string, Evaluator>();
    const files = typeof root === 'string' ? [root] : root;
    const starts = files.flatMap((file) => this.#templates.get(file) ?? []);
    const running = new Set<string>();
    const results = new Map<string, Value>();
    const importValue = (name: Value, at: Location): Value => {
      const found = this.#exportersOf(name);
      const [only] = found;
      if (only === undefined || found.length > 1) return notImported(name, at, found);
      const key = `${only.template.file}#${only.output}`;
      const value = only.entry.value.kind === 'map' ? only.entry.value.entries.get('Value') : undefined;
      const evaluator = made.get(only.template.file);
      if (value === undefined || evaluator === undefined || running.has(key) || running.size > 50) {
        return notImported(name, at);
      }
      const before = results.get(key);
      if (before === undefined) running.add(key);
      const result = before ?? evaluator.value(value.value, value.at);
      running.delete(key);
      results.set(key, result);
      const step: Location = { ...only.entry.at, what: `output ${only.output} of ${only.template.file}` };
      return through(result, at, step);
    };
    const own: { evaluator: Evaluator; within: string }[] = [];
    for (const start of starts) {
      const top = new Evaluator(start, this.#givenTo(start), {
        prefix: '',
        importValue,
        ...(nested === undefined ? {} : { nested: (parent, stack) => nested.of(parent, stack) }),
        ...around(start),
      });
      for (const evaluator of [top, ...nestedIn(top)]) own.push({ evaluator, within: start.file });
    }
    // A template that is nested twice exports under two names: which stack is meant is not known.
    const twice = new Set<string>();
    for (const { evaluator } of own) {
      const { file } = evaluator.template;
      if (made.has(file)) twice.add(file);
      else made.set(file, evaluator);
    }
    const inside = new Set(made.keys());
    for (const file of twice) made.delete(file);
    const linked: Evaluator[] = [];
    for (const file of this.linkedTo(inside)) {
      const template = this.#templates.get(file);
      if (template === undefined) continue;
      const evaluator = new Evaluator(template, this.#givenTo(template), { prefix: `${file}#`, importValue });
      made.set(file, evaluator);
      linked.push(evaluator);
    }
    return [
      ...own.map((part) => ({ ...part, foreign: false })),
      ...linked.map((evaluator) => ({ evaluator, foreign: true, within: evaluator.template.file })),
    ];
  }

  /**
   * The exports that a name can mean: those of exactly this name; else those whose name fits in what is known of both
   * (`${AWS::StackName}-VpcId` and `${NetworkStack}-VpcId`).
   */
  #exportersOf(name: Value): readonly Export[] {
    const text = canonical(name);
    const exact = this.#byName.get(`${name.kind} ${text}`);
    if (exact !== undefined) return exact;
    const possible = name.kind === 'known' ? this.#openExports : this.#exports;
    return possible.filter((e) => fits(e.name, name));
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function reach(from: ReadonlySet<string>, edges: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set(from);
  const open = [...from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const next of edges.get(file) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

/** Whether two texts of which at least one has open parts can be the same, and share a written piece that says so. */
function fits(exported: Value, imported: Value): boolean {
  if (exported.kind === 'known' && imported.kind === 'known') return false;
  const [a, b] = [piecesOf(exported), piecesOf(imported)];
  if (a === undefined || b === undefined) return false;
  const ends = (x: string, y: string) => x.endsWith(y) || y.endsWith(x);
  const starts = (x: string, y: string) => x.startsWith(y) || y.startsWith(x);
  if (!ends(a.tail, b.tail) || !starts(a.head, b.head)) return false;
  const shared = Math.min(a.tail.length, b.tail.length);
  return shared >= 3;
}

/** The written text before the first and after the last open part. */
function piecesOf(value: Value): { head: string; tail: string } | undefined {
  if (value.kind === 'known') return { head: String(value.value), tail: String(value.value) };
  if (value.kind !== 'composed') return undefined;
  const [first, last] = [value.parts[0], value.parts.at(-1)];
  return {
    head: first?.kind === 'known' ? String(first.value) : '',
    tail: last?.kind === 'known' ? String(last.value) : '',
  };
}

function notImported(name: Value, at: Location, found: readonly Export[] = []): Value {
  const text = canonical(name);
  const candidates = found.map((e) => e.template.file).slice(0, 3);
  const decider =
    candidates.length > 1
      ? `which stack exports ${text} (it could be ${candidates.join(' or ')})`
      : `the stack that exports ${text}`;
  return unknown('module-unavailable', decider, inCode(at), `Fn::ImportValue(${text})`);
}

function exportNameOf(entry: Entry): Node | undefined {
  const exported = entry.value.kind === 'map' ? entry.value.entries.get('Export')?.value : undefined;
  return exported?.kind === 'map' ? exported.entries.get('Name')?.value : undefined;
}

function importsIn(template: Template): readonly CallNode[] {
  const found: CallNode[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'call') {
      if (node.name === 'Fn::ImportValue') found.push(node);
      visit(node.argument);
    } else if (node.kind === 'list') for (const item of node.items) visit(item);
    else if (node.kind === 'map') for (const entry of node.entries.values()) visit(entry.value);
  };
  for (const section of [template.resources, template.outputs]) {
    for (const entry of section.values()) visit(entry.value);
  }
  return found;
}
