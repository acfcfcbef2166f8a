import { type Call, type Expression, type SourceModule, TOP } from '../syntax/source-module.ts';
import { stops } from './answers.ts';
import { type CallAt, lastName, type Reach, type Reaches } from './reach.ts';

/** What would tell that a caller is refused whose proof fails; nothing where the code shows it, or lets the error through. */
export function untoldFailure(reaches: Reaches, reach: Reach, proof: CallAt): string | undefined {
  if (isOptional(proof.call))
    return `telling what is done without the proof that ${saidOf(proof)} leaves optional`;
  if (!isSwallowed(reaches, reach, proof) || refuses(reaches, reach)) return undefined;
  return `telling what happens where ${proof.name.replace(/\(\)/g, '')} fails (${saidOf(proof)})`;
}

function saidOf({ module, call }: CallAt): string {
  return `${module.file}:${call.at.line}`;
}

/** `jwt_required(optional=True)`, `expressjwt({ credentialsRequired: false })`, `AuthGuard(['jwt', 'anonymous'])`: who brings nothing goes on. */
export function isOptional({ arguments: given }: Call): boolean {
  const is = (value: Expression, literal: boolean) => value.kind === 'literal' && value.value === literal;
  const isAnonymous = (value: Expression): boolean =>
    value.kind === 'list'
      ? value.items.some(isAnonymous)
      : value.kind === 'literal' && value.value === 'anonymous';
  return given.some(
    ({ name, value }) =>
      (name === 'optional' && is(value, true)) ||
      isAnonymous(value) ||
      (value.kind === 'object' &&
        value.members.some(
          (one) =>
            (one.name === 'optional' && is(one.value, true)) ||
            (one.name === 'credentialsRequired' && is(one.value, false)),
        )),
  );
}

/** Whether the error of a proof may end on the way: in a `catch`, or in the function that is told of it. */
function isSwallowed(reaches: Reaches, reach: Reach, { call }: CallAt): boolean {
  if (call.arguments.some(({ value }) => value.kind === 'function')) return true;
  if (reach.calls.some((one) => one.call.callee.kind === 'member' && one.call.callee.name === 'catch'))
    return true;
  return scopesOf(reaches, reach).some(([module, scopes]) =>
    module.catches.some(({ within }) => scopes.has(within)),
  );
}

/** Calls by whose names people say that they refuse; what only writes it down does not. */
const REFUSES =
  /unauth|forbid|den(y|ied)|reject|fail|invalid|refuse|abort|(^|[a-z])error(response|handler)?$/i;
const WRITES_DOWN = /(^|\.)(console|log|logger|logging|_log|_logger)\b/i;
/** Functions whose `false` the framework takes for a refusal. */
const ASKED_BY_FRAMEWORK = /^(canActivate|has_(object_)?permission|authorize|isAuthorized)$/;

function refuses(reaches: Reaches, reach: Reach): boolean {
  if (stops(reach)) return true;
  const byCall = reach.calls.some(({ call, name }) => {
    if (WRITES_DOWN.test(name) || WRITES_DOWN.test(call.path ?? '')) return false;
    return (
      call.arguments.some(
        ({ value }) => isFailing(value) || (value.kind === 'literal' && value.value === 'Deny'),
      ) || REFUSES.test(lastName(call.callee) ?? '')
    );
  });
  if (byCall) return true;
  const byAnswer = reach.returns.some(({ module, within, value }) => {
    if (value?.kind === 'object')
      return value.members.some(
        (one) =>
          isFailing(one.value) || (/^is_?(authori[sz]ed|valid)$/i.test(one.name) && isFalse(one.value)),
      );
    if (value?.kind === 'list') return value.items.some(isFailing);
    const name = within === TOP ? undefined : module.functions[within]!.name;
    return value !== undefined && isFalse(value) && ASKED_BY_FRAMEWORK.test(name ?? '');
  });
  if (byAnswer) return true;
  // `ctx.status = 401`
  return scopesOf(reaches, reach).some(([module, scopes]) =>
    module.bindings.some(
      ({ target, value, within }) =>
        target.kind === 'member' &&
        /^status(Code|_code)?$/.test(target.name) &&
        scopes.has(within) &&
        isFailing(value),
    ),
  );
}

function isFailing(value: Expression): boolean {
  if (value.kind === 'member')
    return /^(HTTP_4\d\d|UNAUTHORIZED|FORBIDDEN|BAD_REQUEST|Unauthorized|Forbidden)/.test(value.name);
  return (
    value.kind === 'literal' && typeof value.value === 'number' && value.value >= 400 && value.value < 600
  );
}

function isFalse(value: Expression): boolean {
  return value.kind === 'literal' && value.value === false;
}

/** The functions that may run, by their modules, with those that are written in them. */
function scopesOf(
  reaches: Reaches,
  { functions }: Reach,
): readonly (readonly [SourceModule, ReadonlySet<number>])[] {
  const scopes = new Map<SourceModule, Set<number>>();
  for (const { module, function: number } of functions) {
    const own = scopes.get(module) ?? new Set();
    scopes.set(module, own);
    for (const one of reaches.inside(module, number)) own.add(one);
  }
  return [...scopes];
}
