import type { FunctionAt } from '../behaviour/reach.ts';
import type { Expression, Place, SourceModule } from '../syntax/source-module.ts';

/** An expression with the module and function that it stands in. */
export interface ValueAt {
  readonly module: SourceModule;
  readonly value: Expression;
  readonly within: number;
}

/** For {@link GuardUse.below}: it cannot be told. */
export const UNKNOWN_PATH = '?';

/** What stands before a handler. */
export interface GuardUse extends ValueAt {
  /** What it is called, where the expression says less than the framework does. */
  readonly name?: string;
  /** Only for paths that begin so. */
  readonly below?: string;
  /** Registered only where something else holds. */
  readonly conditional: boolean;
}

/** A route as it was found, before its guards are looked into. */
export interface FoundRoute {
  readonly framework: string;
  /** In capitals; `ANY` for all. */
  readonly method: string;
  /** What would tell the method, where the code does not. */
  readonly methodOpen?: string;
  /** With the prefixes of the routers that it is in; `undefined` where a part cannot be told. */
  readonly path: string | undefined;
  readonly module: SourceModule;
  readonly at: Place;
  readonly handlers: readonly FunctionAt[];
  /** What answers it, as it is written there: wrappers and all. */
  readonly answer?: ValueAt;
  /** Functions that run before the handler and call it: what they ask stands before it. */
  readonly before?: readonly FunctionAt[];
  /** Where the handler is named, if it is no function that could be found. */
  readonly handlerName: string | undefined;
  readonly guards: readonly GuardUse[];
  /** Why more guards may stand before it than those. */
  readonly guardsOpen: string | undefined;
  /** What is said of it beside its handler: schemas, options. */
  readonly options: readonly ValueAt[];
  /** Where the code says that it is open to all: a decorator, a list. */
  readonly publicAt?: { readonly module: SourceModule; readonly at: Place };
}

/** A place that may hold routes and was not understood. */
export interface UnseenRoutes {
  readonly what: string;
  readonly why: string;
  readonly decidedBy: string;
  readonly file: string;
  readonly line: number;
}

export interface FoundRoutes {
  readonly routes: readonly FoundRoute[];
  readonly unseen: readonly UnseenRoutes[];
  /** Places whose routes are in no application. */
  readonly left?: readonly { readonly file: string; readonly line: number; readonly why: string }[];
}

/** A path under a prefix, with one slash between. */
export function joinedPath(prefix: string, path: string): string {
  const end = path === '' || path === '/' ? '' : path.startsWith('/') ? path : `/${path}`;
  const whole =
    `${prefix === '' || prefix.startsWith('/') ? '' : '/'}${prefix.replace(/\/+$/, '')}${end}`.replace(
      /\/{2,}/g,
      '/',
    );
  return whole === '' ? '/' : whole;
}
