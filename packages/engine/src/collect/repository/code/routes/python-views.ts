import type { Call, Expression, SourceModule } from '../syntax/source-module.ts';
import type { ValueAt } from './route.ts';
import { argument, eachOf, type Routers } from './routers.ts';
import { textIn } from './texts.ts';

/** A class whose methods answer, with the paths that it is given. */
export interface View {
  /** Nothing where it cannot be told which class it is. */
  readonly of: { readonly module: SourceModule; readonly class: number } | undefined;
  readonly named: Expression;
  readonly paths: readonly (string | undefined)[];
}

/**
 * `app.add_url_rule('/users', view_func=Users.as_view('users'))`, also where path and class are parts of a written list that
 * a loop goes through; nothing where no class is registered.
 */
export function viewsIn(routers: Routers, module: SourceModule, call: Call): readonly View[] | undefined {
  const { program } = routers;
  const { within } = call;
  const named =
    argument(call, 'view_func') ?? call.arguments.filter((one) => one.name === undefined).at(-1)?.value;
  const made = named === undefined ? undefined : program.resolve(module, named, within);
  if (made?.kind !== 'made' || made.members.length > 0) return undefined;
  const { callee } = made.module.calls[made.call]!;
  if (callee.kind !== 'member' || callee.name !== 'as_view') return undefined;
  const path = (argument(call, 'rule') ?? call.arguments.find((one) => one.name === undefined)?.value)!;
  const classes = each(routers, { module: made.module, value: callee.of, within });
  const paths = each(routers, { module, value: path, within });
  const inStep = classes.length > 1 && paths.length === classes.length;
  return classes.map((one, index): View => {
    const meaning = program.resolve(one.module, one.value, one.within);
    const given = inStep ? [paths[index]!] : paths;
    return {
      of: meaning.kind === 'class' ? { module: meaning.module, class: meaning.class } : undefined,
      named: callee.of,
      paths: given.map((at) => textIn(program, at.module, at.value, at.within)),
    };
  });
}

/** What an expression is in each round of a loop over a written list: `rule[1]`, or a name that the loop gives. */
function each(routers: Routers, at: ValueAt): readonly ValueAt[] {
  const { program } = routers;
  const { module, within } = at;
  const meaning = at.value.kind === 'name' ? program.resolve(module, at.value, within) : undefined;
  const value = meaning?.kind === 'value' ? meaning.value : at.value;
  if (value.kind !== 'index' || value.index.kind !== 'literal') return eachOf(program, at) ?? [at];
  const number = value.index.value;
  const items = eachOf(program, { module, value: value.of, within });
  if (items === undefined || typeof number !== 'number') return [at];
  return items.map((item) => {
    const part = item.value.kind === 'list' ? item.value.items[number] : undefined;
    return part === undefined ? at : { ...item, value: part };
  });
}
