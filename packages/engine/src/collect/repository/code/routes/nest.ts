import type { FunctionAt } from '../behaviour/reach.ts';
import type { Meaning, Program } from '../names/program.ts';
import type { CodeFunction, Expression, SourceModule } from '../syntax/source-module.ts';
import { type FoundRoute, type FoundRoutes, type GuardUse, joinedPath, type ValueAt } from './route.ts';
import { itemsIn, memberIn } from './routers.ts';
import { textIn, textsIn, writtenAs } from './texts.ts';

const VERBS: Readonly<Record<string, string>> = {
  Get: 'GET',
  Post: 'POST',
  Put: 'PUT',
  Patch: 'PATCH',
  Delete: 'DELETE',
  Head: 'HEAD',
  Options: 'OPTIONS',
  All: 'ANY',
};

/** Decorators by which people say that a global guard lets a route through. */
const PUBLIC =
  /^(Public|IsPublic|SkipAuth|NoAuth|AllowAnonymous|Unprotected|AuthPublic|Anonymous|SkipAuthentication|PublicRoute)$/;

/** The routes of NestJS: methods with decorators, in classes that are controllers. */
export function nestRoutes(program: Program): FoundRoutes {
  const controllers = [...program.modules.values()].flatMap((module) =>
    module.language === 'python' || !module.imports.some((one) => one.module.startsWith('@nestjs/'))
      ? []
      : module.classes.flatMap((made, number) => {
          const controller = decoratorOf(program, module, made.decorators, 'Controller');
          const receiver = { module, class: number };
          const isPlain = controller === undefined || program.classesBelow(receiver).length === 0;
          return controller === undefined
            ? []
            : [{ module, made, controller, on: isPlain ? {} : { receiver } }];
        }),
  );
  if (controllers.length === 0) return { routes: [], unseen: [] };
  const everywhere = globalsOf(program);
  const routes = controllers.flatMap(({ module, made, controller, on }) => {
    const [said] = controller;
    const prefix = said === undefined ? '' : pathIn(program, module, said);
    const before = guardsIn(program, module, made.decorators);
    return made.methods.flatMap((number): FoundRoute[] => {
      const method = module.functions[number]!;
      return Object.entries(VERBS).flatMap(([verb, name]) => {
        const found = decoratorOf(program, module, method.decorators, verb);
        if (found === undefined) return [];
        const paths =
          found[0] === undefined ? [''] : (textsIn(program, module, found[0], method.within) ?? [undefined]);
        const isPublic = [...method.decorators, ...made.decorators].find((one) =>
          PUBLIC.test(nameOf(module, one) ?? ''),
        );
        const versions = versionsOf(
          program,
          module,
          everywhere.versions,
          said,
          method.decorators,
          made.decorators,
        );
        const versioned = versions.flatMap((version) => paths.map((path) => ({ version, path })));
        return versioned.map(({ version, path }): FoundRoute => {
          const whole =
            path === undefined ||
            prefix === undefined ||
            everywhere.prefix === undefined ||
            version === undefined
              ? undefined
              : joinedPath(joinedPath(joinedPath(everywhere.prefix, version), prefix), path);
          return {
            framework: 'nestjs',
            method: name,
            path: whole,
            module,
            at: found.at,
            handlers: [{ module, function: number, ...on } satisfies FunctionAt],
            handlerName: `${made.name ?? ''}.${method.name ?? ''}`,
            guards: [
              ...everywhere.guards,
              ...everywhere.middleware.filter((one) => fits(one, name, whole)).map(({ guard }) => guard),
              ...before,
              ...guardsIn(program, module, method.decorators),
            ],
            guardsOpen: undefined,
            options: [
              ...everywhere.pipes,
              ...pipesIn(program, module, [...made.decorators, ...method.decorators], method),
            ],
            ...(isPublic === undefined ? {} : { publicAt: { module, at: isPublic.at } }),
          };
        });
      });
    });
  });
  return { routes, unseen: [] };
}

interface Middleware {
  readonly guard: GuardUse;
  /** Nothing: everywhere. */
  readonly routes: readonly { readonly path: string | undefined; readonly method: string }[] | undefined;
}

/** `enableVersioning({ type: VersioningType.URI })`: what stands in paths before the number, and the number for the rest. */
interface Versions {
  readonly before: string | undefined;
  readonly otherwise: ValueAt | undefined;
}

interface Globals {
  readonly prefix: string | undefined;
  /** Nothing where versions are in no path. */
  readonly versions: Versions | undefined;
  readonly guards: readonly GuardUse[];
  readonly pipes: readonly ValueAt[];
  readonly middleware: readonly Middleware[];
}

/** What is registered for all routes: prefixes, guards, pipes, middleware. */
function globalsOf(program: Program): Globals {
  const prefixes: (string | undefined)[] = [];
  let versions: Versions | undefined;
  const guards: GuardUse[] = [];
  const pipes: ValueAt[] = [];
  const middleware: Middleware[] = [];
  for (const module of program.modules.values()) {
    if (module.language === 'python') continue;
    for (const call of module.calls) {
      if (call.callee.kind !== 'member') continue;
      const { name } = call.callee;
      const values = call.arguments.map(({ value }) => value);
      const at = (value: Expression): ValueAt => ({ module, value, within: call.within });
      if (name === 'setGlobalPrefix' && values[0] !== undefined)
        prefixes.push(textIn(program, module, values[0], call.within));
      else if (name === 'enableVersioning') versions = versionsBy(program, at, values[0]);
      else if (name === 'useGlobalGuards')
        guards.push(...values.map((value) => ({ ...at(value), conditional: false })));
      else if (name === 'useGlobalPipes') pipes.push(...values.map(at));
      else if (name === 'forRoutes')
        middleware.push(...appliedTo(program, module, call.callee.of, values, call.within));
    }
    for (const made of module.classes)
      for (const decorator of made.decorators) {
        if (decorator.kind !== 'call' || nameOf(module, decorator) !== 'Module') continue;
        const [options] = module.calls[decorator.call]!.arguments;
        if (options === undefined) continue;
        const providers = memberIn(
          program,
          { module, value: options.value, within: made.within },
          'providers',
        );
        for (const provider of providers === undefined ? [] : itemsIn(program, providers)) {
          const provides = memberIn(program, provider, 'provide');
          const token = provides === undefined ? undefined : writtenAs(provides.module, provides.value);
          if (token !== 'APP_GUARD' && token !== 'APP_PIPE') continue;
          const by = ['useClass', 'useExisting', 'useValue', 'useFactory']
            .map((name) => memberIn(program, provider, name))
            .find((found) => found !== undefined);
          if (by === undefined) continue;
          if (token === 'APP_GUARD') guards.push({ ...by, conditional: false });
          else pipes.push(by);
        }
      }
  }
  const [prefix = '', ...others] = prefixes;
  return { prefix: others.length > 0 ? undefined : prefix, versions, guards, pipes, middleware };
}

function versionsBy(
  program: Program,
  at: (value: Expression) => ValueAt,
  options: Expression | undefined,
): Versions | undefined {
  const member = (name: string) => (options === undefined ? undefined : memberIn(program, at(options), name));
  const type = member('type');
  // By a header or a media type paths stay as they are; nothing said is by path.
  if (type !== undefined && !/(^|\.)URI$/.test(writtenAs(type.module, type.value))) return undefined;
  const before = member('prefix');
  const isNone = before?.value.kind === 'literal' && before.value.value === false;
  return {
    before:
      before === undefined ? 'v' : isNone ? '' : textIn(program, before.module, before.value, before.within),
    otherwise: member('defaultVersion'),
  };
}

/** The parts of paths that versions are: of the method, else of the controller, else of all. */
function versionsOf(
  program: Program,
  module: SourceModule,
  versions: Versions | undefined,
  controller: Expression | undefined,
  ...decorators: readonly (readonly Expression[])[]
): readonly (string | undefined)[] {
  if (versions === undefined) return [''];
  const own = decorators
    .map((all) => decoratorOf(program, module, all, 'Version')?.[0])
    .find((one) => one !== undefined);
  const said: ValueAt | undefined =
    own !== undefined
      ? { module, value: own, within: -1 }
      : ((controller === undefined
          ? undefined
          : memberIn(program, { module, value: controller, within: -1 }, 'version')) ?? versions.otherwise);
  if (said === undefined) return [''];
  return itemsIn(program, said).map((one) => {
    if (/VERSION_NEUTRAL$/.test(writtenAs(one.module, one.value))) return '';
    const number =
      one.value.kind === 'literal'
        ? String(one.value.value)
        : textIn(program, one.module, one.value, one.within);
    return number === undefined || versions.before === undefined ? undefined : `${versions.before}${number}`;
  });
}

/** `consumer.apply(Signed).forRoutes({ path: 'user', method: RequestMethod.GET })`. */
function appliedTo(
  program: Program,
  module: SourceModule,
  of: Expression,
  targets: readonly Expression[],
  within: number,
): readonly Middleware[] {
  if (of.kind !== 'call') return [];
  const apply = module.calls[of.call]!;
  if (apply.callee.kind !== 'member') return [];
  if (apply.callee.name === 'exclude') return appliedTo(program, module, apply.callee.of, [], within);
  if (apply.callee.name !== 'apply') return [];
  const routes = targets.map((target) => {
    const at = { module, value: target, within };
    const path = memberIn(program, at, 'path');
    const method = memberIn(program, at, 'method');
    const text =
      path === undefined
        ? textIn(program, module, target, within)
        : textIn(program, path.module, path.value, path.within);
    return {
      path: text,
      method: method === undefined ? 'ANY' : writtenAs(method.module, method.value).replace(/^.*\./, ''),
    };
  });
  return apply.arguments.map(({ value }) => ({
    guard: { module, value, within, conditional: false },
    routes: routes.some(({ path }) => path === '*' || path === '/') ? undefined : routes,
  }));
}

function fits({ routes }: Middleware, method: string, path: string | undefined): boolean {
  if (routes === undefined) return true;
  return routes.some((one) => {
    if (one.method !== 'ANY' && one.method !== 'ALL' && one.method !== method) return false;
    if (one.path === undefined || path === undefined) return false;
    const pattern = joinedPath('', one.path).replace(/:\w+/g, ':x');
    const own = path.replace(/:\w+/g, ':x');
    // A global prefix stands before the paths of controllers, not before those of middleware.
    return (
      own === pattern ||
      own.endsWith(pattern) ||
      (pattern.endsWith('*') && own.includes(pattern.slice(0, -1)))
    );
  });
}

function decoratorOf(
  program: Program,
  module: SourceModule,
  decorators: readonly Expression[],
  name: string,
): (readonly Expression[] & { at: Expression['at'] }) | undefined {
  for (const one of decorators) {
    if (one.kind !== 'call') continue;
    const call = module.calls[one.call]!;
    const path = program.pathOf(module, call.callee, call.within);
    if (path === `@nestjs/common.${name}`)
      return Object.assign(
        call.arguments.map(({ value }) => value),
        { at: one.at },
      );
  }
  return undefined;
}

function nameOf(module: SourceModule, decorator: Expression): string | undefined {
  const callee = decorator.kind === 'call' ? module.calls[decorator.call]!.callee : decorator;
  return callee.kind === 'name' || callee.kind === 'member' ? callee.name : undefined;
}

function pathIn(program: Program, module: SourceModule, value: Expression): string | undefined {
  const path = memberIn(program, { module, value, within: -1 }, 'path');
  if (path !== undefined) return textIn(program, path.module, path.value, path.within);
  if (value.kind === 'object') return '';
  return textIn(program, module, value, -1);
}

/** What `@UseGuards` names, and decorators of the application that put it together with others. */
function guardsIn(
  program: Program,
  module: SourceModule,
  decorators: readonly Expression[],
): readonly GuardUse[] {
  return decorators.flatMap((one): GuardUse[] => {
    const call = one.kind === 'call' ? module.calls[one.call]! : undefined;
    const callee = call?.callee ?? one;
    const meaning = program.resolve(module, callee, -1);
    if (meaning.kind === 'external') {
      if (meaning.path === '@nestjs/common.UseGuards' && call !== undefined)
        return call.arguments.map(({ value }) => ({
          module,
          value,
          within: call.within,
          conditional: false,
        }));
      return [];
    }
    return ownDecorator(program, meaning);
  });
}

/** `const Auth = () => applyDecorators(UseGuards(JwtGuard), …)`. */
function ownDecorator(program: Program, meaning: Meaning): GuardUse[] {
  if (meaning.kind !== 'function') return [];
  const { module } = meaning;
  return module.calls.flatMap((call): GuardUse[] => {
    if (call.within !== meaning.function) return [];
    if (program.pathOf(module, call.callee, call.within) !== '@nestjs/common.UseGuards') return [];
    return call.arguments.map(({ value }) => ({ module, value, within: call.within, conditional: false }));
  });
}

/** Pipes of a route and of its parameters. */
function pipesIn(
  program: Program,
  module: SourceModule,
  decorators: readonly Expression[],
  method: CodeFunction,
): readonly ValueAt[] {
  const used = decorators.flatMap((one) => {
    if (one.kind !== 'call') return [];
    const call = module.calls[one.call]!;
    if (program.pathOf(module, call.callee, call.within) !== '@nestjs/common.UsePipes') return [];
    return call.arguments.map(({ value }) => ({ module, value, within: call.within }));
  });
  const own = method.parameters.flatMap(({ decorators: on }) =>
    on.flatMap((one) => {
      if (one.kind !== 'call') return [];
      const call = module.calls[one.call]!;
      return call.arguments
        .filter(({ value }) => value.kind !== 'literal')
        .map(({ value }) => ({ module, value, within: call.within }));
    }),
  );
  return [...used, ...own];
}
