import { onceFor } from '../../../../once-for.ts';
import type { Expression, Place, SourceModule } from './source-module.ts';

/** One place where code reads a variable of its environment. */
export interface EnvironmentRead {
  /** Nothing where it is computed: any variable may be read there. */
  readonly name: string | undefined;
  /** What is taken where it is not set. */
  readonly otherwise?: Expression;
  readonly within: number;
  readonly at: Place;
}

/** What stands before the name of a variable. */
const ENVIRONMENTS = ['process.env', 'import.meta.env', 'os.environ', 'Bun.env'];
/** Functions that are given the name of a variable. */
export const GETTERS: ReadonlySet<string> = new Set([
  'os.getenv',
  'os.environ.get',
  'os.environ.pop',
  'os.environ.setdefault',
  'Deno.env.get',
]);

/** The variables of its environment that a module reads itself. */
export const environmentReads = onceFor((module: SourceModule): readonly EnvironmentRead[] => {
  const members = module.reads.flatMap(({ value, path, within, at, otherwise }): EnvironmentRead[] => {
    const rest = otherwise === undefined ? {} : { otherwise };
    const name = path === undefined ? undefined : variableIn(path);
    if (name !== undefined) return [{ name, within, at, ...rest }];
    return isComputed(value, module) ? [{ name: undefined, within, at, ...rest }] : [];
  });
  const calls = module.calls.flatMap(({ path, arguments: given, within, at }): EnvironmentRead[] => {
    if (path === undefined || !GETTERS.has(path)) return [];
    const [name, otherwise] = given.map(({ value }) => value);
    const said = name?.kind === 'literal' && typeof name.value === 'string' ? name.value : undefined;
    return [{ name: said, within, at, ...(otherwise === undefined ? {} : { otherwise }) }];
  });
  return [...members, ...calls];
});

/** The variable that a path leads to: `TABLE` of `process.env.TABLE`. */
export function variableIn(path: string): string | undefined {
  const before = ENVIRONMENTS.find((start) => path.startsWith(`${start}.`));
  return before === undefined ? undefined : path.slice(before.length + 1).split('.')[0];
}

/** `process.env[name]`, `os.environ[f"{stage}_TABLE"]`. */
function isComputed(value: Expression, module: SourceModule): boolean {
  if (value.kind === 'member') return isComputed(value.of, module);
  if (value.kind !== 'index') return false;
  const { of } = value;
  if (of.kind !== 'member' && of.kind !== 'name') return isComputed(of, module);
  return ENVIRONMENTS.includes(chainOf(of, module) ?? '') || isComputed(of, module);
}

function chainOf(value: Expression, module: SourceModule): string | undefined {
  if (value.kind === 'name') {
    const from = module.imports.find(({ local }) => local === value.name);
    if (from === undefined) return value.name;
    return from.member === '*' || from.member === 'default' ? from.module : `${from.module}.${from.member}`;
  }
  if (value.kind !== 'member') return undefined;
  const of = chainOf(value.of, module);
  return of === undefined ? undefined : `${of}.${value.name}`;
}
