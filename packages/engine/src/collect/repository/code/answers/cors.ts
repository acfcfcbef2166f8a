import { inCode } from '../../../../model/origin.ts';
import { unknown, type Value } from '../../../../model/value.ts';
import { onceForText } from '../../../../once-for.ts';
import { fact, openList, placeIn, type RepositoryFact } from '../../fact.ts';
import { partsOf } from '../../joins/expressions.ts';
import { branchesAround } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import type { ValueAt } from '../routes/route.ts';
import { memberIn } from '../routes/routers.ts';
import { everyOne } from '../syntax/expressions.ts';
import type { Call, Expression, Place, SourceModule } from '../syntax/source-module.ts';
import { fitsOf, type HeldAgainst, looksLikeExpression } from './origin-expressions.ts';
import { originsOf } from './origins.ts';

/** A package that answers for other origins: where its options are, and what it does without any. */
interface CorsPackage {
  readonly name: RegExp;
  /** Names of the option, in objects or as arguments. */
  readonly option: readonly string[];
  readonly otherwise: 'everybody' | 'nobody';
  /** Which argument is the object of options. */
  readonly at: number;
  /** How it holds texts against origins that look like expressions. */
  readonly expressions?: HeldAgainst;
}

/** By the documentation of each. */
const PACKAGES: readonly CorsPackage[] = [
  { name: /^cors(\.default)?$/, option: ['origin'], otherwise: 'everybody', at: 0 },
  { name: /^@koa\/cors$/, option: ['origin'], otherwise: 'everybody', at: 0 },
  { name: /^hono\/cors\.cors$/, option: ['origin'], otherwise: 'everybody', at: 0 },
  { name: /^@middy\/http-cors$/, option: ['origin', 'origins'], otherwise: 'everybody', at: 0 },
  {
    name: /^flask_cors\.(CORS|cross_origin)$/,
    option: ['origins'],
    otherwise: 'everybody',
    at: 1,
    expressions: 'start',
  },
  {
    name: /^aws_lambda_powertools\.event_handler(\.\w+)*\.CORSConfig$/,
    option: ['allow_origin'],
    otherwise: 'everybody',
    at: 0,
  },
  { name: /^chalice\.CORSConfig$/, option: ['allow_origin'], otherwise: 'everybody', at: 0 },
];

const packageCalled = onceForText((name) => PACKAGES.find((one) => one.name.test(name)));

/** Middleware that is named to something else that puts it in place. */
const HANDED: readonly CorsPackage[] = [
  {
    name: /^(fastapi|starlette)\.middleware\.cors\.CORSMiddleware$/,
    option: ['allow_origins', 'allow_origin_regex'],
    otherwise: 'nobody',
    at: 1,
  },
  { name: /^(@fastify\/cors|fastify-cors)$/, option: ['origin'], otherwise: 'everybody', at: 1 },
];

const HEADER = /^access-control-allow-origin$/i;
/** A file that is for nothing but health: `health.py`, `api/health-check.ts`; `healthcare/app.ts` is not. */
const OF_HEALTH =
  /(^|\/)health(z|[-_]?checks?)?(\.[\w.]+|\/(index|handler|app|main|lambda_function|route)\.\w+)$/i;
const CREDENTIALS = ['credentials', 'allow_credentials', 'supports_credentials', 'allowCredentials'];

/** Where the code says which pages of other origins may call. */
export function corsPolicies(program: Program): readonly RepositoryFact[] {
  return [...program.modules.values()].flatMap((module) => [
    ...module.calls.flatMap((call) => ofCall(program, module, call)),
    ...ofHeaders(program, module),
  ]);
}

function ofCall(program: Program, module: SourceModule, call: Call): readonly RepositoryFact[] {
  const at = (value: Expression): ValueAt => ({ module, value, within: call.within });
  if (call.callee.kind === 'member' && call.callee.name === 'enableCors') {
    const [options] = call.arguments;
    return [
      policy(
        program,
        module,
        call.at,
        optionsOf(program, options && at(options.value), ['origin']),
        'everybody',
      ),
    ];
  }
  const name = program.pathOf(module, call.callee, call.within);
  const own = name === undefined ? undefined : packageCalled(name);
  const [first] = call.arguments;
  const handed =
    own === undefined &&
    first !== undefined &&
    /^(register|add_middleware|Middleware)$/.test(lastOf(call.callee))
      ? HANDED.find((one) => one.name.test(program.pathOf(module, first.value, call.within) ?? ''))
      : undefined;
  const found = own ?? handed;
  if (found === undefined) return [];
  const named = call.arguments.filter((one) => one.name !== undefined && found.option.includes(one.name));
  const object = call.arguments[found.at];
  const said: readonly Said[] =
    named.length === 0
      ? [
          optionsOf(
            program,
            object === undefined || object.name !== undefined ? undefined : at(object.value),
            found.option,
          ),
        ]
      : named.map((one) => ({
          origin: at(one.value),
          credentials: call.arguments.some(
            ({ name, value }) => name !== undefined && CREDENTIALS.includes(name) && isTrue(value),
          ),
          // Starlette wants the whole of an origin to fit.
          ...(one.name === 'allow_origin_regex' ? { expressions: 'whole' as const } : {}),
        }));
  return said.map((one) =>
    policy(
      program,
      module,
      call.at,
      found.expressions === undefined ? one : { ...one, expressions: found.expressions },
      found.otherwise,
    ),
  );
}

interface Said {
  readonly origin: ValueAt | undefined;
  readonly credentials: boolean;
  /** The options are something that cannot be followed. */
  readonly open?: boolean;
  /** Its texts may be expressions. */
  readonly expressions?: HeldAgainst;
}

function optionsOf(program: Program, options: ValueAt | undefined, names: readonly string[]): Said {
  if (options === undefined) return { origin: undefined, credentials: false };
  const origin = names.map((name) => memberIn(program, options, name)).find((one) => one !== undefined);
  const meaning = program.resolve(options.module, options.value, options.within);
  const isObject = meaning.kind === 'value' && meaning.value.kind === 'object';
  const credentials = CREDENTIALS.some((name) => {
    const found = memberIn(program, options, name);
    return found !== undefined && isTrue(found.value);
  });
  const open = !isObject || (origin === undefined && meaning.value.kind === 'object' && meaning.value.open);
  return { origin, credentials, ...(open ? { open } : {}) };
}

function isTrue(value: Expression): boolean {
  return value.kind === 'literal' && value.value === true;
}

/** The header by its name: in objects of headers, `setHeader`, `response.headers[…] = …`. */
function ofHeaders(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const found: RepositoryFact[] = [];
  const add = (value: Expression, within: number, at: Place) => {
    const isForAll = value.kind === 'literal' && value.value === '*';
    const origin = { module, value, within };
    const said = isForAll && isOfSetting(module, at) ? { origin: undefined, open: true } : { origin };
    found.push(policy(program, module, at, { ...said, credentials: false }, 'nobody'));
  };
  for (const { value, within } of everyOne(module, 'object'))
    for (const member of value.members) if (HEADER.test(member.name)) add(member.value, within, member.at);
  for (const { target, value, within, at } of module.bindings)
    if (target.kind === 'member' && HEADER.test(target.name)) add(value, within, at);
  for (const { arguments: given, within, at } of module.calls) {
    const [header, value] = given;
    if (header?.value.kind === 'literal' && HEADER.test(String(header.value.value)) && value !== undefined)
      add(value.value, within, at);
  }
  return found;
}

/** Whether a header is only set where the settings of a middleware say so: `if allow_all_origins`. */
function isOfSetting(module: SourceModule, at: Place): boolean {
  return branchesAround(module, at, undefined).some(({ test }) =>
    partsOf(test, module).some(
      (part) => (part.kind === 'name' || part.kind === 'member') && ALLOWS.test(part.name),
    ),
  );
}

const ALLOWS =
  /^_*(?:is_?)?(?:preflight_?)?(?:explicit_?)?(?:allow(?:s|ed)?_?(?:all|any|every)?_?origins?|(?:all|any)_?origins?_?(?:are_?)?allowed)$/i;

function policy(
  program: Program,
  module: SourceModule,
  at: Place,
  said: Said,
  otherwise: CorsPackage['otherwise'],
): RepositoryFact {
  const place = placeIn(module.file, at.line, at.column);
  const origins =
    said.open === true
      ? undefined
      : said.origin === undefined
        ? otherwise === 'everybody'
          ? ['*']
          : []
        : undefined;
  const found =
    origins === undefined && said.origin !== undefined ? originsOf(program, said.origin) : undefined;
  const isExpression = (one: Value | undefined) =>
    said.expressions !== undefined &&
    one?.kind === 'known' &&
    (said.expressions === 'whole' || looksLikeExpression(String(one.value)));
  const told = found?.values.filter((one) => !isExpression(one));
  const expressions = found?.values.filter(isExpression) ?? [];
  const open = unknown('unresolved-expression', 'a value for the origins', inCode(place));
  return fact({
    type: 'Repository::CorsPolicy',
    address: `CORS in ${module.file}`,
    at: place,
    properties: {
      file: module.file,
      origins:
        origins ??
        (told === undefined
          ? openList([], open)
          : told.includes(undefined)
            ? openList(
                told.filter((one) => one !== undefined),
                open,
              )
            : told),
      expressions: expressions.map((one) => {
        const text = one?.kind === 'known' ? String(one.value) : '';
        return { text: one, fits: fitsOf(text, said.expressions ?? 'start') };
      }),
      reflects: said.open === true ? open : found?.reflects === true ? true : undefined,
      credentials: said.credentials ? true : undefined,
      ofHealth: OF_HEALTH.test(module.file) ? true : undefined,
    },
  });
}

function lastOf(callee: Expression): string {
  return callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
}
