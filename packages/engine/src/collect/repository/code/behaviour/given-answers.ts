import type { Program } from '../names/program.ts';
import type { ValueAt } from '../routes/route.ts';
import { writtenAs } from '../routes/texts.ts';
import type { Call, Expression, SourceModule } from '../syntax/source-module.ts';
import type { SeenAt } from './answers.ts';
import { type AnswerSchema, declaredSchema, FAILURE_NAME, isFailure } from './declared-answers.ts';
import { libraryThatValidates } from './known-names.ts';
import { type CallAt, type FunctionAt, lastName, type Reach, type Reaches } from './reach.ts';

export interface GivenAnswers {
  /** Where data is answered; nothing where it is a page, a file, another address or no body. */
  readonly data: SeenAt | undefined;
  /** What would tell what is answered, where no answer was found. */
  readonly untold: string | undefined;
  readonly schemas: readonly AnswerSchema[];
  /** What may hold the answer to a schema and could not be read. */
  readonly open: string | undefined;
}

/** What functions that answer a request give when all went well, and which schema holds it. */
export function givenAnswers(
  reaches: Reaches,
  handlers: readonly FunctionAt[],
  options: readonly ValueAt[],
  framework: string,
): GivenAnswers {
  const handler = handlers.at(-1);
  if (handler === undefined) return { data: undefined, untold: undefined, schemas: [], open: undefined };
  const reach = reaches.of(handler);
  const declared = declaredSchema(reaches, handler, options, framework);
  const answers = answersIn(reaches, handler, reach, framework);
  const direct = answers.values.flatMap((one) => heldBy(reaches, one));
  const data = answers.values[0] ?? declared.schema;
  const elsewhere = reach.calls.find(
    (one) => one.depth <= 2 && SHAPES.test(one.name) && !NO_SHAPES.test(one.name) && !isOfRequest(one),
  );
  return {
    data,
    untold:
      data === undefined && !answers.other ? `finding what is answered in ${handler.module.file}` : undefined,
    schemas: [...(declared.schema === undefined ? [] : [declared.schema]), ...direct],
    open:
      declared.open ??
      (elsewhere === undefined
        ? undefined
        : `telling whether what ${writtenAs(elsewhere.module, elsewhere.call.callee)} makes is what is answered (${elsewhere.module.file}:${elsewhere.call.at.line})`),
  };
}

/** Frameworks that answer with what the function returns. */
const BY_RETURN = /^(fastapi|flask|chalice|powertools|nestjs|fastify|lambda|lambda-api|hono|next)$/;

interface Answers {
  readonly values: readonly Answered[];
  /** Whether something is answered that is no data: a page, a file, an address, nothing. */
  readonly other: boolean;
}

interface Answered extends SeenAt {
  readonly value: Expression;
  readonly within: number;
}

const DATA_CALL = /^(json|jsonp|send|success|ok|created)$/;
const DATA_NAME = /^(jsonify|JSONResponse|ORJSONResponse|UJSONResponse)$/;
const OTHER_CALL =
  /^(render|render_template|render_template_string|TemplateResponse|sendFile|sendfile|html|text|send_file|send_from_directory|send_static_file|\w*[rR]edirect|HTMLResponse|FileResponse|StreamingResponse|PlainTextResponse|HttpResponseRedirect|RedirectResponse|EventSourceResponse|download|pipe|sendStatus|end|stream|streamSSE|streamText|view|type|contentType|notFound|writeHead|toDataStreamResponse|toUIMessageStreamResponse|handleRequest)$/;

/** What is answered where nothing went wrong. */
function answersIn({ program }: Reaches, handler: FunctionAt, reach: Reach, framework: string): Answers {
  const values: Answered[] = [];
  let other = false;
  for (const one of reach.calls) {
    if (one.depth > 2) continue;
    const last = lastName(one.call.callee) ?? '';
    if (OTHER_CALL.test(last)) other = true;
    if (framework === 'lambda' && one.depth === 0) continue;
    const given = dataOf(one, last);
    if (given === 'nothing') other = true;
    else if (given !== undefined)
      values.push({ module: one.module, value: given, within: one.call.within, at: one.call.at });
  }
  const own = reach.returns.filter(
    ({ module, within, value }) =>
      module === handler.module &&
      within === handler.function &&
      // Handlers of Lambda may stand behind a router that hands their answers on.
      (BY_RETURN.test(framework) || isWholeAnswer(value)),
  );
  if (values.length > 0 || (own.length === 0 && !BY_RETURN.test(framework))) return { values, other };
  for (const { value, module, within, at } of own) {
    const given = value === undefined ? 'nothing' : returned(module, put(program, module, value, within));
    if (given === 'nothing' || given === 'failure') other = other || given === 'nothing';
    else values.push({ module, value: given, within, at });
  }
  return { values, other: other || own.length === 0 };
}

/** `{ statusCode: 200, body: … }` */
function isWholeAnswer(value: Expression | undefined): boolean {
  return (
    value?.kind === 'object' &&
    ['statusCode', 'body'].every((name) => value.members.some((one) => one.name === name))
  );
}

/** The data that a call answers with, `nothing` for one without a body. */
function dataOf({ call, module }: CallAt, last: string): Expression | 'nothing' | undefined {
  const [first, ...others] = call.arguments;
  if (DATA_NAME.test(last)) {
    if (others.some(({ name, value }) => name === 'status_code' && isFailure(value))) return undefined;
    return first?.value.kind === 'literal' || first?.value.kind === 'text' ? 'nothing' : first?.value;
  }
  if (!DATA_CALL.test(last) || call.callee.kind !== 'member') return undefined;
  const { before, root, status } = chainOf(module, call);
  if (status !== undefined && isFailure(status)) return undefined;
  if (
    !/^(res|resp|response|reply|rep|c|ctx|context|NextResponse|Response|h)$/i.test(root) &&
    before === undefined
  )
    return undefined;
  if (first === undefined) return 'nothing';
  if (others.some(({ value }) => settingsFail(value) || isFailure(value)) || isFailure(first.value))
    return undefined;
  if (first.value.kind === 'literal' || first.value.kind === 'text' || isStatus(first.value))
    return 'nothing';
  return first.value;
}

/** `HTTP_STATUS_CODES.OK` */
function isStatus(value: Expression): boolean {
  return value.kind === 'member' && /status/i.test(lastName(value.of) ?? '');
}

/** The object that a chain of calls begins with, and the status that is set in it. */
function chainOf(module: SourceModule, call: Call) {
  let status: Expression | undefined;
  let before: Call | undefined;
  let at: Expression = call.callee;
  for (let steps = 0; steps < 8; steps++) {
    if (at.kind === 'member') at = at.of;
    else if (at.kind === 'call') {
      const inner: Call = module.calls[at.call]!;
      if (/^(status|code)$/.test(lastName(inner.callee) ?? '')) {
        before = inner;
        status = inner.arguments[0]?.value;
      }
      at = inner.callee;
    } else break;
  }
  return { status, before, root: at.kind === 'name' ? at.name : '' };
}

function settingsFail(value: Expression): boolean {
  return (
    value.kind === 'object' && value.members.some((one) => one.name === 'status' && isFailure(one.value))
  );
}

/** `response = make_response(render_template(…))`: what a name was given, and what is only put into an answer. */
function put(program: Program, module: SourceModule, value: Expression, within: number): Expression {
  const found = value.kind === 'name' ? program.scopes(module).lookUp(value.name, within) : [];
  const [only, ...others] = found;
  const own = only?.kind === 'binding' && others.length === 0 ? only.binding.value : value;
  if (own.kind !== 'call') return value;
  const { callee, arguments: given } = module.calls[own.call]!;
  const [first] = given;
  return lastName(callee) === 'make_response' && first?.value.kind === 'call' ? first.value : value;
}

/** What a returned value answers with. */
function returned(module: SourceModule, value: Expression): Expression | 'nothing' | 'failure' {
  if (value.kind === 'literal' || value.kind === 'text') return 'nothing';
  if (value.kind === 'list' && value.items.some(isFailure)) return 'failure';
  if (value.kind === 'object') {
    const member = (name: RegExp) => value.members.find((one) => name.test(one.name))?.value;
    const status = member(/^status(Code|_code)?$/);
    const body = member(/^body$/);
    if (
      status === undefined ||
      (body === undefined && value.members.some(({ name }) => !/^(status(Code|_code)?|headers)$/.test(name)))
    )
      return value;
    if (isFailure(status)) return 'failure';
    if (body === undefined || body.kind === 'literal') return 'nothing';
    return body;
  }
  if (value.kind !== 'call') return value;
  const call = module.calls[value.call]!;
  const last = lastName(call.callee) ?? '';
  if (OTHER_CALL.test(last)) return 'nothing';
  if (DATA_CALL.test(last) && call.callee.kind === 'member') {
    const { status } = chainOf(module, call);
    if (status !== undefined && isFailure(status)) return 'failure';
    if (call.arguments.length === 0) return 'nothing';
  }
  const given = call.arguments.map((one) => one.value);
  if (given.some(isFailure) || given.some(settingsFail) || FAILURE_NAME.test(last)) return 'failure';
  if (given.some((one) => one.kind === 'literal' && one.value === 204)) return 'nothing';
  // `answer(200, item)`: what is answered is handed to what makes the answer.
  if (given[0]?.kind === 'literal' && typeof given[0].value === 'number' && given[1] !== undefined)
    return given[1];
  return value;
}

/** Makers of what has the shape of a schema. */
const SHAPES =
  /(^|\.)(model_dump|model_dump_json|dump|dumps|marshal|plainToInstance|plainToClass|instanceToPlain|to_representation|TypeAdapter\(\)\.(dump_python|dump_json))$/;
const NO_SHAPES = /^(json|pickle|yaml|simplejson|ujson|orjson|msgpack|toml|marshal|logging)\.|^JSON\./;

/** `body.model_dump()`: what came in, made plain. */
function isOfRequest({ call: { callee } }: CallAt): boolean {
  if (callee.kind !== 'member' || !callee.name.startsWith('model_dump')) return false;
  return (
    callee.of.kind === 'call' ||
    /body|payload|data|request|input|create|update|_in$|event/i.test(lastName(callee.of) ?? '')
  );
}

/** The schema that a value went through on its way to an answer. */
function heldBy({ program }: Reaches, { module, value, within }: Answered): readonly AnswerSchema[] {
  const seen = new Set<Expression>();
  const found: AnswerSchema[] = [];
  const look = (from: SourceModule, at: Expression, inside: number, steps: number) => {
    if (steps > 5 || seen.has(at)) return;
    seen.add(at);
    if (at.kind === 'name' || at.kind === 'member') {
      const meaning = program.resolve(from, at, inside);
      if (meaning.kind === 'made' && meaning.members.every((name) => name === 'data'))
        look(meaning.module, { kind: 'call', call: meaning.call, at: at.at }, inside, steps + 1);
      else if (meaning.kind === 'value' && meaning.value !== at)
        look(meaning.module, meaning.value, meaning.within, steps + 1);
      return;
    }
    if (at.kind === 'object') {
      const [only, ...others] = at.members;
      if (only !== undefined && others.length === 0) look(from, only.value, inside, steps + 1);
      return;
    }
    if (at.kind !== 'call') return;
    const call = from.calls[at.call]!;
    const meaning = program.resolve(from, call.callee, call.within);
    const name = program.nameOf(meaning) ?? call.path ?? lastName(call.callee) ?? '';
    const last = lastName(call.callee) ?? '';
    if (
      libraryThatValidates(name) !== undefined ||
      /^(safeParse|parseAsync)$/.test(last) ||
      (/^(parse|serialize)$/.test(last) &&
        call.callee.kind === 'member' &&
        /schema|dto|response|serializer/i.test(lastName(call.callee.of) ?? '')) ||
      (SHAPES.test(name) && !NO_SHAPES.test(name))
    ) {
      found.push({ name: writtenAs(from, call.callee), module: from, at: call.at });
      return;
    }
    if (
      /^(JSON\.stringify|json\.dumps|jsonify|flask\.jsonify)$/.test(name) ||
      /^(JSONResponse|jsonable_encoder|success|ok|json)$/.test(last)
    )
      for (const one of call.arguments.slice(0, 1)) look(from, one.value, call.within, steps + 1);
  };
  look(module, value, within, 0);
  return found;
}
