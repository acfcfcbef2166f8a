import type { Program } from '../names/program.ts';
import type { Call, SourceModule } from '../syntax/source-module.ts';
import { VERBS } from './frameworks.ts';
import { type GuardUse, UNKNOWN_PATH, type ValueAt } from './route.ts';
import { eachOf, itemsIn, memberIn, type Registration, type Router, type Routers } from './routers.ts';
import { textIn, textsIn, writtenAs } from './texts.ts';

/** Reads what scripts register on routers by calls: `app.get('/', …)`, `app.use(…)`, `app.register(…)`. */
export function readScriptRegistrations(routers: Routers, module: SourceModule): void {
  for (const call of module.calls) {
    const { callee } = call;
    if (callee.kind !== 'member' || !MEMBERS.has(callee.name)) continue;
    const of = routeBuilder(module, callee.of);
    const router = routers.in({ module, value: of?.router ?? callee.of, within: call.within });
    if (router === undefined) {
      if (looksLikeRoute(module, call))
        routers.unknown.push({ module, at: call.at, what: writtenAs(module, callee.of) });
      continue;
    }
    const made =
      of === undefined
        ? registrationOf(routers, router, module, call, callee.name)
        : VERBS.has(callee.name)
          ? routeOf(
              routers,
              module,
              call,
              callee.name,
              of.path,
              call.arguments.map(({ value }) => value),
            )
          : undefined;
    if (made !== undefined) router.registrations.push(made);
  }
}

const MEMBERS: ReadonlySet<string> = new Set([
  ...VERBS,
  'del',
  'use',
  'route',
  'mount',
  'on',
  'register',
  'addHook',
  'openapi',
  'useGlobalGuards',
]);

const CLIENTS =
  /^(\$|jQuery|axios|http|https|fetch|request|got|ky|client|api|instance|supertest|nock|cache|session|localStorage)$/i;

/** `something.get('/cards', (request, response) => …)`. */
function looksLikeRoute(module: SourceModule, call: Call): boolean {
  const { callee, arguments: given } = call;
  if (callee.kind !== 'member' || !VERBS.has(callee.name) || given.length < 2) return false;
  const [path] = given;
  if (path?.value.kind !== 'literal' || !String(path.value.value).startsWith('/')) return false;
  const last = given.at(-1)!.value;
  if (last.kind !== 'function' || module.functions[last.function]!.parameters.length === 0) return false;
  return !CLIENTS.test(writtenAs(module, callee.of).replace(/^.*\./, '').replace(/\(\)$/, ''));
}

/** `router.route('/cards').get(…).post(…)`: the router and the path. */
function routeBuilder(
  module: SourceModule,
  value: Call['callee'],
): { router: Call['callee']; path: Call['callee'] } | undefined {
  for (let at = value; at.kind === 'call'; ) {
    const { callee, arguments: given } = module.calls[at.call]!;
    if (callee.kind !== 'member') return undefined;
    const [path, ...others] = given;
    if (callee.name === 'route' && path !== undefined && others.length === 0)
      return path.value.kind === 'object' ? undefined : { router: callee.of, path: path.value };
    if (!VERBS.has(callee.name)) return undefined;
    at = callee.of;
  }
  return undefined;
}

function registrationOf(
  routers: Routers,
  router: Router,
  module: SourceModule,
  call: Call,
  name: string,
): Registration | undefined {
  const { program } = routers;
  const { at, within } = call;
  const values = call.arguments.map(({ value }) => value);
  const [first, second] = values;
  if (first === undefined) return undefined;
  if (VERBS.has(name) || name === 'del') {
    if (values.length < 2 || (first.kind === 'function' && router.framework?.name !== 'koa'))
      return undefined;
    return routeOf(routers, module, call, name === 'del' ? 'delete' : name, first, values.slice(1));
  }
  if (name === 'on') {
    const methods = textsIn(program, module, first, within);
    if (second === undefined || values.length < 3 || methods === undefined) return undefined;
    const route = routeOf(routers, module, call, 'all', second, values.slice(2));
    return route?.kind === 'route' ? { ...route, methods: methods.map((m) => m.toUpperCase()) } : undefined;
  }
  if (name === 'use') return useOf(routers, router, module, call);
  if (name === 'addHook') return hookOf(routers, module, call);
  if (name === 'register') return registerOf(routers, module, call);
  if (name === 'openapi') return openApiRoute(routers, module, call);
  if (name === 'route' || name === 'mount') {
    const options = { module, value: first, within };
    const url = memberIn(program, options, 'url') ?? memberIn(program, options, 'path');
    if (url !== undefined) return optionsRoute(routers, module, call, options, url);
    if (second === undefined) return undefined;
    const child = routers.in({ module, value: second, within });
    const path = textIn(program, module, first, within);
    if (child !== undefined)
      return { kind: 'mount', path, router: child.id, guards: [], same: false, module, at, within };
    return { kind: 'unseen', what: writtenAs(module, second), path, module, at, within };
  }
  return undefined;
}

/** A route with its path, what stands before its handler, and the handler as the last. */
function routeOf(
  routers: Routers,
  module: SourceModule,
  call: Call,
  verb: string,
  path: Call['callee'],
  rest: readonly Call['callee'][],
): Registration | undefined {
  const { program } = routers;
  const { at, within } = call;
  const paths = textsIn(program, module, path, within) ?? [undefined];
  const values = rest.flatMap((value) => itemsIn(program, { module, value, within }));
  const options = values.filter((one) => isOptions(program, one));
  const steps = values.filter((one) => !options.includes(one));
  const handler = steps.at(-1);
  if (handler === undefined && options.length === 0) return undefined;
  const inOptions = options.flatMap((one) => hooksIn(routers, one));
  return {
    kind: 'route',
    methods: [verb === 'all' ? 'ANY' : verb.toUpperCase()],
    paths,
    handler: handler ?? options.map((one) => memberIn(program, one, 'handler')).find((h) => h !== undefined),
    guards: [...inOptions, ...steps.slice(0, -1).map((one) => routers.guard(one))],
    options,
    module,
    at,
    within,
  };
}

/** An object between path and handler: Fastify's options of a route. */
function isOptions(program: Program, { module, value, within }: ValueAt): boolean {
  const meaning = program.resolve(module, value, within);
  return meaning.kind === 'value' && meaning.value.kind === 'object';
}

const HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'middleware', 'before'];

function hooksIn(routers: Routers, options: ValueAt): readonly GuardUse[] {
  return HOOKS.flatMap((name) => {
    const found = memberIn(routers.program, options, name);
    return found === undefined ? [] : itemsIn(routers.program, found).map((one) => routers.guard(one));
  });
}

function optionsRoute(
  routers: Routers,
  module: SourceModule,
  call: Call,
  options: ValueAt,
  url: ValueAt,
): Registration {
  const { program } = routers;
  const method = memberIn(program, options, 'method');
  const methods =
    method === undefined ? undefined : textsIn(program, method.module, method.value, method.within);
  return {
    kind: 'route',
    methods: methods?.map((one) => one.toUpperCase()) ?? ['ANY'],
    paths: textsIn(program, url.module, url.value, url.within) ?? [undefined],
    handler: memberIn(program, options, 'handler'),
    guards: hooksIn(routers, options),
    options: [options],
    module,
    at: call.at,
    within: call.within,
  };
}

/** `app.openapi(createRoute({ method, path, … }), handler)`. */
function openApiRoute(routers: Routers, module: SourceModule, call: Call): Registration | undefined {
  const { program } = routers;
  const [route, handler] = call.arguments.map(({ value }) => value);
  if (route === undefined || handler === undefined) return undefined;
  const meaning = program.resolve(module, route, call.within);
  const made = meaning.kind === 'made' ? meaning.module.calls[meaning.call]?.arguments[0]?.value : undefined;
  const options: ValueAt | undefined =
    meaning.kind === 'made' && made !== undefined
      ? { module: meaning.module, value: made, within: meaning.module.calls[meaning.call]!.within }
      : undefined;
  const path = options === undefined ? undefined : memberIn(program, options, 'path');
  if (options === undefined || path === undefined) return undefined;
  const found = optionsRoute(routers, module, call, options, path);
  return found.kind === 'route'
    ? { ...found, handler: { module, value: handler, within: call.within } }
    : found;
}

/** `app.use('/api', guard, router)`: what is a router is mounted, the rest stands before it and all that follows. */
function useOf(routers: Routers, router: Router, module: SourceModule, call: Call): Registration | undefined {
  const { program } = routers;
  const { at, within } = call;
  const place = { module, at, within };
  const values = call.arguments.map(({ value }) => value);
  const [first] = values;
  if (values.length === 2 && first?.kind === 'member' && values[1]?.kind === 'member') {
    const mounted = mountedFromList(routers, module, call, first, values[1]);
    if (mounted !== undefined) {
      router.registrations.push(...mounted);
      return undefined;
    }
  }
  const path = first === undefined ? undefined : textIn(program, module, first, within);
  const hasPath =
    path !== undefined || first?.kind === 'text' || (first?.kind === 'other' && values.length > 1);
  const steps = values.slice(hasPath ? 1 : 0).flatMap((value) => itemsIn(program, { module, value, within }));
  const children = steps.flatMap((one) => {
    const found = routers.in(one);
    return found === undefined || found === router || found.made === undefined ? [] : [found];
  });
  const isChild = (one: ValueAt) => {
    const found = routers.in(one);
    return found !== undefined && children.includes(found);
  };
  const below = hasPath ? { below: path ?? UNKNOWN_PATH } : {};
  // What cannot be found may be a router as well as anything else.
  for (const one of steps)
    if (program.resolve(one.module, one.value, one.within).kind === 'open')
      router.registrations.push({ kind: 'unseen', what: writtenAs(one.module, one.value), path, ...place });
  const guards = steps.filter((one) => !isChild(one)).map((one) => routers.guard(one, below));
  const [child, ...others] = children;
  if (child === undefined) return { kind: 'guards', guards, ...place };
  for (const other of others)
    router.registrations.push({
      kind: 'mount',
      path: hasPath ? path : '',
      router: other.id,
      guards,
      same: false,
      ...place,
    });
  return { kind: 'mount', path: hasPath ? path : '', router: child.id, guards, same: false, ...place };
}

/** `for (const { path, router } of routes) app.use(route.path, route.router)`. */
function mountedFromList(
  routers: Routers,
  module: SourceModule,
  { at, within }: Call,
  path: Extract<Call['callee'], { kind: 'member' }>,
  child: Extract<Call['callee'], { kind: 'member' }>,
): readonly Registration[] | undefined {
  const { program } = routers;
  const items = eachOf(program, { module, value: path.of, within });
  return items?.flatMap((item): Registration[] => {
    const said = memberIn(program, item, path.name);
    const value = memberIn(program, item, child.name);
    const found = value === undefined ? undefined : routers.in(value);
    const text = said === undefined ? undefined : textIn(program, said.module, said.value, said.within);
    const place = { module, at, within };
    if (found === undefined) return [{ kind: 'unseen', what: child.name, path: text, ...place }];
    return [{ kind: 'mount', path: text, router: found.id, guards: [], same: false, ...place }];
  });
}

const GUARDING_HOOKS = /^(onRequest|preParsing|preValidation|preHandler)$/;

function hookOf(routers: Routers, module: SourceModule, call: Call): Registration | undefined {
  const [hook, value] = call.arguments.map((one) => one.value);
  if (hook === undefined || value === undefined) return undefined;
  const name = textIn(routers.program, module, hook, call.within);
  if (name !== undefined && !GUARDING_HOOKS.test(name)) return undefined;
  const guards = itemsIn(routers.program, { module, value, within: call.within }).map((one) =>
    routers.guard(one),
  );
  return { kind: 'guards', guards, module, at: call.at, within: call.within };
}

/** `app.register(plugin, { prefix })`. */
function registerOf(routers: Routers, module: SourceModule, call: Call): Registration | undefined {
  const { program } = routers;
  const { at, within } = call;
  const place = { module, at, within };
  const [plugin, options] = call.arguments.map(({ value }) => value);
  if (plugin === undefined) return undefined;
  const prefix =
    options === undefined ? undefined : memberIn(program, { module, value: options, within }, 'prefix');
  const path = prefix === undefined ? '' : textIn(program, prefix.module, prefix.value, prefix.within);
  let meaning = program.resolve(module, plugin, within);
  if (meaning.kind === 'module') {
    const whole = program.exported(meaning.module, 'default');
    meaning = whole.kind === 'open' ? program.exported(meaning.module, '*') : whole;
  }
  let same = false;
  if (meaning.kind === 'made' && /^fastify-plugin(\.\w+)?\(\)$/.test(program.nameOf(meaning) ?? '')) {
    const inner = meaning.module.calls[meaning.call]!;
    const [wrapped] = inner.arguments;
    if (wrapped !== undefined) meaning = program.resolve(meaning.module, wrapped.value, inner.within);
    same = true;
  }
  if (meaning.kind === 'function') {
    const target = {
      kind: 'parameter',
      module: meaning.module,
      function: meaning.function,
      parameter: 0,
      members: [],
    } as const;
    if (meaning.module.functions[meaning.function]!.parameters.length === 0) return undefined;
    const child = routers.of(target);
    return child === undefined
      ? undefined
      : { kind: 'mount', path, router: child.id, guards: [], same, ...place };
  }
  const name = meaning.kind === 'external' ? meaning.path : (program.nameOf(meaning) ?? '');
  if (/^@fastify\/autoload/.test(name)) return { kind: 'unseen', what: '@fastify/autoload', path, ...place };
  if (meaning.kind === 'external' || name !== '')
    return { kind: 'guards', guards: [routers.guard({ module, value: plugin, within })], ...place };
  return { kind: 'unseen', what: writtenAs(module, plugin), path, ...place };
}
