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
  const others = [
    ...[...template.resources].flatMap(([key, { value }]) => (key === name ? [] : [value])),
    ...[...template.outputs.values()].map(({ value }) => value),
  ];
  const found = others.map((node) => placeIn(node, referring(name))).find((place) => place !== undefined);
  if (found !== undefined) return known(true, inCode(found));
  const mentioned = others.some((node) => placeIn(node, mentioning(name)) !== undefined);
  const macro = template.transforms.some(
    (t) => t.name !== SERVERLESS && t.name !== 'AWS::LanguageExtensions',
  );
  const more = macro || template.problems.length > 0 || (template.unseen?.length ?? 0) > 0;
  if (more || mentioned || !template.resources.has(name))
    return unknown('not-readable', 'the processed template', inCode(at));
  return known(false, inCode(at));
}

type Question = (node: Node) => boolean;

/** A function of the template that means the resource. */
function referring(name: string): Question {
  const written = new RegExp(`\\$\\{${escaped(name)}[.}]`);
  return (node) => {
    if (node.kind !== 'call') return false;
    const first = node.argument.kind === 'list' ? node.argument.items[0] : node.argument;
    if (first?.kind !== 'scalar') return false;
    if (node.name === 'Fn::Sub') return written.test(first.text);
    if (node.name === 'Fn::GetAtt') return first.text === name || first.text.startsWith(`${name}.`);
    return node.name === 'Ref' && first.text === name;
  };
}

/** A text in which its name stands as a word: what is made of it later is not followed. */
function mentioning(name: string): Question {
  const word = new RegExp(`(?<![A-Za-z0-9])${escaped(name)}(?![A-Za-z0-9])`);
  return (node) => node.kind === 'scalar' && word.test(node.text);
}

function escaped(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '\\$&');
}

function placeIn(node: Node, isIt: Question): Location | undefined {
  const parts = [node];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if (isIt(part)) return part.at;
    if (part.kind === 'list') parts.push(...part.items);
    if (part.kind === 'call') parts.push(part.argument);
    if (part.kind === 'map')
      for (const [key, { value }] of part.entries) if (!IN_PASSING.has(key)) parts.push(value);
  }
  return undefined;
}
