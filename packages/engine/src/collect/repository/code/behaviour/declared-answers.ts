import type { ValueAt } from '../routes/route.ts';
import { memberIn } from '../routes/routers.ts';
import { writtenAs } from '../routes/texts.ts';
import type { Expression } from '../syntax/source-module.ts';
import type { SeenAt } from './answers.ts';
import { type FunctionAt, lastName, type Reaches } from './reach.ts';

/** A schema that what is answered is held to. */
export interface AnswerSchema extends SeenAt {
  readonly name: string;
}

/** What is declared of an answer: its schema, or what would tell whether there is one. */
export interface Declared {
  readonly schema?: AnswerSchema;
  readonly open?: string;
}

/** What is said of an answer beside the code that makes it. */
export function declaredSchema(
  reaches: Reaches,
  { module, function: number }: FunctionAt,
  options: readonly ValueAt[],
  framework: string,
): Declared {
  const { program } = reaches;
  const own = module.functions[number]!;
  for (const decorator of own.decorators) {
    if (decorator.kind !== 'call') continue;
    const call = module.calls[decorator.call]!;
    const path = program.pathOf(module, call.callee, call.within) ?? call.path ?? '';
    const schema = { name: writtenAs(module, call.callee), module, at: decorator.at };
    if (
      NAMING_DECORATOR.test(path) ||
      NAMING_DECORATOR.test(lastName(call.callee) ?? '') ||
      NAMING_BLUEPRINT.test(path)
    )
      return { schema };
    const model = call.arguments.find(({ name }) => name === 'response_model')?.value;
    if (model !== undefined && !(model.kind === 'literal' && model.value === null))
      return { schema: { name: 'response_model', module, at: model.at } };
    if (
      TELLING_DECORATOR.test(lastName(call.callee) ?? '') &&
      !FAILURE_NAME.test(lastName(call.callee) ?? '')
    ) {
      const told = call.arguments[0]?.value;
      const names = told?.kind === 'object' ? told.members : [];
      const ofFailure = names.some(({ name, value }) => name === 'status' && isFailure(value));
      if (!ofFailure && names.some(({ name }) => /^(type|schema|content)$/.test(name))) return { schema };
    }
  }
  for (const option of options) {
    const found = inOptions(reaches, option, framework);
    if (found !== undefined) return found;
  }
  const type = own.returnType === undefined ? undefined : bare(own.returnType);
  if (type === undefined || LOOSE.test(type))
    return followedType(reaches, { module, function: number }, framework);
  if (framework === 'fastapi' || framework === 'nestjs')
    return { schema: { name: `returns ${type}`, module, at: own.at } };
  if (framework === 'powertools')
    return { open: `telling whether answers are validated as ${type} (enable_validation)` };
  return {};
}

/** Decorators of Python that name the schema of an answer. */
const NAMING_DECORATOR =
  /(^|\.)(marshal_with|marshal_list_with|output|doc_response|serialize_with|SerializeOptions|Serialize|ZodSerializerDto|ZodResponse|UseSchema)(\(\))?$/;
const NAMING_BLUEPRINT = /^flask_smorest\..*\.response$/;
/** Decorators that tell of the answer: a schema only where they name a type. */
const TELLING_DECORATOR = /^Api(\w*Response)$/;

/** Schemas in the options of a route: those of Fastify and of Hono with OpenAPI. */
function inOptions({ program }: Reaches, option: ValueAt, framework: string): Declared | undefined {
  const named = (found: ValueAt, name: string): Declared => ({
    schema: { name, module: found.module, at: found.value.at },
  });
  if (framework === 'fastify') {
    const schema = memberIn(program, option, 'schema');
    if (schema === undefined) return undefined;
    const response = memberIn(program, schema, 'response');
    if (response !== undefined)
      return isOnlyOfFailures(program, response) ? undefined : named(response, 'schema.response');
    const meaning = program.resolve(schema.module, schema.value, schema.within);
    return meaning.kind === 'value' && meaning.value.kind === 'object' && !meaning.value.open
      ? undefined
      : { open: `reading the schema of the route in ${schema.module.file}:${schema.value.at.line}` };
  }
  if (framework === 'hono') {
    const responses = memberIn(program, option, 'responses');
    return responses === undefined ? undefined : named(responses, 'responses');
  }
  return undefined;
}

function isOnlyOfFailures(program: Reaches['program'], { module, value, within }: ValueAt): boolean {
  const meaning = program.resolve(module, value, within);
  return (
    meaning.kind === 'value' &&
    meaning.value.kind === 'object' &&
    !meaning.value.open &&
    meaning.value.members.length > 0 &&
    meaning.value.members.every(({ name }) => /^['"]?[45]/.test(name))
  );
}

/** NestJS and its plugin for documents take the type of the service: what it is may stand nowhere on the route. */
function followedType(
  reaches: Reaches,
  { module, function: number }: FunctionAt,
  framework: string,
): Declared {
  if (framework !== 'nestjs') return {};
  for (const { value, within } of module.returns) {
    if (within !== number || value?.kind !== 'call') continue;
    const call = module.calls[value.call]!;
    const meaning = reaches.program.resolve(module, call.callee, call.within);
    if (meaning.kind !== 'function')
      return { open: `finding the type of what ${writtenAs(module, call.callee)} gives` };
    const type = meaning.module.functions[meaning.function]!.returnType;
    if (type === undefined)
      return { open: `finding the type of what ${writtenAs(module, call.callee)} gives` };
    if (!LOOSE.test(bare(type)))
      return {
        schema: {
          name: `returns ${bare(type)}`,
          module: meaning.module,
          at: meaning.module.functions[meaning.function]!.at,
        },
      };
  }
  return {};
}

/** Types that hold an answer to nothing. */
const LOOSE =
  /^(any|unknown|object|string|number|boolean|void|undefined|null|never|None|Any|dict|Dict|list|List|tuple|str|bytes|int|bool|\{\}|Response|Record<string, ?(any|unknown)>|[Dd]ict\[str, ?(Any|object)\]|typing\.Any|Mapping\[str, ?Any\]|.*Response|NextResponse|Promise|any\[\]|object\[\]|unknown\[\]|[Ll]ist\[([Dd]ict|Any)(\[str, ?Any\])?\]|Promise<any>|.*ProxyResult(V2)?)$/;

/** A type without what only says how it comes. */
function bare(type: string): string {
  const inner = /^(?:Promise|Observable|Awaitable|Optional)[<[]([\s\S]*)[>\]]$/.exec(
    type.replace(/^(->|:)\s*/, '').trim(),
  );
  return inner === null ? type.replace(/^(->|:)\s*/, '').trim() : bare(inner[1]!);
}

export const FAILURE_NAME =
  /BadRequest|NotFound|Unauthori[sz]ed|Forbidden|Conflict|Error|Unprocessable|TooMany|failed|failure/i;

/** A status of 400 or more. */
export function isFailure(value: Expression): boolean {
  if (value.kind === 'choice') return value.of.every(isFailure);
  if (value.kind === 'member')
    return /^(HTTP_[45]\d\d_|BAD_REQUEST|NOT_FOUND|UNAUTHORIZED|FORBIDDEN|CONFLICT|INTERNAL_SERVER_ERROR|UNPROCESSABLE)/.test(
      value.name,
    );
  return (
    value.kind === 'literal' && typeof value.value === 'number' && value.value >= 400 && value.value <= 599
  );
}
