import { lastOf } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import { type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, placeIn, type RepositoryFact, written } from '../fact.ts';
import { type SdkCall, sdkCalls } from '../joins/sdk-calls.ts';
import { isOfAPage } from '../practices/pages.ts';

/** Calls of services in the code of each file. */
export function sdkCallsByFile(program: Program): ReadonlyMap<string, readonly SdkCall[]> {
  const modules = [...program.modules.values()];
  const { calls } = sdkCalls(program, { modules, packages: new Set(), reaches: () => true, open: [] });
  return Map.groupBy(calls, ({ file }) => file);
}

/** Files whose functions are called from outside: handlers of Lambda, of routes, of controllers. */
export function entryFiles(
  program: Program,
  calls: ReadonlyMap<string, readonly SdkCall[]>,
): readonly RepositoryFact[] {
  const files = new Map<string, { line: number; column: number }>();
  const add = (module: SourceModule, at: { line: number; column: number }) => {
    if (!files.has(module.file) && !GLUE.test(module.file) && !isOfAPage(program, module))
      files.set(module.file, at);
  };
  for (const module of program.modules.values()) {
    for (const place of handlersIn(module)) add(module, place);
    for (const { value, within } of handledIn(module)) {
      const { functions } = program.functionsOf(program.resolve(module, value, within));
      for (const one of functions) add(one.module, one.module.functions[one.function]!.at);
    }
  }
  return [...files].map(([file, place]) =>
    fact({
      type: 'Repository::EntryFile',
      address: `handlers in ${file}`,
      at: placeIn(file, place.line, place.column),
      properties: {
        path: file,
        calls: once(calls.get(file) ?? []).map(({ call, service, at }) =>
          written({ call, service }, placeIn(file, at.line, at.column)),
        ),
      },
    }),
  );
}

/** What only measures, or signs in to itself, is no business. */
const NO_BUSINESS = /^(cloudwatch|xray|logs|sts|ssm|secretsmanager|appconfig)$/;

function once(calls: readonly SdkCall[]): readonly SdkCall[] {
  return calls.filter(
    ({ service, at }, index) =>
      !NO_BUSINESS.test(service) &&
      calls.findIndex((other) => other.at.line === at.line && other.at.column === at.column) === index,
  );
}

/** What serves the platform and has no business of its own: health, rotation of secrets, custom resources. */
const GLUE =
  /(^|\/)[^/]*(health|rotat|custom[-_]?resource|cfn[-_]?response)[^/]*\.\w+$|(^|\/)(health\w*|rotat\w*|custom[-_]?resources?)\//i;

const HANDLER = /(^h|_h|H)andler$/;
const REGISTERS = /^(get|post|put|patch|delete|route|api_route|websocket|Get|Post|Put|Patch|Delete|All)$/;
const NEXT_ROUTE = /(^|\/)(app\/(.*\/)?route|pages\/api\/.*)\.[jt]sx?$/;
const VERB = /^(GET|POST|PUT|PATCH|DELETE|HEAD|default)$/;

function* handlersIn(module: SourceModule): Generator<{ line: number; column: number }> {
  for (const { name, within, class: own, parameters, decorators, at } of module.functions) {
    const isPython = module.language === 'python';
    if (
      isPython &&
      within === TOP &&
      own === undefined &&
      parameters.length === 2 &&
      HANDLER.test(name ?? '')
    )
      yield at;
    if (
      decorators.some((one) => one.kind === 'call' && REGISTERS.test(lastOf(module.calls[one.call]!.callee)))
    )
      yield at;
  }
  if (module.language === 'python') return;
  for (const { name, value, at } of module.exports)
    if (value !== undefined && (HANDLER.test(name) || (VERB.test(name) && NEXT_ROUTE.test(module.file))))
      yield at;
}

const KEY = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) \/\S*$/;

/** Values that answer requests: behind `app.get('/cards', …)`, and in tables by method and path. */
function* handledIn(module: SourceModule): Generator<{ value: Expression; within: number }> {
  for (const { callee, arguments: given, within } of module.calls) {
    if (
      callee.kind !== 'member' ||
      !/^(get|post|put|patch|delete|all)$/.test(callee.name) ||
      given.length < 2
    )
      continue;
    const [first, ...others] = given;
    if (first!.value.kind !== 'literal' || !/^\//.test(String(first!.value.value))) continue;
    for (const { value } of others) yield { value, within };
  }
  for (const { value, within } of module.bindings) {
    if (value.kind !== 'object' || value.members.length === 0) continue;
    if (!value.members.every(({ name }) => KEY.test(name))) continue;
    for (const member of value.members) yield { value: member.value, within };
  }
}
