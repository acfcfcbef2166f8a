import type { Program } from '../names/program.ts';
import type { ValueAt } from '../routes/route.ts';
import { memberIn } from '../routes/routers.ts';
import { writtenAs } from '../routes/texts.ts';
import type { Expression, Parameter, SourceModule } from '../syntax/source-module.ts';
import type { SeenAt } from './answers.ts';
import { libraryThatValidates } from './known-names.ts';
import { MOST_OVERRIDDEN, type OverriddenCall, overriddenIn } from './overridden.ts';
import { BODY_CALL, BODY_READ, OwnValidation } from './own-validation.ts';
import { type CallAt, type FunctionAt, lastName, type Reaches } from './reach.ts';
import { VALIDATES_BY_MEMBER } from './vocabulary.ts';

/** One place where what came in is compared with a schema. */
export interface Validation extends SeenAt {
  readonly name: string;
  readonly library: string;
}

export interface BodyHandling {
  /** Where the body of a request is read; nothing where the code reads none. */
  readonly body: SeenAt | undefined;
  readonly validations: readonly Validation[];
  /** What may be validating and could not be read. */
  readonly open: string | undefined;
}

const OWN_NAME = /valid|problems?(of|in)?$|faults?(of|in)?$|schema|sanitiz/i;

/** How functions that answer a request handle its body. */
export function bodyHandling(
  reaches: Reaches,
  handlers: readonly FunctionAt[],
  options: readonly ValueAt[],
  framework: string,
  steps = 0,
): BodyHandling {
  const { program } = reaches;
  const ownCode = new OwnValidation(reaches);
  const validations: Validation[] = options.flatMap((one) => declared(program, one, framework, handlers));
  let body: SeenAt | undefined;
  let open: string | undefined;
  for (const at of handlers) {
    const reach = reaches.of(at);
    const { module } = at;
    const own = module.functions[at.function]!;
    for (const parameter of own.parameters) {
      const typed = bodyParameter(program, module, parameter, at.function, framework);
      if (typed === undefined) continue;
      body ??= { module, at: own.at };
      if (typed !== '')
        validations.push({ name: parameter.type ?? typed, library: typed, module, at: own.at });
    }
    // What wraps a handler reads every body, for its log or to parse it.
    const isInnermost = at === handlers.at(-1);
    const read = isInnermost ? reach.reads.find((one) => BODY_READ.test(one.read.path ?? '')) : undefined;
    if (read !== undefined) body ??= { module: read.module, at: read.read.at };
    for (const one of reach.calls) {
      if (isInnermost && (BODY_CALL.test(one.call.path ?? '') || isBodyByGet(one)))
        body ??= { module: one.module, at: one.call.at };
      const library = libraryOf(program, one);
      if (library === undefined && isOwn(one)) {
        const compares = ownCode.compares(one);
        if (compares === 'perhaps')
          open ??= `telling whether ${written(one)} compares the body (${one.module.file}:${one.call.at.line})`;
        if (compares === 'yes')
          validations.push({ name: written(one), library: 'own code', module: one.module, at: one.call.at });
      }
      if (library !== undefined)
        validations.push({ name: written(one), library, module: one.module, at: one.call.at });
    }
    for (const one of reach.reads)
      if (VALIDATES_BY_MEMBER.test(one.read.path ?? ''))
        validations.push({ name: one.read.path!, library: 'pydantic', module: one.module, at: one.read.at });
    for (const one of overriddenIn(reach)) {
      const said = saidByAll(reaches, one, steps);
      if (isInnermost) body ??= said.body;
      validations.push(...said.validations);
      open ??= said.open;
    }
    const told = new Set(overriddenIn(reach).map(({ call }) => call.at));
    const opaque = reach.open.find(
      ({ name, at: place }) => !told.has(place) && (OWN_NAME.test(name) || /parse|check/i.test(name)),
    );
    if (opaque !== undefined) open ??= `finding ${opaque.name} (${opaque.module.file}:${opaque.at.line})`;
  }
  return { body, validations, open };
}

/** How methods handle a body of which each is called on objects of another class: what all of them do. */
function saidByAll(reaches: Reaches, { module, call, by }: OverriddenCall, steps: number): BodyHandling {
  const each = steps > MOST_OVERRIDDEN ? [] : by.map((at) => bodyHandling(reaches, [at], [], '', steps + 1));
  const body = each.find((one) => one.body !== undefined)?.body;
  const [first] = each.flatMap(({ validations }) => validations);
  const isOne =
    each.length > 0 &&
    each.every(
      (one) =>
        one.open === undefined &&
        (one.body === undefined) === (body === undefined) &&
        (one.validations.length === 0) === (first === undefined),
    );
  return {
    body,
    validations: isOne && first !== undefined ? [first] : [],
    open: isOne
      ? undefined
      : `telling which class writes ${lastName(call.callee)} for this object (${module.file}:${call.at.line})`,
  };
}

/** `{ body }` among the parameters, a model of pydantic, `@Body()`: nothing where it is no body, else the library that checks it. */
export function bodyParameter(
  program: Program,
  module: SourceModule,
  parameter: Parameter,
  within: number,
  framework: string,
): string | undefined {
  if (parameter.members?.some(({ member }) => member === 'body' || member.startsWith('body.')) === true)
    return '';
  if (framework === 'nestjs')
    return parameter.decorators.some(
      (one) => one.kind === 'call' && lastName(module.calls[one.call]!.callee) === 'Body',
    )
      ? ''
      : undefined;
  if (framework !== 'fastapi' && framework !== 'powertools') return undefined;
  const { otherwise } = parameter;
  if (
    otherwise?.kind === 'call' &&
    /^(Depends|Security|Query|Path|Header|Cookie)$/.test(lastName(module.calls[otherwise.call]!.callee) ?? '')
  )
    return undefined;
  for (const value of [parameter.annotation, otherwise]) {
    const found = value === undefined ? undefined : modelIn(program, module, value, within, 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

function modelIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps: number,
): string | undefined {
  if (steps > 5) return undefined;
  if (value.kind === 'call') {
    const name = program.pathOf(module, module.calls[value.call]!.callee, within) ?? '';
    return /^fastapi(\.params)?\.(Body|Form|File)$/.test(name) ? 'fastapi' : undefined;
  }
  if (value.kind === 'index') {
    const parts = value.index.kind === 'list' ? value.index.items : [value.index];
    return parts
      .map((one) => modelIn(program, module, one, within, steps + 1))
      .find((one) => one !== undefined);
  }
  const meaning = program.resolve(module, value, within);
  if (meaning.kind === 'class')
    return isModel(program, meaning.module, meaning.class, 0) ? 'pydantic' : undefined;
  if (meaning.kind === 'value' && meaning.value.kind === 'index')
    return modelIn(program, meaning.module, meaning.value, meaning.within, steps + 1);
  return meaning.kind === 'external' && meaning.path === 'fastapi.UploadFile' ? 'fastapi' : undefined;
}

function isModel(program: Program, module: SourceModule, number: number, steps: number): boolean {
  if (steps > 8) return false;
  const made = module.classes[number]!;
  return made.bases.some((base) => {
    const of = base.kind === 'index' ? base.of : base;
    const meaning = program.resolve(module, of, made.within);
    if (meaning.kind === 'class') return isModel(program, meaning.module, meaning.class, steps + 1);
    return meaning.kind === 'external' && /(^|\.)(BaseModel|SQLModel|Schema)$/.test(meaning.path);
  });
}

/** What is declared beside the handler: Fastify's schema of the body, pipes of NestJS. */
function declared(
  program: Program,
  option: ValueAt,
  framework: string,
  handlers: readonly FunctionAt[],
): readonly Validation[] {
  const { module, value, within } = option;
  if (framework === 'fastify') {
    const schema = memberIn(program, option, 'schema');
    const body = schema === undefined ? undefined : memberIn(program, schema, 'body');
    return body === undefined
      ? []
      : [{ name: 'schema.body', library: 'fastify', module: body.module, at: body.value.at }];
  }
  if (framework === 'hono') {
    const request = memberIn(program, option, 'request');
    const body = request === undefined ? undefined : memberIn(program, request, 'body');
    return body === undefined
      ? []
      : [{ name: 'request.body', library: 'zod-openapi', module: body.module, at: body.value.at }];
  }
  if (framework !== 'nestjs') return [];
  const name = program.pathOf(module, value, within) ?? writtenAs(module, value);
  if (/Zod|Joi|Yup|Schema/.test(name))
    return [{ name: writtenAs(module, value), library: 'pipe', module, at: value.at }];
  if (!/ValidationPipe/.test(name)) return [];
  // The pipe compares with the decorators of the class that the body is declared with.
  const checked = handlers.some((at) =>
    at.module.functions[at.function]!.parameters.some(
      (parameter) =>
        parameter.type !== undefined &&
        parameter.decorators.some(
          (one) => one.kind === 'call' && lastName(at.module.calls[one.call]!.callee) === 'Body',
        ) &&
        hasRules(program, at, parameter.type),
    ),
  );
  return checked
    ? [{ name: writtenAs(module, value), library: 'class-validator', module, at: value.at }]
    : [];
}

function hasRules(program: Program, { module, function: number }: FunctionAt, type: string): boolean {
  const meaning = program.resolveName(module, type.replace(/\[\]$/, ''), number);
  if (meaning.kind !== 'class') return false;
  const made = meaning.module.classes[meaning.class]!;
  const own = made.fields.some(({ decorators }) =>
    decorators.some((one) => {
      const callee = one.kind === 'call' ? meaning.module.calls[one.call]!.callee : one;
      return (program.pathOf(meaning.module, callee, made.within) ?? '').startsWith('class-validator.');
    }),
  );
  return (
    own ||
    made.bases.some((base) => {
      const call = base.kind === 'call' ? meaning.module.calls[base.call]!.arguments[0]?.value : base;
      return (
        call?.kind === 'name' && hasRules(program, { module: meaning.module, function: number }, call.name)
      );
    })
  );
}

function libraryOf(program: Program, { name, call, meaning, module }: CallAt): string | undefined {
  const known = libraryThatValidates(name);
  if (known !== undefined) return known;
  if (VALIDATES_BY_MEMBER.test(name))
    return name.includes('model_') || name.includes('parse_') ? 'pydantic' : 'a schema';
  if (call.callee.kind === 'member' && /^(parse|validate)$/.test(call.callee.name)) {
    const of = lastName(call.callee.of) ?? '';
    if (/schema|validator/i.test(of)) return 'a schema';
  }
  if (
    meaning.kind === 'class' &&
    module.language === 'python' &&
    isModel(program, meaning.module, meaning.class, 0)
  )
    return call.arguments.some((one) => one.spread || mentionsInput(one.value)) ? 'pydantic' : undefined;
  return undefined;
}

/** Whether a call is of a function of the repository that is named like a validator. */
function isOwn({ call, meaning, depth }: CallAt): boolean {
  return (
    meaning.kind === 'function' &&
    depth <= 2 &&
    OWN_NAME.test(lastName(call.callee) ?? '') &&
    call.arguments.length > 0
  );
}

function mentionsInput(value: Expression): boolean {
  return (
    (value.kind === 'name' || value.kind === 'member') &&
    /body|data|payload|json|event|input|request/i.test(value.name)
  );
}

function isBodyByGet({ call }: CallAt): boolean {
  const [first] = call.arguments;
  return lastName(call.callee) === 'get' && first?.value.kind === 'literal' && first.value.value === 'body';
}

function written({ module, call }: CallAt): string {
  return writtenAs(module, call.callee);
}
