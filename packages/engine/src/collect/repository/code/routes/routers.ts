import { branchesAround } from '../behaviour/reach.ts';
import type { Meaning, Program } from '../names/program.ts';
import {
  type Call,
  type Expression,
  isBefore,
  type Place,
  type SourceModule,
} from '../syntax/source-module.ts';
import { FRAMEWORKS, type RouterFramework } from './frameworks.ts';
import type { GuardUse, ValueAt } from './route.ts';

/** An object on which routes are registered: an application, a router, a parameter that is given one. */
export interface Router {
  readonly id: string;
  /** Nothing yet for a parameter of which only its use tells. */
  framework: RouterFramework | undefined;
  readonly module: SourceModule;
  readonly at: Place;
  /** The call that makes it; nothing for parameters. */
  readonly made: Call | undefined;
  isApp: boolean;
  readonly registrations: Registration[];
}

/** What is registered on a router, in the order in which it stands there. */
export type Registration = { readonly module: SourceModule; readonly at: Place; readonly within: number } & (
  | {
      readonly kind: 'route';
      readonly methods: readonly string[];
      /** What would tell the methods, where the code does not. */
      readonly methodsOpen?: string;
      readonly paths: readonly (string | undefined)[];
      readonly handler: ValueAt | undefined;
      readonly guards: readonly GuardUse[];
      readonly options: readonly ValueAt[];
    }
  | { readonly kind: 'guards'; readonly guards: readonly GuardUse[] }
  | {
      readonly kind: 'mount';
      readonly path: string | undefined;
      readonly router: string;
      readonly guards: readonly GuardUse[];
      /** What the router registers holds for the one that mounts it too: it is the same object in another place. */
      readonly same: boolean;
    }
  /** Something is mounted that could not be followed. */
  | { readonly kind: 'unseen'; readonly what: string; readonly path: string | undefined }
);

/** The routers of a program, by what makes them. */
export class Routers {
  readonly program: Program;
  readonly all = new Map<string, Router>();
  /** Calls that register a route, on something that nobody can tell to be a router. */
  readonly unknown: { readonly module: SourceModule; readonly at: Place; readonly what: string }[] = [];

  constructor(program: Program) {
    this.program = program;
  }

  /** The router that an expression means, where it means one. */
  in({ module, value, within }: ValueAt, steps = 0): Router | undefined {
    return this.of(this.program.resolve(module, value, within), steps);
  }

  of(meaning: Meaning, steps = 0): Router | undefined {
    if (steps > 20) return undefined;
    if (meaning.kind === 'parameter') return this.#parameter(meaning);
    if (meaning.kind === 'several')
      return meaning.of.map((one) => this.of(one, steps + 1)).find((r) => r !== undefined);
    if (meaning.kind === 'module') return this.#exportedBy(meaning.module, steps);
    if (meaning.kind === 'value' && meaning.value.kind === 'object') return undefined;
    if (meaning.kind !== 'made') return undefined;
    if (meaning.members.length > 0) return undefined;
    const { module, call: number } = meaning;
    const call = module.calls[number]!;
    const id = `${module.file}#${number}`;
    const before = this.all.get(id);
    if (before !== undefined) return before;
    const name = this.program.nameOf(meaning);
    const framework = name === undefined ? undefined : FRAMEWORKS.find(({ made }) => made.test(name));
    if (framework !== undefined) {
      const router: Router = {
        id,
        framework,
        module,
        at: call.at,
        made: call,
        isApp: framework.app.test(name!),
        registrations: [],
      };
      this.all.set(id, router);
      return router;
    }
    if (call.callee.kind === 'member' && CHAINS.test(call.callee.name)) {
      const of = this.in({ module, value: call.callee.of, within: call.within }, steps + 1);
      if (of !== undefined) return of;
    }
    const callee = this.program.resolve(module, call.callee, call.within);
    if (callee.kind !== 'function') return undefined;
    const given = this.program.given(callee.module, callee.function);
    return given === undefined ? undefined : this.of(given, steps + 1);
  }

  #exportedBy(module: SourceModule, steps: number): Router | undefined {
    for (const name of ['default', '*', 'router', 'app', 'routes']) {
      const meaning = this.program.exported(module, name);
      const found = meaning.kind === 'module' ? undefined : this.of(meaning, steps + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A parameter is a router where its type or what it is given says so; until then only perhaps. */
  #parameter(meaning: Extract<Meaning, { kind: 'parameter' }>): Router | undefined {
    if (meaning.members.length > 0) return undefined;
    const { module, function: number, parameter } = meaning;
    const id = parameterId(module, number, parameter);
    const before = this.all.get(id);
    if (before !== undefined) return before;
    const made = module.functions[number]!;
    const { type } = made.parameters[parameter]!;
    const router: Router = {
      id,
      framework: type === undefined ? undefined : FRAMEWORKS.find((one) => one.types?.test(type) === true),
      module,
      at: made.at,
      made: undefined,
      isApp: false,
      registrations: [],
    };
    this.all.set(id, router);
    return router;
  }

  /** Whether something that is registered there is so only where something else holds. */
  guard(at: ValueAt, more: { readonly below?: string; readonly name?: string } = {}): GuardUse {
    const outer = at.module.functions[at.within];
    return { ...at, ...more, conditional: branchesAround(at.module, at.value.at, outer).length > 0 };
  }
}

export function parameterId(module: SourceModule, number: number, parameter: number): string {
  return `${module.file}@${number}.${parameter}`;
}

/** Members that give the router back, or something that stands for it. */
const CHAINS =
  /^(get|post|put|patch|delete|head|options|all|on|use|route|basePath|register|addHook|openapi|routes|middleware|allowedMethods|callback|prefix|param|onError|notFound|withTypeProvider|after|ready|decorate|setErrorHandler)$/;

/** What is registered first: what stands with the router itself, then other files, each from top to bottom. */
export function inOrder(router: Router): readonly Registration[] {
  // Of a chain the whole is found before its parts, which come first.
  return router.registrations.toReversed().sort((a, b) => {
    if (a.module !== b.module)
      return (a.module === router.module ? 0 : 1) - (b.module === router.module ? 0 : 1);
    return isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0;
  });
}

/** The members of an object of options, through variables. */
export function memberIn(
  program: Program,
  { module, value, within }: ValueAt,
  name: string,
): ValueAt | undefined {
  const meaning = program.resolve(module, value, within);
  if (meaning.kind !== 'value' || meaning.value.kind !== 'object') return undefined;
  const found = meaning.value.members.findLast((one) => one.name === name);
  return found === undefined
    ? undefined
    : { module: meaning.module, value: found.value, within: meaning.within };
}

/** A list as its items; anything else as one. */
export function itemsIn(program: Program, at: ValueAt): readonly ValueAt[] {
  const meaning = program.resolve(at.module, at.value, at.within);
  if (meaning.kind !== 'value' || meaning.value.kind !== 'list') return [at];
  const { module, within } = meaning;
  return meaning.value.items.flatMap((value) => itemsIn(program, { module, value, within }));
}

/**
 * The items of a list behind the parameter of a function that is called for each of them, or behind the name of a loop:
 * `routes.forEach((route) => app.use(route.path, route.router))`.
 */
export function eachOf(program: Program, { module, value, within }: ValueAt): readonly ValueAt[] | undefined {
  const meaning = program.resolve(module, value, within);
  if (meaning.kind === 'parameter' && meaning.members.length === 0 && meaning.parameter === 0) {
    const call = meaning.module.calls.find(
      (one) =>
        one.callee.kind === 'member' &&
        /^(forEach|map)$/.test(one.callee.name) &&
        one.arguments[0]?.value.kind === 'function' &&
        one.arguments[0].value.function === meaning.function,
    );
    if (call?.callee.kind !== 'member') return undefined;
    return listItems(program, { module: meaning.module, value: call.callee.of, within: call.within });
  }
  if (meaning.kind !== 'value' || meaning.value.kind !== 'index' || meaning.value.index.kind !== 'other')
    return undefined;
  return listItems(program, { module: meaning.module, value: meaning.value.of, within: meaning.within });
}

function listItems(program: Program, at: ValueAt): readonly ValueAt[] | undefined {
  const meaning = program.resolve(at.module, at.value, at.within);
  if (meaning.kind !== 'value' || meaning.value.kind !== 'list' || meaning.value.open) return undefined;
  return meaning.value.items.map((value) => ({ module: meaning.module, value, within: meaning.within }));
}

/** A named argument of Python, or one of the object of options. */
export function argument(call: Call, name: string): Expression | undefined {
  return call.arguments.find((one) => one.name === name)?.value;
}
