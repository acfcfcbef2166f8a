import { inCode } from '../../model/origin.ts';
import type { NotSeen } from '../../model/resource.ts';
import type { ParsedFile } from './sources.ts';
import type { Attribute, Block, Body, Expression, TemplatePart } from './syntax/tree.ts';

/** All files of one folder as Terraform sees them: one configuration, overrides merged. */
export interface ModuleConfiguration {
  readonly folder: string;
  /** Files that were read, in full or in part. */
  readonly files: readonly string[];
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Block>;
  /** By `type.name`. */
  readonly resources: ReadonlyMap<string, Block>;
  readonly data: ReadonlyMap<string, Block>;
  readonly calls: ReadonlyMap<string, Block>;
  readonly providers: readonly Block[];
  readonly settings: readonly Block[];
  readonly moved: readonly Block[];
  /** Blocks without meaning for the assessment (`import`, `check`, `removed`) or that we do not know, by type. */
  readonly others: ReadonlyMap<string, number>;
  readonly partly: readonly { readonly file: string; readonly line: number; readonly why: string }[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  readonly notSeen: readonly NotSeen[];
  /** An override file that could not be read in full: it may replace any argument here. */
  readonly lostOverride: NotSeen | undefined;
}

interface Loaded {
  readonly path: string;
  readonly parsed: ParsedFile;
}

export function mergeFiles(
  folder: string,
  files: readonly Loaded[],
  unreadable: readonly { readonly file: string; readonly why: string }[],
): ModuleConfiguration {
  const merge = new Merge();
  const read: string[] = [];
  const partly: { file: string; line: number; why: string }[] = [];
  const skipped = [...unreadable];
  const notSeen: NotSeen[] = unreadable.map((s) => unreadableFile(s.file, s.why));
  const overridesLast = [...files].sort((a, b) => Number(isOverride(a.path)) - Number(isOverride(b.path)));
  for (const { path, parsed } of overridesLast) {
    if (parsed.kind === 'skipped') {
      skipped.push({ file: path, why: parsed.why });
      notSeen.push(unreadableFile(path, parsed.why));
      continue;
    }
    read.push(path);
    merge.add(parsed.file.body, isOverride(path));
    for (const problem of parsed.file.errors) {
      partly.push({ file: path, line: problem.at.line, why: problem.message });
      if (problem.lostTo < problem.lostFrom) continue;
      const lines =
        problem.lostFrom === problem.lostTo
          ? `line ${problem.lostFrom}`
          : `lines ${problem.lostFrom}-${problem.lostTo}`;
      notSeen.push({
        what: `${path} ${lines}`,
        why: `not valid: ${problem.message}`,
        decidedBy: `correcting the syntax at ${path}:${problem.at.line}`,
        origin: inCode(problem.at),
      });
    }
  }
  const lostOverride = notSeen.find((n) => n.origin !== undefined && isOverride(n.origin.at.file));
  return { folder, files: read.sort(), partly, skipped, notSeen, lostOverride, ...merge.result() };
}

/** `override.tf` and `…_override.tf` replace what other files say. */
function isOverride(path: string): boolean {
  return /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(path);
}

function unreadableFile(file: string, why: string): NotSeen {
  const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { what: file, why, decidedBy: `a readable ${file}`, origin: inCode(at) };
}

type NamedBlock = 'variable' | 'output' | 'resource' | 'data' | 'module';

class Merge {
  readonly #named: Record<NamedBlock, Map<string, Block>> = {
    variable: new Map<string, Block>(),
    output: new Map<string, Block>(),
    resource: new Map<string, Block>(),
    data: new Map<string, Block>(),
    module: new Map<string, Block>(),
  };
  readonly #locals = new Map<string, Attribute>();
  readonly #providers: Block[] = [];
  readonly #settings: Block[] = [];
  readonly #moved: Block[] = [];
  readonly #others = new Map<string, number>();

  add(body: Body, override: boolean): void {
    for (const block of body.blocks) this.#block(block, override);
    for (const name of body.attributes.keys()) this.#other(name);
  }

  result(): Omit<
    ModuleConfiguration,
    'folder' | 'files' | 'partly' | 'skipped' | 'notSeen' | 'lostOverride'
  > {
    return {
      variables: this.#named.variable,
      locals: this.#locals,
      outputs: this.#named.output,
      resources: this.#named.resource,
      data: this.#named.data,
      calls: this.#named.module,
      providers: this.#providers,
      settings: this.#settings,
      moved: this.#moved,
      others: this.#others,
    };
  }

  #block(block: Block, override: boolean): void {
    if (Object.hasOwn(this.#named, block.type)) {
      const store = this.#named[block.type as NamedBlock];
      const labels = block.type === 'resource' || block.type === 'data' ? 2 : 1;
      if (block.labels.length < labels) {
        this.#other(block.type);
        return;
      }
      const name = block.labels.slice(0, labels).join('.');
      const before = store.get(name);
      if (before === undefined) store.set(name, block);
      else if (override) store.set(name, overridden(before, block));
    } else if (block.type === 'locals') {
      for (const [name, attribute] of block.body.attributes) {
        if (override || !this.#locals.has(name)) this.#locals.set(name, attribute);
      }
    } else if (block.type === 'provider') {
      const same = this.#providers.findIndex(
        (p) => p.labels[0] === block.labels[0] && alias(p) === alias(block),
      );
      if (override && same >= 0) this.#providers[same] = overridden(this.#providers[same]!, block);
      else this.#providers.push(block);
    } else if (block.type === 'terraform') this.#settings.push(block);
    else if (block.type === 'moved') this.#moved.push(block);
    else this.#other(block.type);
  }

  #other(type: string): void {
    this.#others.set(type, (this.#others.get(type) ?? 0) + 1);
  }
}

function overridden(before: Block, by: Block): Block {
  const replaced = new Set(by.body.blocks.map((b) => b.type));
  return {
    ...before,
    body: {
      attributes: new Map([...before.body.attributes, ...by.body.attributes]),
      blocks: [...before.body.blocks.filter((b) => !replaced.has(b.type)), ...by.body.blocks],
    },
  };
}

export function alias(provider: Block): string | undefined {
  const value = provider.body.attributes.get('alias')?.value;
  return value === undefined ? undefined : literalText(value);
}

/** The text of a literal string, where it is one. */
export function literalText(expression: Expression): string | undefined {
  if (expression.kind === 'literal') {
    return typeof expression.value === 'string' ? expression.value : undefined;
  }
  if (expression.kind !== 'template') return undefined;
  let text = '';
  for (const part of expression.parts) {
    if (part.kind !== 'text') return undefined;
    text += part.text;
  }
  return text;
}

/** A traversal as written (`aws_s3_bucket.b[0].arn`), also where it is quoted; `undefined` for anything else. */
export function traversalText(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'variable':
      return expression.name;
    case 'attribute': {
      const of = traversalText(expression.of);
      return of === undefined ? undefined : `${of}.${expression.name}`;
    }
    case 'index': {
      const of = traversalText(expression.of);
      const key = expression.key.kind === 'literal' ? expression.key.value : literalText(expression.key);
      return of === undefined || key === undefined ? undefined : `${of}[${JSON.stringify(key)}]`;
    }
    default:
      return literalText(expression);
  }
}

/** Every expression in a body, in reading order, the parts before the whole. */
export function expressionsIn(body: Body): readonly Expression[] {
  const found: Expression[] = [];
  const visit = (inner: Body): void => {
    for (const attribute of inner.attributes.values()) add(attribute.value, found);
    for (const block of inner.blocks) visit(block.body);
  };
  visit(body);
  return found;
}

/** Every part of an expression, and itself. */
export function within(e: Expression): readonly Expression[] {
  const found: Expression[] = [];
  add(e, found);
  return found;
}

function add(e: Expression, found: Expression[]): void {
  switch (e.kind) {
    case 'template':
      addParts(e.parts, found);
      break;
    case 'attribute':
    case 'unary':
      add(e.of, found);
      break;
    case 'index':
      add(e.of, found);
      add(e.key, found);
      break;
    case 'splat':
      add(e.of, found);
      add(e.each, found);
      break;
    case 'call':
      for (const arg of e.args) add(arg, found);
      break;
    case 'binary':
      add(e.left, found);
      add(e.right, found);
      break;
    case 'conditional':
      add(e.test, found);
      add(e.then, found);
      add(e.else, found);
      break;
    case 'tuple':
      for (const item of e.items) add(item, found);
      break;
    case 'object':
      for (const entry of e.entries) {
        add(entry.key, found);
        add(entry.value, found);
      }
      break;
    case 'for':
      add(e.collection, found);
      if (e.key !== undefined) add(e.key, found);
      add(e.value, found);
      if (e.condition !== undefined) add(e.condition, found);
  }
  found.push(e);
}

function addParts(parts: readonly TemplatePart[], found: Expression[]): void {
  for (const part of parts) {
    if (part.kind === 'value') add(part.of, found);
    else if (part.kind === 'if') {
      add(part.test, found);
      addParts(part.then, found);
      addParts(part.else, found);
    } else if (part.kind === 'for') {
      add(part.collection, found);
      addParts(part.body, found);
    }
  }
}
