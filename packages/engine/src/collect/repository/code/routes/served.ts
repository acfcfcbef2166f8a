import { Reaches } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import { type HttpHandler, httpHandlers } from './lambda.ts';
import { nestRoutes } from './nest.ts';
import { nextRoutes } from './next.ts';
import type { FoundRoute, FoundRoutes } from './route.ts';
import { routesOnRouters } from './walk.ts';

/** What a program serves, with what its functions do. */
export interface Served {
  readonly reaches: Reaches;
  /** Functions that Lambda calls with requests. */
  readonly handlers: readonly HttpHandler[];
  /** By framework, with the places that may hold more. */
  readonly found: readonly FoundRoutes[];
  /** All routes, those that handlers of Lambda tell apart themselves included. */
  readonly routes: readonly FoundRoute[];
}

const known = new WeakMap<Program, Served>();

/** The routes of a program. Looked for once, whichever readers ask. */
export function servedBy(program: Program): Served {
  const before = known.get(program);
  if (before !== undefined) return before;
  const reaches = new Reaches(program);
  const handlers = httpHandlers(reaches);
  const found = [routesOnRouters(program), nestRoutes(program), nextRoutes(program)];
  const routes = [...found, ...handlers].flatMap((one) => one.routes);
  const now = { reaches, handlers, found, routes };
  known.set(program, now);
  return now;
}
