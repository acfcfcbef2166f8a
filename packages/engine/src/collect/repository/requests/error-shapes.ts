import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact, written } from '../fact.ts';
import { isOfAPage } from '../practices/pages.ts';
import { at } from '../practices/places.ts';

/** The shapes in which the code answers what went wrong, each once, with the files that answer so. */
export function errorShapes(program: Program): readonly RepositoryFact[] {
  const shapes = new Map<string, Map<SourceModule, Place>>();
  for (const module of program.modules.values()) {
    if (isOfAPage(program, module)) continue;
    for (const { value, at: place } of answersOfErrors(program, module)) {
      const shape = shapeOf(value);
      if (shape === undefined || !TELLS_OF_ERRORS.test(shape)) continue;
      const files = shapes.get(shape) ?? new Map<SourceModule, Place>();
      shapes.set(shape, files);
      if (!files.has(module)) files.set(module, place);
    }
  }
  return [...shapes].map(([shape, files]) => {
    const [[module, place]] = [...files] as [[SourceModule, Place]];
    return fact({
      type: 'Repository::ErrorShape',
      address: `errors as {${shape}}`,
      at: at(module, place),
      properties: {
        members: shape,
        files: [...files].map(([one, where]) => written(one.file, at(one, where))),
      },
    });
  });
}

/** An answer with none of these tells something else: how healthy the application is. */
const TELLS_OF_ERRORS =
  /(^|[ ,{])(errors?|message|msg|details?|code|errorCode|error_code|title|reason|problem|description)($|[ ,}])/i;

interface Answer {
  readonly value: Expression;
  readonly at: Place;
}

/** Objects that are answered together with a status of 400 or more. */
function* answersOfErrors(program: Program, module: SourceModule): Generator<Answer> {
  for (const call of module.calls) if (fails(module, call)) yield* ofCall(program, module, call);
  for (const { value } of module.returns) if (value !== undefined) yield* ofValue(module, value);
  for (const { gives } of module.functions) if (gives !== undefined) yield* ofValue(module, gives);
  // `status, body = 404, {"error": …}`
  const failing = new Set(
    module.bindings
      .filter(({ value }) => isFailure(value))
      .map(({ within, at: place }) => `${within}:${place.line}`),
  );
  for (const { value, within, at: place } of module.bindings)
    if (value.kind === 'object' && failing.has(`${within}:${place.line}`)) yield { value, at: place };
}

function* ofCall(program: Program, module: SourceModule, call: Call): Generator<Answer> {
  const behindStatus = isBehindStatus(module, call);
  if (NO_ANSWER.test(lastName(call.callee) ?? '')) return;
  const objects = call.arguments.filter(({ value }) => value.kind === 'object' && !isSettings(value));
  if (objects.length > 0) {
    for (const { value } of objects) yield { value, at: call.at };
    return;
  }
  if (behindStatus) return;
  // A function of the repository that makes the answer: `failed(404, 'not-found')`.
  for (const one of program.functionsOf(program.resolve(module, call.callee, call.within)).functions) {
    const own = madeBy(one.module, one.function);
    if (own !== undefined) yield { value: own, at: call.at };
  }
}

/** `response.status(404).json({ … })`, `failed(404, 'not-found')`, `Response.json({ … }, { status: 404 })`. */
function fails(module: SourceModule, call: Call): boolean {
  return (
    call.arguments.some(
      ({ value }) =>
        isFailure(value) ||
        (value.kind === 'object' &&
          isSettings(value) &&
          value.members.some((one) => one.name === 'status' && isFailure(one.value))),
    ) || isBehindStatus(module, call)
  );
}

function isBehindStatus(module: SourceModule, { callee }: Call): boolean {
  if (callee.kind !== 'member' || callee.of.kind !== 'call') return false;
  const before = module.calls[callee.of.call]!;
  return (
    /^(json|send|jsonp|end)$/.test(callee.name) &&
    /^(status|code)$/.test(lastName(before.callee) ?? '') &&
    before.arguments.some(({ value }) => isFailure(value))
  );
}

const NO_ANSWER =
  /^(writeHead|Error|HTTPException|abort|setTimeout|log|info|error|warn|sleep|expect|count|metric)$/;

/** `{ statusCode: 404, body: JSON.stringify({ … }) }`, and `jsonify({ … }), 404`. */
function* ofValue(module: SourceModule, value: Expression): Generator<Answer> {
  if (value.kind === 'list' && value.items.some(isFailure))
    for (const item of value.items) {
      const object = item.kind === 'object' ? item : insideCall(module, item);
      if (object !== undefined) yield { value: object, at: value.at };
    }
  if (value.kind !== 'object') return;
  const status = value.members.find(({ name }) => name === 'statusCode')?.value;
  const body = value.members.find(({ name }) => name === 'body')?.value;
  if (status === undefined || body === undefined) return;
  const object = insideCall(module, body);
  if (object !== undefined && (isFailure(status) || namesAnError(object)))
    yield { value: object, at: value.at };
}

/** The object in `JSON.stringify({ … })`, also where it is one of several: `item or {"error": …}`. */
function insideCall(module: SourceModule, value: Expression): Expression | undefined {
  if (value.kind === 'object') return value;
  if (value.kind === 'choice') return value.of.find((one) => one.kind === 'object');
  if (value.kind !== 'call') return undefined;
  const [first] = module.calls[value.call]!.arguments;
  return first === undefined || first.value.kind === 'call' ? undefined : insideCall(module, first.value);
}

function namesAnError(value: Expression): boolean {
  return value.kind === 'object' && value.members.some(({ name }) => /^(error|errors|detail)$/.test(name));
}

/** What a function answers with, where that is written in it once. */
function madeBy(module: SourceModule, number: number): Expression | undefined {
  const { gives } = module.functions[number]!;
  const values = module.returns.filter(({ within }) => within === number).flatMap(({ value }) => value ?? []);
  for (const value of [...(gives === undefined ? [] : [gives]), ...values]) {
    const parts = value.kind === 'list' ? value.items : [value];
    for (const part of parts) {
      if (part.kind === 'object') {
        const body = part.members.find(({ name }) => name === 'body')?.value;
        const inner = body === undefined ? part : insideCall(module, body);
        if (inner !== undefined) return inner;
      }
      if (part.kind === 'call') {
        const object = module.calls[part.call]!.arguments.find((one) => one.value.kind === 'object');
        if (object !== undefined) return object.value;
      }
    }
  }
  return undefined;
}

/** A status of 400 or more, also as what is taken otherwise: `error.status ?? 500`. */
export function isFailure(value: Expression): boolean {
  if (value.kind === 'choice') return value.of.some(isFailure);
  return (
    value.kind === 'literal' && typeof value.value === 'number' && value.value >= 400 && value.value <= 599
  );
}

/** Options beside the answer: headers, the status itself. */
function isSettings(value: Expression): boolean {
  return (
    value.kind === 'object' &&
    value.members.length > 0 &&
    value.members.every(({ name }) => /^(status|statusText|headers|statusCode)$/.test(name))
  );
}

/** Its members by name; of a single one that is an object again, those within. */
function shapeOf(value: Expression): string | undefined {
  if (value.kind !== 'object' || value.open || value.members.length === 0) return undefined;
  const [only, ...others] = value.members;
  if (others.length === 0 && only!.value.kind === 'object') {
    const inner = shapeOf(only!.value);
    return inner === undefined ? undefined : `${only!.name} {${inner}}`;
  }
  return [...new Set(value.members.map(({ name }) => name))].sort().join(', ');
}
