import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf, placedPartsIn } from '../joins/expressions.ts';

/** Longer texts are no names. */
const LONGEST_NAME = 60;

/** Every name, member and short text that the code of a module says. Found once. */
export function saidIn(module: SourceModule): ReadonlySet<string> {
  const before = known.get(module);
  if (before !== undefined) return before;
  const names = new Set<string>();
  const all = placedPartsIn(module);
  for (let i = 0; i < all.length; i++) say(all[i]!.value, names);
  for (const { decorators, name } of module.functions) {
    if (name !== undefined) names.add(name);
    for (const decorator of decorators) for (const part of partsOf(decorator, module)) say(part, names);
  }
  for (const { arguments: given } of module.calls)
    for (const { name } of given) if (name !== undefined) names.add(name);
  for (const { target } of module.bindings) for (const part of partsOf(target, module)) say(part, names);
  for (const { local, member } of module.imports) {
    names.add(member);
    if (local !== undefined) names.add(local);
  }
  known.set(module, names);
  return names;
}

const known = new WeakMap<SourceModule, ReadonlySet<string>>();

function say(part: Expression, names: Set<string>): void {
  if (part.kind === 'name' || part.kind === 'member') names.add(part.name);
  else if (part.kind === 'object') for (const { name } of part.members) names.add(name);
  else if (part.kind === 'literal' && typeof part.value === 'string' && part.value.length <= LONGEST_NAME)
    names.add(part.value);
}

/** Names of an id that goes along with a request: `correlationId`, `x-request-id`, `aws_request_id`. */
export const ID_OF_REQUEST =
  /^(?:aws|lambda|gateway|api|http|x|current|root)?[-_.]?(?:amzn?[-_]?)?(?:correlation|request|req|trace|invocation)[-_]?id(?:[-_]?header)?$|^(?:x-amzn-trace-id|_X_AMZN_TRACE_ID|traceparent|x-b3-traceid|HTTP_X_REQUEST_ID|HTTP_X_CORRELATION_ID)$/i;

export function isIdOfRequest(name: string): boolean {
  return ID_OF_REQUEST.test(name);
}

/** Names of somebody who asks: `userId`, `user.sub`, `cognito:username`. An account or a client is often no person. */
const PERSON =
  /(?:^|\.)(?:current|auth|acting|signed[-_]?in)?[-_]?(?:user|customer|member|actor|principal|person|player|patient)(?:[-_.]?(?:id|sub|uuid|name|hash))?$|(?:^|\.)(?:sub|cognito:username)$/i;

export function isOfPerson(name: string): boolean {
  return PERSON.test(name);
}
