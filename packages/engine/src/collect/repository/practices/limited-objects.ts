import { type Member, mayAlsoHave, type ObjectExpression } from '../code/syntax/source-module.ts';
import { isNoLimit } from '../joins/no-limit.ts';
import type { RequestTimeout } from '../joins/sdk-versions.ts';

/** `warns`: something only says that a time is over. */
export type Limited = 'yes' | 'no' | 'open' | 'warns';

/** The handler of the SDK for JavaScript 3, whose `requestTimeout` ends requests or only warns, by its version. */
export function limitedByHandler(object: ObjectExpression, timeouts: RequestTimeout): Limited {
  const request = limitedIn(object, /^requestTimeout$/);
  const socket = limitedIn(object, /^socketTimeout$/);
  const throws = object.members.find(({ name }) => name === 'throwOnRequestTimeout')?.value;
  if (request === 'yes') {
    if (timeouts === 'ends' || (throws?.kind === 'literal' && throws.value === true)) return 'yes';
    if (timeouts === 'warns' && socket === 'yes') return 'yes';
    const isTold =
      throws === undefined ? !mayAlsoHave(object, /^throwOnRequestTimeout$/) : throws.kind === 'literal';
    return timeouts === 'warns' && isTold && socket === 'no' ? 'warns' : 'open';
  }
  // Up to 4.3 a zero stood over the other.
  const isZero = request === 'no' && object.members.some(({ name }) => name === 'requestTimeout');
  if (socket !== 'yes' || !isZero) return request === 'open' ? 'open' : socket;
  return timeouts === 'warns' ? 'yes' : timeouts === 'ends' ? 'no' : 'open';
}

/** Whether an object has a member of such a name that sets a limit. */
export function limitedIn(object: ObjectExpression, name: RegExp): 'yes' | 'no' | 'open' {
  const isLimit = (member: Member) => name.test(member.name) && !isNoLimit(member.value);
  const isTaken = object.perhaps?.some((member) => name.test(member.name) && !isLimit(member)) === true;
  if (object.members.some(isLimit) && !isTaken) return 'yes';
  return mayAlsoHave(object, name) ? 'open' : 'no';
}
