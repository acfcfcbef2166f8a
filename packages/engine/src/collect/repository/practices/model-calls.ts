import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import { type Call, type SourceModule, TOP } from '../code/syntax/source-module.ts';
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
];

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
  return module.calls.flatMap((call) => {
    const path = pathOf(program, module, call);
    if (path === undefined || !CALLS.some((pattern) => pattern.test(path))) return [];
    const place = at(module, call.at);
    const around = functionAround(module, call.within);
    const validated =
      /Object$|\.parse$/.test(path) || asksForASchema(call, module) || isCompared(program, module, call);
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

function hasRequired(module: SourceModule): boolean {
  return module.bindings.some(({ value }) =>
    [...partsOf(value, module)].some((part) => part.kind === 'module' && CLIENTS.test(part.module)),
  );
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

/** Whether a schema is asked in the function of the call, in those that it calls, or in those that call it. */
function isCompared(program: Program, module: SourceModule, call: Call): boolean {
  const places = [{ module, within: call.within }, ...callersOf(program, module, call.within)];
  return places.some(
    (place) =>
      validatesIn(program, place.module, place.within) ||
      calledFrom(program, place.module, place.within).some((one) =>
        validatesIn(program, one.module, one.function),
      ),
  );
}

function validatesIn(program: Program, module: SourceModule, within: number): boolean {
  return module.calls.some((call) => {
    if (!isAround(module, call.within, within)) return false;
    const path = program.pathOf(module, call.callee, call.within) ?? call.path;
    return path !== undefined && VALIDATES.test(path) && !NO_SCHEMA.test(path);
  });
}

function calledFrom(program: Program, module: SourceModule, within: number) {
  return module.calls.flatMap((call) => {
    if (!isAround(module, call.within, within)) return [];
    const callee = program.resolve(module, call.callee, call.within);
    return callee.kind === 'function' ? [callee] : [];
  });
}

function callersOf(program: Program, module: SourceModule, within: number) {
  const name = functionAround(module, within);
  if (name === undefined) return [];
  return [...program.modules.values()].flatMap((one) =>
    one.calls.flatMap((call) => {
      const { callee } = call;
      const called = callee.kind === 'name' || callee.kind === 'member' ? callee.name : undefined;
      return called === name && call.within !== within ? [{ module: one, within: call.within }] : [];
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
