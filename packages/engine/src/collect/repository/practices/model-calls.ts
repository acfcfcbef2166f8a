import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import { type Call, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { partsOf } from '../joins/expressions.ts';
import { addressOf, at, functionAround } from './places.ts';
import { unreadIn } from './unread.ts';

/** How clients of language models are asked, by their paths: AWS, OpenAI, Anthropic, Google, the AI SDK, LangChain. */
const CALLS: readonly RegExp[] = [
  /(^|\.)(invoke_model(_with_response_stream)?|converse(_stream)?)$/,
  /^@aws-sdk\/client-bedrock-runtime\.(InvokeModel\w*|Converse\w*)Command$/,
  /(^|\.)chat\.completions\.(create|parse)$/,
  /(^|\.)(messages|responses)\.(create|parse|stream)$/,
  /(^|\.)models?\.generate_?[cC]ontent$/,
  /^ai\.(generateText|streamText|generateObject|streamObject)$/,
  /^(@langchain\/|langchain)[\w/.-]*\.(Chat[A-Z]\w*|\w*LLM|Bedrock|Ollama|OpenAI|init_chat_model|initChatModel|\w+\.pipe)(\.\w+)*\.(a?invoke|a?stream|a?batch)$/,
];

/** `model.withStructuredOutput(schema).invoke(…)`: what comes back is as the schema says. */
const STRUCTURED = /\.(with_structured_output|withStructuredOutput)\./;
const STRUCTURES =
  /(StructuredOutputParser|PydanticOutputParser|ZodOutputParser|withStructuredOutput|with_structured_output)\b/;

/** Packages without which calls of such names are something else. */
const CLIENTS =
  /^(openai|@anthropic-ai\/|anthropic|@google\/(genai|generative-ai)|google\.(genai|generativeai)|ai$|@aws-sdk\/client-bedrock|boto3|langchain|@langchain\/)/;

/** What compares data with a schema. */
const VALIDATES =
  /(^|\.)(parse|safeParse|parseAsync|model_validate(_json)?|validate\w*|is_?valid\w*|valid|validate_python|validate_json|compile|assertIs|decode|TypeAdapter|with_structured_output|withStructuredOutput|zodResponseFormat)$/;
/** The same names with another meaning. */
const NO_SCHEMA =
  /^(JSON\.parse|json\.loads|url\.parse|path\.parse|Date\.parse|re\.compile|urllib\.parse|csv\.parse|qs\.parse|base64\.\w+)$|\.decode$/;

/** Calls of language models, and whether what comes back is compared with a schema before anybody uses it. */
export function modelCalls(program: Program, module: SourceModule): readonly RepositoryFact[] {
  if (!module.imports.some((one) => CLIENTS.test(one.module)) && !hasRequired(module)) {
    if (!module.calls.some(({ path }) => path !== undefined && /(^|\.)(invoke_model|converse)$/.test(path)))
      return [];
  }
  return module.calls.flatMap((call, number) => {
    const path = pathOf(program, module, call);
    if (path === undefined || !CALLS.some((pattern) => pattern.test(path))) return [];
    const place = at(module, call.at);
    const around = functionAround(module, call.within);
    const validated =
      /Object$|\.parse$/.test(path) ||
      STRUCTURED.test(path) ||
      asksForASchema(call, module) ||
      isPipedIntoSchema(program, module, call) ||
      isCompared(program, module, number);
    const hidden = !validated && (unreadIn(program) !== undefined || isHandedOn(program, module, call));
    return [
      fact({
        type: 'Repository::ModelCall',
        address: addressOf(module, call.within),
        at: place,
        properties: {
          path: module.file,
          function: around,
          call: path.slice(path.lastIndexOf('.') + 1),
          validated: hidden
            ? unknown('unresolved-expression', 'what its callers do with the answer', inCode(place))
            : validated,
          parsed: readsData(module, call.within) ? true : undefined,
        },
      }),
    ];
  });
}

/** Frameworks that ask models in ways of their own, which are not read. */
const FRAMEWORKS =
  /^(langchain\w*|@langchain\/|llama_?index|llamaindex|semantic_kernel|haystack|crewai|strands|litellm|@mastra\/|genkit)(\.|\/|$)?/;

/** Where a framework for language models comes in, whose calls are not read. */
export function unreadFramework(
  module: SourceModule,
): { readonly name: string; readonly line: number } | undefined {
  const found = module.imports.find((one) => !one.typeOnly && FRAMEWORKS.test(one.module));
  return found === undefined ? undefined : { name: found.module, line: found.at.line };
}

function hasRequired(module: SourceModule): boolean {
  return module.bindings.some(({ value }) =>
    [...partsOf(value, module)].some((part) => part.kind === 'module' && CLIENTS.test(part.module)),
  );
}

/** `prompt.pipe(model).pipe(parser).invoke(…)`, the chain under its name too. */
function isPipedIntoSchema(program: Program, module: SourceModule, call: Call): boolean {
  for (let at = { module, call }, steps = 0; steps < 12; steps++) {
    const { callee, within } = at.call;
    if (callee.kind !== 'member') return false;
    const of = program.resolve(at.module, callee.of, within);
    if (of.kind !== 'made' || of.members.length > 0) return false;
    at = { module: of.module, call: of.module.calls[of.call]! };
    if (lastName(at.call.callee) !== 'pipe') continue;
    const given = at.call.arguments.map((one) => program.pathOf(at.module, one.value, at.call.within) ?? '');
    if (given.some((one) => STRUCTURES.test(one))) return true;
  }
  return false;
}

function pathOf(program: Program, module: SourceModule, call: Call): string | undefined {
  const path = program.pathOf(module, call.callee, call.within) ?? call.path;
  return path === undefined ? undefined : path.replaceAll('()', '');
}

/** `response_format: { type: 'json_schema' }`, a tool that must be used, an output schema. */
function asksForASchema(call: Call, module: SourceModule): boolean {
  return call.arguments.some(
    ({ name, value }) =>
      /^(response_format|output_schema|response_model|toolConfig|tool_choice)$/.test(name ?? '') ||
      [...partsOf(value, module)].some(
        (part) =>
          part.kind === 'object' &&
          part.members.some(({ name: key }) =>
            /^(response_format|responseSchema|json_schema|tool_choice|toolChoice|schema|text_format)$/.test(
              key,
            ),
          ),
      ),
  );
}

/** Whether what comes back is handed to a schema: in the function of the call, in one that it is handed to, or by a caller. */
function isCompared(program: Program, module: SourceModule, number: number): boolean {
  const { within } = module.calls[number]!;
  if (validatesAnswer(program, module, within, new Set([number]))) return true;
  const callers = Map.groupBy(callersOf(program, module, within), (caller) => caller.module);
  return [...callers].some(([caller, calls]) =>
    calls.some((one) =>
      validatesAnswer(program, caller, one.within, new Set(calls.map((call) => call.number))),
    ),
  );
}

/** Follows the answers of calls by the names that they are given in a function. */
function validatesAnswer(
  program: Program,
  module: SourceModule,
  within: number,
  answers: ReadonlySet<number>,
): boolean {
  const names = new Set<string>();
  const speaks = (value: Expression): boolean =>
    [...partsOf(value, module)].some(
      (part) =>
        (part.kind === 'name' && names.has(part.name)) ||
        (part.kind === 'call' && (answers.has(part.call) || speaksCall(module.calls[part.call]!))),
    );
  const speaksCall = ({ callee, arguments: given }: Call): boolean =>
    speaks(callee) || given.some(({ value }) => speaks(value));
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const { target, value, within: place } of module.bindings)
      if (target.kind === 'name' && isAround(module, place, within) && speaks(value)) names.add(target.name);
  }
  return module.calls.some((call) => {
    if (!isAround(module, call.within, within) || !speaksCall(call)) return false;
    const path = program.pathOf(module, call.callee, call.within) ?? call.path ?? lastName(call.callee);
    if (path !== undefined && VALIDATES.test(path) && !NO_SCHEMA.test(path)) return true;
    if (!call.arguments.some(({ value }) => speaks(value))) return false;
    const callee = program.resolve(module, call.callee, call.within);
    return callee.kind === 'function' && validatesIn(program, callee.module, callee.function);
  });
}

function lastName(value: Expression): string | undefined {
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}

function validatesIn(program: Program, module: SourceModule, within: number): boolean {
  return module.calls.some((call) => {
    if (!isAround(module, call.within, within)) return false;
    const path = program.pathOf(module, call.callee, call.within) ?? call.path;
    return path !== undefined && VALIDATES.test(path) && !NO_SCHEMA.test(path);
  });
}

function callersOf(program: Program, module: SourceModule, within: number) {
  const name = functionAround(module, within);
  if (name === undefined) return [];
  return [...program.modules.values()].flatMap((one) =>
    one.calls.flatMap((call, number) => {
      const { callee } = call;
      const called = callee.kind === 'name' || callee.kind === 'member' ? callee.name : undefined;
      return called === name && call.within !== within ? [{ module: one, within: call.within, number }] : [];
    }),
  );
}

/** The answer leaves the function as it came, and nobody is seen who takes it. */
function isHandedOn(program: Program, module: SourceModule, call: Call): boolean {
  if (call.within === TOP) return false;
  const own = functionOf(module, call.within);
  const gives =
    module.functions[own]!.gives !== undefined ||
    module.returns.some(({ within, value }) => isAround(module, within, own) && value !== undefined);
  const isHandler = /handler$/i.test(module.functions[own]!.name ?? '');
  return gives && !isHandler && callersOf(program, module, call.within).length === 0;
}

function functionOf(module: SourceModule, within: number): number {
  let at = within;
  while (module.functions[at]!.name === undefined && module.functions[at]!.within !== TOP)
    at = module.functions[at]!.within;
  return at;
}

/** Whether a place is in a function, or in the same one at the top. */
function isAround(module: SourceModule, place: number, within: number): boolean {
  if (within === TOP) return place === TOP;
  const own = functionOf(module, within);
  for (let at = place; at !== TOP; at = module.functions[at]!.within) if (at === own) return true;
  return false;
}

function readsData(module: SourceModule, within: number): boolean {
  return module.calls.some(
    ({ path, within: place }) =>
      /^(JSON\.parse|json\.loads)$/.test(path ?? '') && isAround(module, place, within),
  );
}
