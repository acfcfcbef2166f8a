import type { ClassAt, Program } from '../names/program.ts';
import type { Call, CodeFunction, Expression, SourceModule } from '../syntax/source-module.ts';
import { TOP } from '../syntax/source-module.ts';
import { VERBS } from './frameworks.ts';
import { viewsIn } from './python-views.ts';
import type { GuardUse, ValueAt } from './route.ts';
import { argument, itemsIn, type Registration, type Router, type Routers } from './routers.ts';
import { textIn, textsIn, writtenAs } from './texts.ts';

/** Reads what Python registers on routers: decorators of functions, and calls that mount one router in another. */
export function readPythonRegistrations(routers: Routers, module: SourceModule): void {
  for (const [number, made] of module.functions.entries())
    for (const [index, decorator] of made.decorators.entries())
      decorated(routers, module, number, made, decorator, index);
  for (const [number, made] of module.classes.entries())
    for (const decorator of made.decorators) decoratedClass(routers, module, number, decorator);
  for (const call of module.calls) {
    const { callee } = call;
    if (callee.kind !== 'member' || !CALLS.has(callee.name)) continue;
    const router = routers.in({ module, value: callee.of, within: call.within });
    if (router === undefined || !isCertain(router)) {
      resourceOf(routers, module, call, callee.name);
      continue;
    }
    router.registrations.push(
      ...(viewsOf(routers, module, call, callee.name) ??
        called(routers, router, module, call, callee.name) ??
        []),
    );
  }
}

const CALLS: ReadonlySet<string> = new Set([
  'include_router',
  'register_blueprint',
  'register_blueprints',
  'add_api_route',
  'add_url_rule',
  'add_resource',
  'before_request',
  'use',
  'mount',
  'add_middleware',
]);

/** A parameter says nothing by being decorated with. */
function isCertain(router: Router): boolean {
  return router.made !== undefined || router.framework !== undefined;
}

function decorated(
  routers: Routers,
  module: SourceModule,
  number: number,
  made: CodeFunction,
  decorator: Expression,
  index: number,
): void {
  const call = decorator.kind === 'call' ? module.calls[decorator.call]! : undefined;
  const callee = call?.callee ?? decorator;
  if (callee.kind !== 'member') return;
  const router = routers.in({ module, value: callee.of, within: made.within });
  if (router === undefined || !isCertain(router)) {
    const [path] = call?.arguments ?? [];
    const isRoute = (VERBS.has(callee.name) || callee.name === 'route') && path?.value.kind === 'literal';
    if (isRoute && String(path.value.kind === 'literal' && path.value.value).startsWith('/'))
      routers.unknown.push({ module, at: decorator.at, what: writtenAs(module, callee.of) });
    return;
  }
  const place = { module, at: call?.at ?? decorator.at, within: made.within };
  const handler: ValueAt = {
    module,
    value: { kind: 'function', function: number, at: made.at },
    within: made.within,
  };
  if (/^(before_request|before_app_request)$/.test(callee.name)) {
    router.registrations.push({ kind: 'guards', guards: [routers.guard(handler)], ...place });
    return;
  }
  if (callee.name === 'middleware') {
    router.registrations.push({ kind: 'guards', guards: [routers.guard(handler)], ...place });
    return;
  }
  if (call === undefined || !(VERBS.has(callee.name) || /^(route|api_route|trace)$/.test(callee.name)))
    return;
  // Decorators above the one that registers see nothing of requests; those below it stand around the handler.
  const around = made.decorators
    .slice(index + 1)
    .filter((one) => !isRegistration(module, one))
    .map((value) => routers.guard({ module, value, within: made.within }));
  router.registrations.push({
    kind: 'route',
    methods: methodsOf(routers.program, module, call, callee.name, router),
    paths: pathsOf(routers.program, module, call),
    handler,
    guards: [...dependenciesIn(routers, module, call), ...around],
    options: [{ module, value: decorator, within: made.within }],
    ...place,
  });
}

function isRegistration(module: SourceModule, decorator: Expression): boolean {
  const callee = decorator.kind === 'call' ? module.calls[decorator.call]!.callee : undefined;
  return callee?.kind === 'member' && (VERBS.has(callee.name) || callee.name === 'route');
}

/** `@ns.route('/cards') class Cards(Resource)`: each method of the class named after a verb. */
function decoratedClass(routers: Routers, module: SourceModule, number: number, decorator: Expression): void {
  if (decorator.kind !== 'call') return;
  const call = module.calls[decorator.call]!;
  if (call.callee.kind !== 'member' || call.callee.name !== 'route') return;
  const router = routers.in({ module, value: call.callee.of, within: call.within });
  if (router === undefined || !isCertain(router)) return;
  router.registrations.push(
    ...verbsOf(routers, module, number, call, pathsOf(routers.program, module, call), module),
  );
}

/** `api.add_resource(Cards, '/cards')` of Flask-RESTful, whose api stands for the application. */
function resourceOf(routers: Routers, module: SourceModule, call: Call, name: string): void {
  if (name !== 'add_resource') return;
  const { program } = routers;
  const callee = call.callee.kind === 'member' ? call.callee.of : call.callee;
  const api = program.resolve(module, callee, call.within);
  if (api.kind !== 'made' || !/^flask_rest(ful|x)\.Api\(\)$/.test(program.nameOf(api) ?? '')) return;
  const made = api.module.calls[api.call]!;
  const [app] = made.arguments;
  const router =
    app === undefined ? undefined : routers.in({ module: api.module, value: app.value, within: made.within });
  const [resource, ...paths] = call.arguments;
  if (router === undefined || resource === undefined) return;
  const meaning = program.resolve(module, resource.value, call.within);
  const texts = paths.flatMap((one) =>
    one.name === undefined ? [textIn(program, module, one.value, call.within)] : [],
  );
  if (meaning.kind !== 'class') {
    router.registrations.push(viewNotFound(module, call, texts, resource.value));
    return;
  }
  router.registrations.push(...verbsOf(routers, meaning.module, meaning.class, call, texts, module));
}

/** Classes that are registered as views, each method named after a verb. */
function viewsOf(
  routers: Routers,
  module: SourceModule,
  call: Call,
  name: string,
): readonly Registration[] | undefined {
  if (name !== 'add_url_rule') return undefined;
  const later = decoratedLater(routers, module);
  return viewsIn(routers, module, call)?.flatMap(({ of, paths, named }) =>
    of === undefined
      ? [viewNotFound(module, call, paths, named)]
      : verbsOf(routers, of.module, of.class, call, paths, module).map((one) =>
          one.kind === 'route' ? { ...one, guards: [...one.guards, ...later] } : one,
        ),
  );
}

/** `view.decorators.extend([signed_in])`: which classes get it is told while the code runs. */
function decoratedLater(routers: Routers, module: SourceModule): readonly GuardUse[] {
  return module.calls.flatMap((call) => {
    const { callee, arguments: given, within } = call;
    const isList =
      callee.kind === 'member' &&
      /^(append|extend|insert)$/.test(callee.name) &&
      callee.of.kind === 'member' &&
      callee.of.name === 'decorators';
    return isList
      ? given.flatMap(({ value }) =>
          itemsIn(routers.program, { module, value, within }).map((item) => ({
            ...routers.guard(item),
            conditional: true,
          })),
        )
      : [];
  });
}

/** A class that cannot be told answers by methods that nobody knows. */
function viewNotFound(
  module: SourceModule,
  call: Call,
  paths: readonly (string | undefined)[],
  named: Expression,
  what = `the class ${writtenAs(module, named)}`,
): Registration {
  const { at, within } = call;
  return {
    kind: 'route',
    methods: ['ANY'],
    methodsOpen: `finding ${what} (${module.file}:${at.line})`,
    paths,
    handler: { module, value: { kind: 'other', at: named.at }, within },
    guards: [],
    options: [],
    module,
    at,
    within,
  };
}

function verbsOf(
  routers: Routers,
  module: SourceModule,
  number: number,
  call: Call,
  paths: readonly (string | undefined)[],
  from: SourceModule,
): readonly Registration[] {
  const { program } = routers;
  const of: ClassAt = { module, class: number };
  const { first, rest, isOpen } = program.classesAbove(of);
  const classes = [...first, ...rest];
  const verbs = classes.flatMap((one) =>
    one.module.classes[one.class]!.methods.flatMap((method) => one.module.functions[method]!.name ?? []),
  );
  const routes = [...new Set(verbs)].flatMap((verb): Registration[] => {
    if (!VERBS.has(verb)) return [];
    const handler: ValueAt = { module, value: memberOf(number, verb, call.at), within: TOP };
    const { functions } = program.functionsOf(program.resolve(module, handler.value, TOP));
    return [
      {
        kind: 'route',
        methods: [verb.toUpperCase()],
        paths,
        handler,
        guards: [
          ...around(routers, module, module.classes[number]!.decorators),
          ...functions.flatMap((one) =>
            around(routers, one.module, one.module.functions[one.function]!.decorators),
          ),
          ...everyDecorator(routers, of),
        ],
        options: [],
        module: from,
        at: call.at,
        within: call.within,
      },
    ];
  });
  if (!isOpen) return routes;
  // A class above it that nobody read may answer more.
  const named: Expression = { kind: 'class', class: number, at: call.at };
  return [...routes, viewNotFound(from, call, paths, named, `what ${writtenAs(module, named)} comes of`)];
}

/** The method of a class as it is registered: what it calls of its own object is of that class. */
function memberOf(number: number, name: string, at: Expression['at']): Expression {
  return { kind: 'member', of: { kind: 'class', class: number, at }, name, at };
}

function around(
  routers: Routers,
  module: SourceModule,
  decorators: readonly Expression[],
): readonly GuardUse[] {
  return decorators
    .filter((one) => !isRegistration(module, one))
    .map((value) => routers.guard({ module, value, within: TOP }));
}

/** `decorators = [signed_in]`: those of the nearest class that has them stand around every method. */
function everyDecorator(routers: Routers, { module, class: number }: ClassAt): readonly GuardUse[] {
  const { program } = routers;
  const { first, rest } = program.classesAbove({ module, class: number });
  const fields = [...first, ...rest].flatMap((one) => one.module.classes[one.class]!.fields);
  return ['decorators', 'method_decorators'].flatMap((name) => {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) return [];
    const value = memberOf(number, name, field.at);
    return itemsIn(program, { module, value, within: TOP }).map((item) => routers.guard(item));
  });
}

function pathsOf(program: Program, module: SourceModule, call: Call): readonly (string | undefined)[] {
  const first =
    call.arguments.find((one) => one.name === undefined) ??
    call.arguments.find((one) => /^(path|rule)$/.test(one.name ?? ''));
  if (first === undefined) return [undefined];
  return textsIn(program, module, first.value, call.within) ?? [undefined];
}

function methodsOf(
  program: Program,
  module: SourceModule,
  call: Call,
  name: string,
  router: Router,
): readonly string[] {
  if (VERBS.has(name)) return [name === 'all' ? 'ANY' : name.toUpperCase()];
  const said = argument(call, 'methods') ?? argument(call, 'method');
  const second = router.framework?.name === 'powertools' ? call.arguments[1] : undefined;
  const value = said ?? (second?.name === undefined ? second?.value : undefined);
  // What Flask, FastAPI and Chalice take where nothing is said.
  if (value === undefined) return ['GET'];
  return textsIn(program, module, value, call.within)?.map((one) => one.toUpperCase()) ?? ['ANY'];
}

/** `dependencies=[Depends(signed_in)]`, `middlewares=[…]`, `authorizer=…`. */
function dependenciesIn(routers: Routers, module: SourceModule, call: Call): readonly GuardUse[] {
  return ['dependencies', 'middlewares', 'authorizer', 'auth'].flatMap((name) => {
    const value = argument(call, name);
    if (value === undefined || value.kind === 'literal') return [];
    return itemsIn(routers.program, { module, value, within: call.within }).map((one) => routers.guard(one));
  });
}

/** What every route of a router has by how it was made: `APIRouter(prefix='/cards', dependencies=[…])`. */
export function madeWith(
  routers: Routers,
  { module, made }: Router,
): { prefix: string | undefined; guards: readonly GuardUse[] } {
  if (made === undefined) return { prefix: '', guards: [] };
  const { program } = routers;
  const said = argument(made, 'prefix') ?? argument(made, 'url_prefix');
  const object = made.arguments.find((one) => one.value.kind === 'object')?.value;
  const member =
    object?.kind === 'object' ? object.members.find((one) => one.name === 'prefix')?.value : undefined;
  const value = said ?? member;
  const prefix = value === undefined ? '' : textIn(program, module, value, made.within);
  return { prefix, guards: dependenciesIn(routers, module, made) };
}

function called(
  routers: Routers,
  router: Router,
  module: SourceModule,
  call: Call,
  name: string,
): readonly Registration[] | undefined {
  const found = registered(routers, router, module, call, name);
  return found === undefined ? undefined : [found];
}

function registered(
  routers: Routers,
  router: Router,
  module: SourceModule,
  call: Call,
  name: string,
): Registration | undefined {
  const { program } = routers;
  const { at, within } = call;
  const place = { module, at, within };
  const [first, second] = call.arguments;
  if (first === undefined) return undefined;
  if (name === 'include_router' || name === 'register_blueprint') {
    const child = routers.in({ module, value: first.value, within });
    const said = argument(call, 'prefix') ?? argument(call, 'url_prefix');
    const path = said === undefined ? '' : textIn(program, module, said, within);
    const what = first.value.kind === 'name' || first.value.kind === 'member' ? first.value.name : 'a router';
    if (child?.made === undefined) return { kind: 'unseen', what, path, ...place };
    return {
      kind: 'mount',
      path,
      router: child.id,
      guards: dependenciesIn(routers, module, call),
      same: false,
      ...place,
    };
  }
  if (name === 'mount') {
    const child = second === undefined ? undefined : routers.in({ module, value: second.value, within });
    if (child?.made === undefined) return undefined;
    return {
      kind: 'mount',
      path: textIn(program, module, first.value, within),
      router: child.id,
      guards: [],
      same: false,
      ...place,
    };
  }
  if (name === 'use') {
    const guards = dependenciesIn(routers, module, call);
    return guards.length === 0 ? undefined : { kind: 'guards', guards, ...place };
  }
  if (name === 'add_middleware' || name === 'before_request')
    return { kind: 'guards', guards: [routers.guard({ module, value: first.value, within })], ...place };
  if (name === 'add_api_route' || name === 'add_url_rule') {
    const named = argument(call, 'endpoint') ?? argument(call, 'view_func');
    const handler =
      named?.kind === 'literal' || named === undefined
        ? call.arguments.filter((one) => one.name === undefined).at(-1)?.value
        : named;
    return {
      kind: 'route',
      methods: methodsOf(program, module, call, 'route', router),
      paths: pathsOf(program, module, call),
      handler: handler === undefined ? undefined : { module, value: handler, within },
      guards: dependenciesIn(routers, module, call),
      options: [],
      ...place,
    };
  }
  return undefined;
}
