import { partsOf } from '../../joins/expressions.ts';
import { type FunctionAt, lastName } from '../behaviour/reach.ts';
import type { Call, Expression, Parameter, SourceModule } from '../syntax/source-module.ts';
import { TOP } from '../syntax/source-module.ts';
import type { Run } from './run.ts';
import { allWays, NOTHING, namesCaller, OPEN, type Origins, WAY } from './ways.ts';

/** Dependencies of dependencies that are followed. */
const FURTHEST = 5;

/** What FastAPI hands to a function: parts of the request by name and type, and what it asks for by `Depends`. */
export function givenByFastApi(
  run: Run,
  { module, function: number }: FunctionAt,
  path: string,
  steps = 0,
): readonly Origins[] {
  return module.functions[number]!.parameters.map((one) => ofParameter(run, one, module, path, steps));
}

function ofParameter(
  run: Run,
  { name = '', otherwise, annotation, type }: Parameter,
  module: SourceModule,
  path: string,
  steps: number,
): Origins {
  if (new RegExp(`\\{${name}(:\\w+)?\\}`).test(path)) return { ways: run.names.part(WAY.path, name) };
  const said = type ?? '';
  const declared = annotation === undefined ? undefined : run.program.resolve(module, annotation, TOP);
  // `CurrentUser = Annotated[User, Depends(current_user)]`
  const parts = [
    { module, value: otherwise },
    { module, value: annotation },
    ...(declared?.kind === 'value' ? [{ module: declared.module, value: declared.value }] : []),
  ];
  const depends = parts.find(({ module: from, value }) => value !== undefined && dependsOn(value, from));
  if (depends !== undefined || /^(Request|Response|BackgroundTasks)$/.test(said)) {
    const known = dependency(name, said);
    return known !== OPEN || depends?.value === undefined
      ? known
      : runDependency(run, depends.module, depends.value, path, steps);
  }
  // A user that no dependency gives is what the caller writes.
  if (declared?.kind === 'class') return { ways: WAY.body };
  return /^(Optional\[|list\[|List\[)?(int|str|float|bool|UUID|uuid\.UUID|datetime|date)\b/.test(said) ||
    said === ''
    ? { ways: run.names.part(WAY.query, name) }
    : OPEN;
}

/** Runs what stands in `Depends(…)` before the handler: it may ask whose a record is. What it gives may be more than is seen. */
export function runDependency(
  run: Run,
  module: SourceModule,
  value: Expression,
  path: string,
  steps = 0,
): Origins {
  const [first] = dependsOn(value, module)?.arguments ?? [];
  if (first === undefined || steps > FURTHEST) return OPEN;
  const { functions, open } = run.program.functionsOf(run.program.resolve(module, first.value, TOP));
  const [only] = functions;
  if (only === undefined || open || functions.length > 1) return OPEN;
  const given = givenByFastApi(run, only, path, steps + 1);
  const result = run.activate({ ...only, around: undefined }, given, 1);
  return { ways: allWays(result) | WAY.open };
}

/** The call of `Depends` or `Security` in a default or a type. */
function dependsOn(value: Expression, module: SourceModule): Call | undefined {
  for (const part of partsOf(value, module)) {
    const call = part.kind === 'call' ? module.calls[part.call]! : undefined;
    if (call !== undefined && /^(Depends|Security)$/.test(lastName(call.callee) ?? '')) return call;
  }
  return undefined;
}

const OF_SERVICES =
  /^(db|session|db_session|settings|config|logger|conn|connection|cache|redis|client|s3|background_?tasks|_?authori[sz]ed|_|__)$/i;

function dependency(name: string, type: string): Origins {
  if (OF_SERVICES.test(name) || /^(Session|AsyncSession|SessionDep|bool)$/.test(type)) return NOTHING;
  if (
    namesCaller(name) ||
    (/user|auth|principal|account|token|claims/i.test(`${name} ${type}`) &&
      !/service|repo|store|dao|crud|manager|client|db|handler|use_?case/i.test(`${name} ${type}`))
  )
    return { ways: WAY.caller };
  if (name === 'request' || type === 'Request') return { ways: WAY.request };
  return OPEN;
}
