import type { Expression, Place, SourceModule } from '../syntax/source-module.ts';
import { type CallAt, lastName, type Reach } from './reach.ts';

/** Where something was seen. */
export interface SeenAt {
  readonly module: SourceModule;
  readonly at: Place;
}

const ANSWERS =
  /^(status|code|sendStatus|abort|HTTPException|HttpException|HTTPError|json|Response|send|createError|text|throw|make_response|jsonify|JSONResponse|redirect)$/;
const REFUSES =
  /Unauthori[sz]ed|Forbidden|NotSignedIn|NotAuthenticated|AuthenticationError|AccessDenied|PermissionDenied|UnauthenticatedError/i;

/** Where a function refuses a caller: an answer 401 or 403, or an error that says so. */
export function refusalIn(reach: Reach): SeenAt | undefined {
  const before = refusals.get(reach);
  if (before !== undefined) return before.first;
  const first = firstRefusal(reach);
  refusals.set(reach, { first });
  return first;
}

/** A guard is asked by every route behind it. */
const refusals = new WeakMap<Reach, { readonly first: SeenAt | undefined }>();

function firstRefusal(reach: Reach): SeenAt | undefined {
  const call = reach.calls.find(({ call: one, name }) => {
    const last = lastName(one.callee) ?? '';
    if (REFUSES.test(last) || REFUSES.test(name)) return true;
    return one.arguments.some(({ value }) => isRefusal(value, ANSWERS.test(last))) || isRefusingText(one);
  });
  if (call !== undefined) return { module: call.module, at: call.call.at };
  const given = reach.returns.find(({ value }) => value !== undefined && isRefusal(value, false));
  if (given !== undefined) return { module: given.module, at: given.at };
  const thrown = reach.throws.find(({ value }) => value?.kind === 'name' && REFUSES.test(value.name));
  return thrown === undefined ? undefined : { module: thrown.module, at: thrown.at };
}

function isRefusingText({ callee }: CallAt['call']): boolean {
  return callee.kind === 'member' && /^HTTP_40[13]/.test(callee.name);
}

/** Whether what is given refuses a caller: `{ statusCode: 401 }`. */
export function refusesWith(value: Expression | undefined): boolean {
  return value !== undefined && isRefusal(value, false);
}

function isRefusal(value: Expression, plain: boolean): boolean {
  if (value.kind === 'literal') return plain && (value.value === 401 || value.value === 403);
  if (value.kind === 'member') return /^(HTTP_40[13]_|UNAUTHORIZED$|FORBIDDEN$)/.test(value.name);
  if (value.kind === 'list') return value.items.some((one) => isRefusal(one, true));
  if (value.kind !== 'object') return false;
  return value.members.some(
    ({ name, value: of }) => /^status(Code|_code)?$/.test(name) && (isRefusal(of, true) || false),
  );
}

/** Whether a function throws, refuses, or hands an error on. */
export function stops(reach: Reach): boolean {
  if (reach.throws.length > 0 || refusalIn(reach) !== undefined) return true;
  return reach.calls.some(
    ({ call, name }) =>
      (/(^|\.)(next|reject|abort)$/.test(name) && call.arguments.length > 0) || /(^|\.)redirect$/.test(name),
  );
}
