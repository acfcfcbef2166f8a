import { and, type Condition } from '../../model/condition.ts';
import { inCode, type Location } from '../../model/origin.ts';
import { unknown, type Value } from '../../model/value.ts';
import { folderOf, join } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import { type FoundTemplates, localTemplate, templateUrlOf } from './discover.ts';
import { Evaluator, type Expanded, type Surroundings, typeOf } from './evaluate.ts';
import { unrolled } from './loops.ts';
import type { Given, GivenParameters } from './parameters.ts';
import type { Entry, Node } from './parse.ts';
import { expandServerless } from './sam/expand.ts';
import { SERVERLESS, type Template, textOf } from './template.ts';

export const STACK = 'AWS::CloudFormation::Stack';

const DEEPEST = 10;
const MOST_STACKS = 500;

/** Finds the template of a nested stack in the repository and evaluates it with the parameters that the stack passes. */
export class NestedStacks {
  readonly #repository: Repository;
  readonly #found: FoundTemplates;
  #made = 0;

  constructor(repository: Repository, found: FoundTemplates) {
    this.#repository = repository;
    this.#found = found;
  }

  /** The evaluator of a nested stack, or why it is not followed. */
  of(parent: Evaluator, stack: Expanded): Evaluator | string {
    const { template, surroundings } = parent;
    const file = this.#fileOf(stack.entry, template.file);
    const inner = file === undefined ? undefined : this.#found.templates.get(file);
    const within = [...(surroundings.within ?? []), template.file];
    if (inner === undefined) return 'its template is not in the repository';
    if (inner.unusable !== undefined) return `its template cannot be used (${inner.unusable})`;
    if (within.includes(inner.file)) return 'it would contain itself';
    if (within.length > DEEPEST) return `stacks nested in more than ${DEEPEST} others are not followed`;
    if (this.#made >= MOST_STACKS) return `only the first ${MOST_STACKS} nested stacks are followed`;
    this.#made += 1;
    const exists = (): Condition => and(parent.exists(), parent.existenceOf(stack.entry, stack.scope));
    const around: Surroundings = {
      ...surroundings,
      prefix: `${surroundings.prefix}${stack.name}.`,
      exists,
      within,
    };
    const given = passedTo(inner, parent, stack);
    return new Evaluator(expandedTemplate(inner, given), given, around);
  }

  #fileOf(stack: Entry, from: string): string | undefined {
    const asset = assetOf(stack);
    if (asset !== undefined) {
      const file = join(folderOf(from), asset);
      return file !== undefined && this.#found.templates.has(file) ? file : undefined;
    }
    const url = templateUrlOf(stack);
    return url === undefined ? undefined : localTemplate(url, from, this.#found.templates, this.#repository);
  }
}

/** The file that a CDK app wrote for a nested stack (`aws:asset:path`), relative to the folder of the template around it. */
function assetOf(stack: Entry): string | undefined {
  const metadata = stack.value.kind === 'map' ? stack.value.entries.get('Metadata')?.value : undefined;
  return metadata?.kind === 'map' ? textOf(metadata.entries.get('aws:asset:path')?.value) : undefined;
}

/**
 * A template with its conditions and outputs unrolled where loops stand around them, and expanded where SAM's transform
 * expands it, with the parameters that are given; any other as it is.
 */
export function expandedTemplate(template: Template, given: GivenParameters): Template {
  const sam = template.transforms.some((t) => t.name === SERVERLESS);
  const loops = [template.conditions, template.outputs].some(hasLoops);
  if (!sam && !loops) return template;
  const importValue = (_name: Value, at: Location): Value =>
    unknown('module-unavailable', 'the stack that exports the name', inCode(at));
  const evaluator = new Evaluator(template, given, { prefix: '', importValue });
  const conditions = unrolled(template.conditions, evaluator);
  const outputs = unrolled(template.outputs, evaluator);
  return expandServerless({ ...template, conditions, outputs }, evaluator);
}

function hasLoops(section: ReadonlyMap<string, Entry>): boolean {
  return [...section.keys()].some((name) => name.startsWith('Fn::ForEach::'));
}

/** Every stack that is nested in a template, and in those. */
export function nestedIn(evaluator: Evaluator): readonly Evaluator[] {
  const found: Evaluator[] = [];
  for (const resource of evaluator.resources().values()) {
    if (typeOf(resource.entry) !== STACK) continue;
    const nested = evaluator.nestedStack(resource.name);
    if (nested !== undefined) found.push(nested, ...nestedIn(nested));
  }
  return found;
}

function passedTo(inner: Template, parent: Evaluator, stack: Expanded): GivenParameters {
  const given = new Map<string, Given>();
  const body = stack.entry.value.kind === 'map' ? stack.entry.value.entries : new Map<string, Entry>();
  const properties = body.get('Properties')?.value;
  const written = properties?.kind === 'map' ? properties.entries.get('Parameters') : undefined;
  const passed = written?.value;
  const entries = passed?.kind === 'map' ? passed.entries : new Map<string, Entry>();
  for (const [name, declaration] of inner.parameters) {
    const entry = entries.get(name);
    const at: Location = entry?.at ?? written?.at ?? stack.entry.at;
    const step: Location = { ...at, what: `parameter ${name} of the nested stack ${stack.name}` };
    if (entry !== undefined) {
      given.set(name, {
        value: () => fromOutside(parent.value(entry.value, entry.at, stack.scope), parent),
        at: step,
      });
    } else if (isOpen(passed) || !hasDefault(declaration)) {
      const decider = `a value for parameter ${name} of the nested stack ${stack.name}`;
      given.set(name, { value: () => unknown('input-without-value', decider, inCode(step), name), at: step });
    }
  }
  return given;
}

/** Whether parameters may be passed that cannot be seen. */
function isOpen(passed: Node | undefined): boolean {
  if (passed === undefined) return false;
  return (
    passed.kind !== 'map' ||
    passed.damaged !== undefined ||
    [...passed.entries.keys()].some((k) => k.startsWith('Fn::'))
  );
}

function hasDefault(declaration: Entry): boolean {
  return declaration.value.kind === 'map' && declaration.value.entries.has('Default');
}

const EVERYWHERE: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::Region',
  'AWS::Partition',
  'AWS::URLSuffix',
]);

/** Marks the unknowns of another template, so that a parameter of the same name here is not taken for the same. */
function fromOutside(value: Value, parent: Evaluator): Value {
  const inside = (v: Value) => fromOutside(v, parent);
  switch (value.kind) {
    case 'unknown': {
      const { expression } = value;
      if (expression === undefined || expression.startsWith('^') || EVERYWHERE.has(expression)) return value;
      return { ...value, expression: `^${parent.surroundings.prefix}${expression}` };
    }
    case 'list':
      return { ...value, items: value.items.map(inside) };
    case 'composed':
      return { ...value, parts: value.parts.map(inside) };
    case 'choice':
      return { ...value, whenTrue: inside(value.whenTrue), whenFalse: inside(value.whenFalse) };
    default:
      return value;
  }
}
