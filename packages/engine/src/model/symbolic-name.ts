import type { ResourceNode } from './resource.ts';
import type { Value } from './value.ts';

/**
 * Whether a text is a resource's name although neither is known: `/aws/lambda/${Stage}-api` for the function
 * `${Stage}-api`. `own` is the value of the name. Both have to come from one scope, where a name of an expression means
 * one value.
 */
export function isNamedAlike(value: Value, target: ResourceNode, own: Value): boolean {
  const text = written(value);
  const name = written(own);
  if (text === undefined || name === undefined) return false;
  return (
    text === name || (target.identity?.also ?? []).some((also) => also.replace('{name}', () => name) === text)
  );
}

/** The text with its unknown parts as what they are an expression of; no written text has the mark around them. */
function written(value: Value): string | undefined {
  switch (value.kind) {
    case 'known':
      return value.value === null ? undefined : String(value.value);
    case 'unknown':
      return INPUT.test(value.expression ?? '') ? `\u0000${value.expression}\u0000` : undefined;
    case 'composed': {
      const parts = value.parts.map(written);
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    default:
      return undefined;
  }
}

/** One parameter, one attribute or one pseudo parameter: what a function makes of them may be named alike and differ. */
const INPUT = /^\^?[\w.:]+$/;
