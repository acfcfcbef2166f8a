import { inCode } from '../../../../model/origin.ts';
import { unknown } from '../../../../model/value.ts';
import { fact, openList, type Plain, placeIn, type RepositoryFact, written } from '../../fact.ts';
import { handedOn, withMiddleware } from '../behaviour/around-handler.ts';
import { askedOfAll } from '../behaviour/asked-of-all.ts';
import { type GivenAnswers, givenAnswers } from '../behaviour/given-answers.ts';
import type { Guard } from '../behaviour/guard.ts';
import { Guards } from '../behaviour/guards.ts';
import { neededFields } from '../behaviour/needed-fields.ts';
import type { FunctionAt, Reaches } from '../behaviour/reach.ts';
import { type BodyHandling, bodyHandling } from '../behaviour/validation.ts';
import type { Place, SourceModule } from '../syntax/source-module.ts';
import { type AnswersOtherwise, answersOtherwise } from './answers-otherwise.ts';
import type { HttpHandler } from './lambda.ts';
import type { FoundRoute } from './route.ts';
import { sameForEverybody } from './same-for-everybody.ts';
import { handledByMethod } from './validated-by-method.ts';

/** Writes routes and handlers down as facts. */
export class RouteFacts {
  readonly #reaches: Reaches;
  readonly #guards: Guards;

  constructor(reaches: Reaches) {
    this.#reaches = reaches;
    this.#guards = new Guards(reaches);
  }

  route(route: FoundRoute): RepositoryFact {
    const { method, path, framework, module, handlers, handlerName } = route;
    const at = placeAt(module, route.at);
    const name = { method, path };
    const all = [
      ...route.guards.flatMap((use) => this.#guards.of(use, name)),
      ...[...(route.before ?? []), ...handlers].flatMap((start) => {
        const inside = this.#guards.inside([start], name);
        return framework === 'lambda' ? inside.map((one) => askedOfAll(this.#reaches, start, one)) : inside;
      }),
    ];
    const [letThrough] = all.filter(({ kind }) => kind === 'lets-through');
    const publicAt = route.publicAt ?? letThrough;
    const open =
      route.guardsOpen ?? (handlers.length === 0 ? `finding ${handlerName ?? 'its handler'}` : undefined);
    // The last is the innermost: the others wrap it.
    const handler = handlers.at(-1);
    const same = handler === undefined ? undefined : sameForEverybody(this.#reaches.program, handler, route);
    const body = bodyHandling(this.#reaches, handlers, route.options, framework);
    const unread =
      handlers.length === 0
        ? `finding ${handlerName ?? 'its handler'} (${module.file}:${route.at.line})`
        : undefined;
    return fact({
      type: 'Repository::Route',
      address: `${method} ${path ?? `(${module.file})`}`,
      at,
      properties: {
        method:
          route.methodOpen === undefined
            ? method
            : unknown('unresolved-expression', route.methodOpen, inCode(at)),
        path:
          path ??
          unknown('unresolved-expression', `writing the path as a text in ${module.file}`, inCode(at)),
        framework,
        file: module.file,
        handler:
          handlerName ??
          (handler === undefined ? undefined : handler.module.functions[handler.function]!.name),
        handlerFile: handler?.module.file,
        guards: guardsAs(all, open, at),
        redirects: same === 'redirects' ? true : undefined,
        showsPage: same === 'shows-a-page' ? true : undefined,
        public: publicAt === undefined ? undefined : written(true, placeAt(publicAt.module, publicAt.at)),
        ...bodyAs(body, all, unread, at),
        needs: this.#needs(handlers),
        ...answersAs(givenAnswers(this.#reaches, handlers, route.options, framework), unread, at),
      },
    });
  }

  #needs(handlers: readonly FunctionAt[]): readonly Plain[] {
    return neededFields(this.#reaches, handlers).map((one) =>
      written({ name: one.name, in: one.in }, placeAt(one.module, one.at)),
    );
  }

  handler(handler: HttpHandler): RepositoryFact {
    const at = placeAt(handler.module, handler.at);
    // What its branches ask and do with the body is told of their routes.
    const answering = handler.rest === undefined ? handler : { ...handler, part: handler.rest };
    const all = this.#guards
      .inside([answering], { method: 'ANY', path: undefined })
      .map((one) => askedOfAll(this.#reaches, answering, one));
    const whole = bodyHandling(this.#reaches, [answering], [], 'lambda');
    const inside = handledByMethod(this.#reaches, handler, whole);
    const further = handler.routes.length === 0 ? handedOn(this.#reaches, handler) : undefined;
    const body = withMiddleware(this.#reaches, handler, { ...inside, open: inside.open ?? further });
    const seen = fact({
      type: 'Repository::Handler',
      address: handler.name,
      at,
      properties: {
        name: handler.name,
        file: handler.module.file,
        routes: handler.routes.map(({ method, path }) => `${method} ${path ?? '*'}`),
        answersOtherwise: otherwiseAs(answersOtherwise(this.#reaches, handler), at),
        guards: guardsAs(all, undefined, at),
        needs:
          handler.routes.length === 0
            ? this.#needs([{ module: handler.module, function: handler.function }])
            : undefined,
        ...bodyAs(body, all, undefined, at),
        ...answersAs(givenAnswers(this.#reaches, [handler], [], 'lambda'), undefined, at),
      },
    });
    if (handler.isUnnamed !== true) return seen;
    // What requests bring it and what they get is so only where it is deployed.
    const decidedBy = `finding where ${handler.name} is deployed as a function`;
    const members = new Map(seen.properties.members);
    for (const name of ['readsBody', 'answersData'])
      if (members.has(name)) members.set(name, unknown('unresolved-expression', decidedBy, seen.origin));
    return { ...seen, properties: { ...seen.properties, members } };
  }
}

function otherwiseAs(found: AnswersOtherwise | undefined, at: ReturnType<typeof placeAt>): Plain | undefined {
  if (found === undefined) return undefined;
  return 'decidedBy' in found
    ? unknown('unresolved-expression', found.decidedBy, inCode(at))
    : written(true, placeAt(found.module, found.at));
}

function guardsAs(all: readonly Guard[], open: string | undefined, at: ReturnType<typeof placeAt>): Plain {
  const seen = new Set<string>();
  const known = all.filter((one) => {
    const key = `${one.name} ${one.kind}`;
    if (one.kind === 'lets-through' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const items = known.map((one) =>
    written(
      {
        name: one.name,
        kind:
          one.kind === 'unknown'
            ? unknown(
                'unresolved-expression',
                one.decidedBy ?? `reading ${one.name}`,
                inCode(placeAt(one.module, one.at)),
              )
            : one.kind,
        in: (one.by ?? one).module.file,
      },
      placeAt(one.module, one.at),
    ),
  );
  return open === undefined ? items : openList(items, unknown('unresolved-expression', open, inCode(at)));
}

function bodyAs(
  { body, validations, open }: BodyHandling,
  guards: readonly Guard[],
  unread: string | undefined,
  at: ReturnType<typeof placeAt>,
): { readonly [name: string]: Plain } {
  const byGuard = guards.flatMap((one) =>
    one.kind === 'validates'
      ? [{ name: one.name, library: one.library ?? 'a schema', module: one.module, at: one.at }]
      : [],
  );
  const doubtful = guards.find(
    ({ kind, name }) => kind === 'unknown' && /valid|schema|celebrate/i.test(name),
  );
  const more = unread ?? open ?? doubtful?.decidedBy;
  const items = [...byGuard, ...validations].map((one) =>
    written({ name: one.name, library: one.library }, placeAt(one.module, one.at)),
  );
  const nobodyKnows = unread === undefined ? undefined : unknown('unresolved-expression', unread, inCode(at));
  return {
    readsBody: body === undefined ? nobodyKnows : written(true, placeAt(body.module, body.at)),
    validations:
      more === undefined ? items : openList(items, unknown('unresolved-expression', more, inCode(at))),
  };
}

function answersAs(
  { data, untold, schemas, open }: GivenAnswers,
  unread: string | undefined,
  at: ReturnType<typeof placeAt>,
): { readonly [name: string]: Plain } {
  const dark = (decidedBy: string) => unknown('unresolved-expression', decidedBy, inCode(at));
  const [answersOpen, more] = [unread ?? untold, unread ?? open];
  const items = schemas.map((one) => written({ name: one.name }, placeAt(one.module, one.at)));
  return {
    answersData:
      data === undefined
        ? answersOpen === undefined
          ? undefined
          : dark(answersOpen)
        : written(true, placeAt(data.module, data.at)),
    answerSchemas: more === undefined ? items : openList(items, dark(more)),
  };
}

function placeAt({ file }: SourceModule, { line, column }: Place) {
  return placeIn(file, line, column);
}
