import { inCode, type Location } from '../../model/origin.ts';
import { known, unknown, type Value } from '../../model/value.ts';
import type { Node } from './parse.ts';
import { SERVERLESS, type Template } from './template.ts';

/** Parts of a resource that name others without handing anything over to it. */
const IN_PASSING: ReadonlySet<string> = new Set(['DependsOn', 'Metadata', 'Type', 'Description']);

/**
 * Whether anything else of a template refers to a resource: another one, a policy, an output. Where its name is only
 * mentioned, or a macro or a broken place may add something, it is not known.
 */
export function isReferredTo(template: Template, name: string, at: Location): Value {
  const { referred, mentioned } = namesIn(template);
  const found = referred.get(name);
  if (found !== undefined) return known(true, inCode(found));
  const macro = template.transforms.some(
    (t) => t.name !== SERVERLESS && t.name !== 'AWS::LanguageExtensions',
  );
  const more = macro || template.problems.length > 0 || (template.unseen?.length ?? 0) > 0;
  if (more || mentioned.has(name) || !template.resources.has(name))
    return unknown('not-readable', 'the processed template', inCode(at));
  return known(false, inCode(at));
}

interface Names {
  /** By name, the first function of the template that means it. */
  readonly referred: ReadonlyMap<string, Location>;
  /** Words of texts: what is made of them later is not followed. */
  readonly mentioned: ReadonlySet<string>;
}

/** Gone through once for all resources of a template. */
const NAMES = new WeakMap<Template, Names>();

function namesIn(template: Template): Names {
  const before = NAMES.get(template);
  if (before !== undefined) return before;
  const referred = new Map<string, Location>();
  const mentioned = new Set<string>();
  const lookIn = (node: Node, itself?: string) => {
    const parts = [node];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      for (const name of referredBy(part))
        if (name !== itself && !referred.has(name)) referred.set(name, part.at);
      if (part.kind === 'scalar')
        for (const [word] of part.text.matchAll(/[A-Za-z0-9]+/g)) if (word !== itself) mentioned.add(word);
      if (part.kind === 'list') parts.push(...part.items);
      if (part.kind === 'call') parts.push(part.argument);
      if (part.kind === 'map')
        for (const [key, { value }] of part.entries) if (!IN_PASSING.has(key)) parts.push(value);
    }
  };
  for (const [key, { value }] of template.resources) lookIn(value, key);
  for (const { value } of template.outputs.values()) lookIn(value);
  const names = { referred, mentioned };
  NAMES.set(template, names);
  return names;
}

/** The names that a function of the template means. */
function referredBy(node: Node): readonly string[] {
  if (node.kind !== 'call') return [];
  const first = node.argument.kind === 'list' ? node.argument.items[0] : node.argument;
  if (first?.kind !== 'scalar') return [];
  if (node.name === 'Ref') return [first.text];
  if (node.name === 'Fn::GetAtt') return [first.text.split('.')[0] ?? ''];
  if (node.name !== 'Fn::Sub') return [];
  return [...first.text.matchAll(/\$\{([^.}]+)[.}]/g)].map(([, name]) => name ?? '');
}
