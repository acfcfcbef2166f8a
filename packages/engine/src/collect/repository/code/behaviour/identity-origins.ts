import { onceForText } from '../../../../once-for.ts';
import { argumentFor } from '../names/arguments.ts';
import { writtenAs } from '../routes/texts.ts';
import type { Call, Expression, SourceModule } from '../syntax/source-module.ts';
import { ATTACHED, type Attached, attachedBy } from './attached.ts';
import { GATEWAY, isProof, looksOnly } from './callers.ts';
import { anyOf } from './known-names.ts';
import { type FunctionAt, lastName, type Reaches } from './reach.ts';
import { VERIFIES } from './vocabulary.ts';

/** Where something comes from that code takes for who is calling. */
export type Origin =
  /** What a library verified, a session that a middleware keeps, what the gateway or the framework proved. */
  | { readonly kind: 'proven' }
  /** Read out of what the caller sent, and nobody asked whether it is true. */
  | { readonly kind: 'unverified'; readonly call: Call; readonly module: SourceModule }
  /** `mixed` where some of what puts it there proves it, and some does not. */
  | { readonly kind: 'open'; readonly decidedBy: string; readonly mixed?: true };

interface At {
  readonly module: SourceModule;
  readonly value: Expression;
  readonly within: number;
}

const PROVEN: Origin = { kind: 'proven' };
const FURTHEST = 12;

/** What gives an identity that was proven, beside the functions that verify. */
const GIVES_PROVEN = anyOf([
  ...VERIFIES,
  /^flask\.session\b/,
  /^flask_login\.(current_user|utils\.current_user)\b/,
  /^flask_jwt_extended\.(get_jwt_identity|get_jwt|current_user|get_current_user)\b/,
  /^@auth0\/nextjs-auth0\b.*\.(getSession|getAccessToken)(\(\))?$/,
  /^aws-amplify\/auth\/server\.(fetchAuthSession|getCurrentUser|fetchUserAttributes)\b/,
  /^@nestjs\/passport\b/,
]);
export const givesProven = onceForText((name) => GIVES_PROVEN.test(name));
const DECODES = /(^|\.)(atob|b64decode|urlsafe_b64decode|standard_b64decode|base64url_decode|base64_decode)$/;
const PARSES = /^(JSON\.parse|json\.loads|orjson\.loads|ujson\.loads|simplejson\.loads)$/;

/** Follows names to what proved them, or to what did not. */
export class IdentityOrigins {
  readonly #reaches: Reaches;
  readonly #attached: Attached;
  readonly #asked = new Set<string>();

  constructor(reaches: Reaches) {
    this.#reaches = reaches;
    this.#attached = attachedBy(reaches.program);
  }

  /** Where a value comes from; nothing where it carries nothing of a caller. */
  of(at: At, steps = 0): Origin | undefined {
    const { module, value, within } = at;
    if (steps > FURTHEST) return open(`following ${writtenAs(module, value)}`);
    const part = (one: Expression) => this.of({ module, value: one, within }, steps + 1);
    switch (value.kind) {
      case 'literal':
      case 'compare':
      case 'not':
        return undefined;
      case 'choice':
      case 'both':
        return each(value.of.map(part));
      case 'list':
        return derived(value.items.map(part));
      case 'object':
        return derived(value.members.map((one) => part(one.value)));
      case 'text':
        return derived(
          module.texts[value.text]!.parts.flatMap((one) => (typeof one === 'string' ? [] : [part(one)])),
        );
      case 'index':
        return part(value.of);
      case 'function':
        return this.#given({ module, function: value.function }, steps + 1);
      case 'name':
      case 'member':
      case 'call':
        return this.#named(at, steps);
      default:
        return open(`reading what stands in ${module.file}:${value.at.line}`);
    }
  }

  #named({ module, value, within }: At, steps: number): Origin | undefined {
    const { program } = this.#reaches;
    return this.#meant(program.resolve(module, value, within), { module, value, within }, steps);
  }

  #meant(meaning: ReturnType<Reaches['program']['resolve']>, at: At, steps: number): Origin | undefined {
    switch (meaning.kind) {
      case 'several':
        return each(meaning.of.map((one) => this.#meant(one, at, steps + 1)));
      case 'value':
        return meaning.value === at.value ? notFollowed(at) : this.of(meaning, steps + 1);
      case 'made':
        return this.#made(meaning.module, meaning.module.calls[meaning.call]!, meaning.members, steps);
      case 'parameter':
        return this.#parameter(meaning, at, steps);
      case 'external':
        if (GATEWAY.test(meaning.path) || givesProven(meaning.path)) return PROVEN;
        return this.#attachedTo(meaning.path.split('.').slice(1), steps) ?? notFollowed(at);
      default:
        return notFollowed(at);
    }
  }

  /** What a call gave. */
  #made(module: SourceModule, call: Call, members: readonly string[], steps: number): Origin | undefined {
    const { program } = this.#reaches;
    const meaning = program.resolve(module, call.callee, call.within);
    const name = program.nameOf(meaning) ?? call.path ?? lastName(call.callee) ?? '';
    if (isProof({ name, call })) return PROVEN;
    if (looksOnly({ name, call })) return { kind: 'unverified', call, module };
    if (givesProven(name)) return PROVEN;
    const asMember = memberByGet(call, members);
    if (asMember !== undefined) return this.of({ module, value: asMember, within: call.within }, steps + 1);
    if (GATEWAY.test([name, ...members].join('.'))) return PROVEN;
    const given = call.arguments.map(({ value }) => ({ module, value, within: call.within }));
    if (PARSES.test(name) && given[0] !== undefined && this.#isDecoded(given[0], 0))
      return { kind: 'unverified', call, module };
    const { functions } = program.functionsOf(meaning);
    const own = each(functions.map((one) => this.#given(one, steps + 1)));
    if (own !== undefined && own.kind !== 'open') return own;
    // What is looked up by what was proven belongs to who is calling.
    const by = derived([
      ...given.map((one) => this.of(one, steps + 1)),
      ...(call.callee.kind === 'member' && call.callee.of.kind !== 'name'
        ? [this.of({ module, value: call.callee.of, within: call.within }, steps + 1)]
        : []),
    ]);
    if (by !== undefined && by.kind !== 'open') return by;
    return (
      own ?? open(`reading what ${writtenAs(module, call.callee)} gives (${module.file}:${call.at.line})`)
    );
  }

  /** What a function of the repository gives: proven where it verifies on its way, whatever it looks up then. */
  #given(at: FunctionAt, steps: number): Origin | undefined {
    const { module, function: number } = at;
    const key = `${module.file}#${number}`;
    const name = module.functions[number]!.name ?? 'a function';
    if (this.#asked.has(key) || steps > FURTHEST) return open(`reading what ${name} gives`);
    if (this.#reaches.of(at).calls.some((one) => !one.conditional && isProof(one))) return PROVEN;
    this.#asked.add(key);
    const { gives } = module.functions[number]!;
    const values = [
      ...(gives === undefined ? [] : [gives]),
      ...module.returns.flatMap((one) =>
        one.within === number && one.value !== undefined ? [one.value] : [],
      ),
    ];
    const origin = each(values.map((value) => this.of({ module, value, within: number }, steps + 1)));
    this.#asked.delete(key);
    if (origin?.kind === 'unverified' && this.#reaches.of(at).calls.some(isProof))
      return open(`telling when ${name} verifies what it reads (${module.file})`);
    return origin;
  }

  #parameter(
    {
      module,
      function: number,
      parameter,
      members,
    }: { module: SourceModule; function: number; parameter: number; members: readonly string[] },
    at: At,
    steps: number,
  ): Origin | undefined {
    if (GATEWAY.test(members.join('.'))) return PROVEN;
    const own = module.functions[number]!.parameters[parameter]!;
    for (const value of [own.otherwise, own.annotation]) {
      const dependency =
        value === undefined ? undefined : this.#dependency({ module, value, within: number }, steps);
      if (dependency !== undefined) return dependency;
    }
    const attached = this.#attachedTo(members, steps);
    if (attached !== undefined) return attached;
    const key = `${module.file}#${number}#${parameter}`;
    if (this.#asked.has(key) || steps > FURTHEST - 4) return notFollowed(at);
    this.#asked.add(key);
    const callers = this.#attached.callsOf({ module, function: number });
    const origin = each(
      callers.map(({ module: from, call }) => {
        const given = argumentFor(call, module.functions[number]!, parameter);
        if (given === undefined) return undefined;
        if (given.spread) return notFollowed(at);
        const value = members.reduce<Expression>(
          (of, name) => ({ kind: 'member', of, name, at: of.at }),
          given.value,
        );
        return this.of({ module: from, value, within: call.within }, steps + 1);
      }),
    );
    this.#asked.delete(key);
    return origin ?? notFollowed(at);
  }

  /** `user: User = Depends(signed_in)`. */
  #dependency({ module, value, within }: At, steps: number): Origin | undefined {
    if (value.kind === 'index') {
      const parts = value.index.kind === 'list' ? value.index.items : [value.index];
      return parts
        .map((one) => this.#dependency({ module, value: one, within }, steps + 1))
        .find((one) => one !== undefined);
    }
    if (value.kind !== 'call') return undefined;
    const { program } = this.#reaches;
    const call = module.calls[value.call]!;
    if (!/(^|\.)(Depends|Security)$/.test(program.pathOf(module, call.callee, call.within) ?? ''))
      return undefined;
    const [first] = call.arguments;
    if (first === undefined) return undefined;
    const meaning = program.resolve(module, first.value, call.within);
    if (givesProven((program.nameOf(meaning) ?? '').replace(/\(\)$/, ''))) return PROVEN;
    const { functions } = program.functionsOf(meaning);
    return (
      each(functions.map((one) => this.#given(one, steps + 1))) ??
      open(`reading what ${writtenAs(module, first.value)} gives`)
    );
  }

  /** What the code or a package puts on the request: `request.user`, `request.session`. */
  #attachedTo(members: readonly string[], steps: number): Origin | undefined {
    const name = members.find((one) => ATTACHED.test(one));
    if (name === undefined) return undefined;
    const key = `attached ${name}`;
    if (this.#asked.has(key)) return undefined;
    this.#asked.add(key);
    const all = this.#attached.values(name).map((one) => this.of(one, steps + 1));
    const isMixed = ['proven', 'unverified'].every((kind) => all.some((one) => one?.kind === kind));
    const own: Origin | undefined = isMixed
      ? { ...open(`telling what sets ${name} of the request here`), mixed: true }
      : each(all);
    this.#asked.delete(key);
    return (
      own ?? (this.#attached.byPackage(name) ? PROVEN : open(`finding what sets ${name} of the request`))
    );
  }

  /** Whether a text is turned back from base64 and nothing else: the middle of a token. */
  #isDecoded({ module, value, within }: At, steps: number): boolean {
    if (steps > 6) return false;
    const further = (one: Expression) => this.#isDecoded({ module, value: one, within }, steps + 1);
    if (value.kind === 'call') {
      const call = module.calls[value.call]!;
      const last = call.path ?? lastName(call.callee) ?? '';
      const how = call.arguments[1]?.value;
      if (DECODES.test(last)) return true;
      if (/^Buffer\.from$/.test(last) && how?.kind === 'literal' && /^base64(url)?$/.test(String(how.value)))
        return true;
      return (
        (call.callee.kind === 'member' && further(call.callee.of)) ||
        call.arguments.some((one) => further(one.value))
      );
    }
    if (value.kind === 'member') return further(value.of);
    if (value.kind === 'choice') return value.of.some(further);
    if (value.kind !== 'name') return false;
    const meaning = this.#reaches.program.resolve(module, value, within);
    if (meaning.kind === 'made')
      return this.#isDecoded(
        { module: meaning.module, value: { kind: 'call', call: meaning.call, at: value.at }, within },
        steps + 1,
      );
    return meaning.kind === 'value' && meaning.value !== value && this.#isDecoded(meaning, steps + 1);
  }
}

/** One of several ways: as little proven as the least of them. */
function each(origins: readonly (Origin | undefined)[]): Origin | undefined {
  return (
    origins.find((one) => one?.kind === 'unverified') ??
    origins.find((one) => one?.kind === 'open') ??
    origins.find((one) => one !== undefined)
  );
}

/** Made of several parts: one that was proven tells whose it is. */
function derived(origins: readonly (Origin | undefined)[]): Origin | undefined {
  return (
    origins.find((one) => one?.kind === 'unverified') ??
    origins.find((one) => one?.kind === 'proven') ??
    origins.find((one) => one !== undefined)
  );
}

/** `event.get('requestContext')` as the member that it is. */
function memberByGet(
  { callee, arguments: [first] }: Call,
  members: readonly string[],
): Expression | undefined {
  if (callee.kind !== 'member' || callee.name !== 'get') return undefined;
  if (first?.value.kind !== 'literal' || typeof first.value.value !== 'string') return undefined;
  return [first.value.value, ...members].reduce<Expression>(
    (of, name) => ({ kind: 'member', of, name, at: callee.at }),
    callee.of,
  );
}

function open(decidedBy: string): Extract<Origin, { kind: 'open' }> {
  return { kind: 'open', decidedBy };
}

function notFollowed({ module, value }: At): Origin {
  return open(`finding what ${writtenAs(module, value)} is (${module.file}:${value.at.line})`);
}
