import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import { type Call, type Expression, isIn, type SourceModule } from '../code/syntax/source-module.ts';
import { fact, type Plain, type RepositoryFact } from '../fact.ts';
import { partsOf } from '../joins/expressions.ts';
import { addressOf, at, functionAround } from './places.ts';
import { takingBack } from './taking-back.ts';
import { claimsByHand, settingOfEnd } from './tokens-by-hand.ts';

/** Where the code of a module makes signed tokens (JWT), and when they end. */
export function tokens(program: Program, module: SourceModule): readonly RepositoryFact[] {
  return module.calls.flatMap((call, number) => {
    const maker = makerOf(program, module, call);
    if (maker === undefined) return [];
    const life = maker.life(program, module, call, number);
    const address = addressOf(module, call.within);
    return [
      fact({
        type: 'Repository::Token',
        address,
        at: at(module, call.at),
        properties: {
          path: module.file,
          function: functionAround(module, call.within),
          maker: maker.name,
          purpose: purposeOf(`${address} ${namesAround(module, number)}`),
          takenBackBy: takingBack(program),
          endsOnlyWith:
            life === 'open' ? settingOfEnd(program, module, maker.claims?.(call), call.within) : undefined,
          ...lifeIn(life, module, call),
        },
      }),
    ];
  });
}

/** Seconds, `never`, `ends` where it ends at a time that is computed, or `open` where nobody can tell. */
type Life = number | 'never' | 'ends' | 'open';

interface Maker {
  readonly name: string;
  /** What is signed, where that is one of what it is given. */
  readonly claims?: (call: Call) => Expression | undefined;
  readonly life: (program: Program, module: SourceModule, call: Call, number: number) => Life;
}

const JSONWEBTOKEN = /^(jsonwebtoken|jwt-simple|@types\/jsonwebtoken)\.(sign|encode)$/;

function makerOf(program: Program, module: SourceModule, call: Call): Maker | undefined {
  const byHand = claimsByHand(module, call);
  if (byHand !== undefined)
    return {
      name: 'its own code',
      claims: () => byHand,
      life: (p, m, c) => ofPayload(p, m, byHand, c.within),
    };
  const path = program.pathOf(module, call.callee, call.within) ?? call.path ?? '';
  if (module.language === 'python') {
    if (/^(jwt|jose\.jwt|authlib\.jose\.jwt)\.encode$/.test(path))
      return {
        name: path,
        claims: (c) => payloadOf(module, c),
        life: (p, m, c) => ofPayload(p, m, payloadOf(m, c), c.within),
      };
    if (/(^|\.)create_(access|refresh)_token$/.test(path) && /^flask_jwt_extended/.test(path))
      return { name: path, life: (_, m, c) => ofDelta(m, named(c, 'expires_delta')) ?? 900 };
    return undefined;
  }
  if (JSONWEBTOKEN.test(path))
    return {
      name: path,
      life: (p, m, c) => ofOptions(p, m, c, 2) ?? ofPayload(p, m, c.arguments[0]?.value, c.within),
    };
  if (/(^|\.)jwt\.sign$|(^|\.)jwtService\.sign(Async)?$|(^|\.)jwtSign$/.test(call.path ?? ''))
    return { name: call.path!, life: ofPlugin };
  if (/^jose\.SignJWT$/.test(path) && call.isNew) return { name: path, life: ofJose };
  return undefined;
}

/** Plugins of frameworks may have been given a time when they were registered. */
function ofPlugin(program: Program, module: SourceModule, call: Call): Life {
  const own =
    ofOptions(program, module, call, 1) ?? ofPayload(program, module, call.arguments[0]?.value, call.within);
  if (own !== 'never') return own;
  const registered = [...program.modules.values()].some(
    (one) =>
      one.imports.some(({ module: name }) => /^(@fastify\/jwt|fastify-jwt|@nestjs\/jwt)$/.test(name)) &&
      one.calls.some(({ arguments: given }) =>
        given.some(({ value }) => [...partsOf(value, one)].some(hasTime)),
      ),
  );
  return registered ? 'ends' : 'never';
}

function hasTime(part: Expression): boolean {
  return part.kind === 'object' && part.members.some(({ name }) => name === 'expiresIn' || name === 'exp');
}

/** `new SignJWT(…).setExpirationTime('30m').sign(key)`: the chain that stands around it, or what its name is asked later. */
function ofJose(program: Program, module: SourceModule, _call: Call, number: number): Life {
  const inner = ofPayload(
    program,
    module,
    module.calls[number]!.arguments[0]?.value,
    module.calls[number]!.within,
  );
  const setting = module.calls.find(
    ({ callee }) =>
      callee.kind === 'member' && callee.name === 'setExpirationTime' && leadsTo(callee.of, number, module),
  );
  if (setting !== undefined) {
    const value = setting.arguments[0]?.value;
    return value?.kind === 'literal' ? (inSeconds(value.value) ?? 'open') : 'ends';
  }
  const chained = module.calls.some(
    ({ callee }) => callee.kind === 'member' && callee.name === 'sign' && leadsTo(callee.of, number, module),
  );
  return chained ? inner : 'open';
}

function leadsTo(value: Expression, number: number, module: SourceModule): boolean {
  for (let one: Expression | undefined = value; one !== undefined; ) {
    if (one.kind === 'call') {
      if (one.call === number) return true;
      one = module.calls[one.call]!.callee;
    } else one = one.kind === 'member' ? one.of : undefined;
  }
  return false;
}

/** The options of a call; nothing where they leave the time out. */
function ofOptions(program: Program, module: SourceModule, call: Call, index: number): Life | undefined {
  const given = call.arguments[index]?.value;
  if (call.arguments.some(({ spread }) => spread)) return 'open';
  if (given === undefined) return undefined;
  const meaning = program.resolve(module, given, call.within);
  if (meaning.kind !== 'value' || meaning.value.kind !== 'object') return 'open';
  const { members, open } = meaning.value;
  const time = members.find(({ name }) => name === 'expiresIn');
  if (time === undefined) return open ? 'open' : undefined;
  const value = program.resolve(meaning.module, time.value, meaning.within);
  return ofTime(program, value);
}

function ofTime(program: Program, meaning: Meaning): Life {
  if (meaning.kind === 'several') {
    const all = meaning.of.map((one) => ofTime(program, one));
    return all.every((one) => one === all[0]) ? all[0]! : 'open';
  }
  if (meaning.kind !== 'value' || meaning.value.kind !== 'literal') return 'open';
  return inSeconds(meaning.value.value) ?? 'open';
}

const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_557_600,
};

/** `'15m'`, `'2 hours'`, `3600`. A bare text of digits is milliseconds in jsonwebtoken (package ms). */
function inSeconds(time: unknown): number | undefined {
  if (typeof time === 'number') return time;
  const found = typeof time === 'string' ? /^\s*([\d.]+)\s*([a-z]*)\s*$/i.exec(time) : null;
  if (found === null) return undefined;
  const [, count, unit = ''] = found;
  if (unit === '' || unit === 'ms') return Number(count) / 1000;
  const seconds = UNITS[unit[0]!.toLowerCase()];
  return seconds === undefined ? undefined : Number(count) * seconds;
}

function payloadOf(_module: SourceModule, call: Call): Expression | undefined {
  return named(call, 'payload') ?? named(call, 'claims') ?? call.arguments[0]?.value;
}

function named(call: Call, name: string): Expression | undefined {
  return call.arguments.find((one) => one.name === name)?.value;
}

/** The claim `exp` of what is signed; one that is only set by a condition, or in what is not seen, leaves it open. */
function ofPayload(
  program: Program,
  module: SourceModule,
  value: Expression | undefined,
  within: number,
): Life {
  if (value === undefined) return 'open';
  const meaning = program.resolve(module, value, within);
  if (meaning.kind === 'value' && meaning.value.kind === 'object') {
    const { members, open } = meaning.value;
    const exp = members.find(({ name }) => name === 'exp');
    if (exp !== undefined)
      return ofDelta(meaning.module, exp.value) ?? onlyDelta(meaning.module, meaning.within) ?? 'ends';
    const sets = setsExp(module, value, within);
    if (sets === 'always') return onlyDelta(module, within) ?? 'ends';
    return open || sets === 'perhaps' ? 'open' : 'never';
  }
  return setsExp(module, value, within) === 'always' ? (onlyDelta(module, within) ?? 'ends') : 'open';
}

/** `claims["exp"] = …`, `to_encode.update({"exp": …})`: always, or only where something holds. */
function setsExp(module: SourceModule, value: Expression, within: number): 'always' | 'perhaps' | 'never' {
  if (value.kind !== 'name') return 'never';
  const { name } = value;
  const isIt = (of: Expression) => of.kind === 'name' && of.name === name;
  const places = [
    ...module.bindings.filter(
      ({ target, within: where }) =>
        where === within && target.kind === 'member' && target.name === 'exp' && isIt(target.of),
    ),
    ...module.calls.filter(
      ({ callee, arguments: given, within: where }) =>
        where === within &&
        callee.kind === 'member' &&
        callee.name === 'update' &&
        isIt(callee.of) &&
        given.some(({ name: key, value: part }) => key === 'exp' || hasTime(part)),
    ),
  ].map(({ at: place }) => place);
  if (places.length === 0) return 'never';
  const arms = module.branches.flatMap(({ then, otherwise }) =>
    otherwise === undefined ? [then] : [then, otherwise],
  );
  return places.some((place) => !arms.some((arm) => isIn(place, arm))) ? 'always' : 'perhaps';
}

/** The only `timedelta(…)` of a function: sums of times are not read as such. */
function onlyDelta(module: SourceModule, within: number): number | undefined {
  const [only, ...others] = module.calls.flatMap((call, number) =>
    call.within === within && /(^|\.)timedelta$/.test(call.path ?? '') ? [number] : [],
  );
  if (only === undefined || others.length > 0) return undefined;
  return ofDelta(module, { kind: 'call', call: only, at: module.calls[only]!.at });
}

/** `timedelta(minutes=30)` in an expression, in seconds. */
function ofDelta(module: SourceModule, value: Expression | undefined): number | undefined {
  if (value === undefined) return undefined;
  for (const part of partsOf(value, module)) {
    if (part.kind !== 'call') continue;
    const call = module.calls[part.call]!;
    if (!/(^|\.)timedelta$/.test(call.path ?? '')) continue;
    let seconds = 0;
    for (const { name, value: given } of call.arguments) {
      const unit = /^(seconds|minutes|hours|days|weeks)$/.exec(name ?? 'days')?.[1];
      if (unit === undefined || given.kind !== 'literal' || typeof given.value !== 'number') return undefined;
      seconds += given.value * UNITS[unit[0]!]!;
    }
    return seconds;
  }
  return undefined;
}

function lifeIn(life: Life, module: SourceModule, call: Call): { [name: string]: Plain } {
  const origin = inCode(at(module, call.at));
  const open = (what: string) => unknown('unresolved-expression', what, origin);
  if (life === 'never') return { expires: false };
  if (life === 'open')
    return {
      expires: open('the options and claims of the token'),
      lifetimeSeconds: open('how long the token lives'),
    };
  if (life === 'ends') return { expires: true, lifetimeSeconds: open('how long the token lives') };
  return { expires: true, lifetimeSeconds: life };
}

/** Words in the names around it, and in the claims, that say what a token is for. */
function namesAround(module: SourceModule, number: number): string {
  const call = module.calls[number]!;
  const target = module.bindings.find(({ value }) => value.kind === 'call' && value.call === number)?.target;
  const name = target?.kind === 'name' || target?.kind === 'member' ? target.name : '';
  const claims = call.arguments.flatMap(({ value }) =>
    [...partsOf(value, module)].flatMap((part) =>
      part.kind === 'object'
        ? part.members.flatMap((m) => [m.name, m.value.kind === 'literal' ? String(m.value.value) : ''])
        : part.kind === 'name' || part.kind === 'member'
          ? [part.name]
          : [],
    ),
  );
  return [name, ...claims].join(' ');
}

function purposeOf(names: string): string {
  if (/refresh/i.test(names)) return 'refresh';
  return /verif(y|ication)|confirm|invit|reset|unsubscribe|download|share|magic|activation|one-?time|state|nonce|csrf|webhook/i.test(
    names,
  )
    ? 'other'
    : 'access';
}
