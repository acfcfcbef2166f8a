import { modulesNamed } from '../names/named-modules.ts';
import type { Program } from '../names/program.ts';
import type { Call, Expression, SourceModule } from '../syntax/source-module.ts';
import { type FunctionAt, lastName } from './reach.ts';

/** Members of a request under which its caller is kept. */
export const ATTACHED =
  /^(user|currentUser|current_user|auth|session|principal|claims|identity|account|oidc)$/;

/** Packages that put the caller there when they have proven it. */
const SETTERS: readonly { readonly name: RegExp; readonly module: RegExp }[] = [
  {
    name: /^user$/,
    module:
      /^(passport|koa-passport|@fastify\/passport|@nestjs\/passport|express-jwt|koa-jwt|@fastify\/jwt|fastify-jwt|express-oauth2-jwt-bearer|express-openid-connect|django\b.*|starlette\.(middleware\.)?authentication|flask_login|flask_jwt_extended)$/,
  },
  {
    name: /^auth$/,
    module:
      /^(express-jwt|express-oauth2-jwt-bearer|express-basic-auth|@clerk\/[\w-]+|starlette\.(middleware\.)?authentication)$/,
  },
  { name: /^oidc$/, module: /^express-openid-connect$/ },
  {
    name: /^session$/,
    module:
      /^(express-session|cookie-session|koa-session|koa-generic-session|@fastify\/(session|secure-session)|next-session|iron-session(\/\w+)?|client-sessions|@hapi\/yar|flask|flask_session|starlette\.middleware\.sessions|django\b.*)$/,
  },
];

interface ValueIn {
  readonly module: SourceModule;
  readonly value: Expression;
  readonly within: number;
}

/** What is put on requests, and who calls what. */
export interface Attached {
  /** What the code itself puts there under a name. */
  values(name: string): readonly ValueIn[];
  /** Whether a package that the code uses puts it there. */
  byPackage(name: string): boolean;
  /** The calls of a function, as far as they use its name. */
  callsOf(at: FunctionAt): readonly { readonly module: SourceModule; readonly call: Call }[];
}

const known = new WeakMap<Program, Attached>();

/** Looked through once for a program. */
export function attachedBy(program: Program): Attached {
  const before = known.get(program);
  if (before !== undefined) return before;
  const values = new Map<string, ValueIn[]>();
  const calls = new Map<string, { module: SourceModule; call: Call }[]>();
  const packages = new Set<string>();
  for (const module of program.modules.values()) {
    for (const one of modulesNamed(module)) packages.add(one.module);
    for (const { target, value, within } of module.bindings)
      if (target.kind === 'member' && ATTACHED.test(target.name) && isOfRequest(target.of))
        add(values, target.name, { module, value, within });
    for (const call of module.calls) {
      const name = lastName(call.callee);
      if (name !== undefined) add(calls, name, { module, call });
      const [first, second] = call.arguments;
      // `c.set('user', user)` of Hono.
      if (name === 'set' && first?.value.kind === 'literal' && second !== undefined)
        if (ATTACHED.test(String(first.value.value)) && call.callee.kind === 'member')
          if (isOfRequest(call.callee.of))
            add(values, String(first.value.value), { module, value: second.value, within: call.within });
    }
  }
  const attached: Attached = {
    values: (name) => values.get(name) ?? [],
    byPackage: (name) =>
      SETTERS.some((one) => one.name.test(name) && [...packages].some((module) => one.module.test(module))),
    callsOf: ({ module, function: number }) => {
      const { name } = module.functions[number]!;
      return (name === undefined ? [] : (calls.get(name) ?? [])).filter(({ module: from, call }) =>
        program
          .functionsOf(program.resolve(from, call.callee, call.within))
          .functions.some((one) => one.module === module && one.function === number),
      );
    },
  };
  known.set(program, attached);
  return attached;
}

function isOfRequest(value: Expression): boolean {
  if (value.kind === 'member')
    return /^(state|locals|req|request|context|raw)$/.test(value.name) || isOfRequest(value.of);
  return value.kind === 'name' && /^(req|request|ctx|context|c|g|event|evt|socket)$/i.test(value.name);
}

function add<T>(map: Map<string, T[]>, name: string, one: T): void {
  const before = map.get(name);
  if (before === undefined) map.set(name, [one]);
  else before.push(one);
}
