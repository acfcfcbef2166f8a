import type { Expression, Member, SourceModule } from '../syntax/source-module.ts';

/** What a table says of the requests that it is for. */
export interface Keyed {
  readonly keys: readonly { readonly method: string; readonly path: string; readonly member: Member }[];
  /** It may hold more than is written in it. */
  readonly open: boolean;
  /** What it is asked by first, where its keys are not both in one. */
  readonly first?: 'method' | 'path';
  readonly isNested: boolean;
}

const BOTH = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) (\/\S*)$/;
const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const PATH = /^\/\S*$/;

/** `'GET /cards': cards`, `'/cards': cards`, `GET: { '/cards': cards }`, `'/cards': { GET: cards }`; nothing where it is another table. */
export function keyedBy({ members, open }: Entries, module: SourceModule): Keyed | undefined {
  if (members.length === 0) return undefined;
  const both = members.flatMap((member) => {
    const [, method, path] = BOTH.exec(member.name) ?? [];
    return method === undefined || path === undefined ? [] : [{ method, path, member }];
  });
  if (both.length > 0)
    return both.length === members.length ? { keys: both, open, isNested: false } : undefined;
  const first = (['method', 'path'] as const).find((one) =>
    members.every(({ name }) => (one === 'method' ? METHOD : PATH).test(name)),
  );
  if (first === undefined) return undefined;
  const inner = members.map(({ value }) => entriesOf(value, module));
  if (first === 'path' && inner.every((one) => one === undefined))
    return {
      keys: members.map((member) => ({ method: 'ANY', path: member.name, member })),
      open,
      first,
      isNested: false,
    };
  return nested(members, inner, open, first);
}

function nested(
  members: readonly Member[],
  inner: readonly (Entries | undefined)[],
  open: boolean,
  first: 'method' | 'path',
): Keyed | undefined {
  const told = inner.flatMap((one) => one ?? []);
  const keys = told.flatMap((one, index) =>
    one.members.map((member) => {
      const outer = members[index]!.name;
      const [method, path] = first === 'method' ? [outer, member.name] : [member.name, outer];
      return { method, path, member };
    }),
  );
  const isTable = keys.length > 0 && keys.every(({ method, path }) => METHOD.test(method) && PATH.test(path));
  if (!isTable || told.length < members.length) return undefined;
  return { keys, open: open || told.some((one) => one.open), first, isNested: true };
}

export interface Entries {
  readonly members: readonly Member[];
  readonly open: boolean;
}

export function entriesOf(value: Expression, module: SourceModule): Entries | undefined {
  if (value.kind === 'object') return value;
  if (value.kind !== 'call') return undefined;
  const { path, isNew, arguments: given } = module.calls[value.call]!;
  const [list] = given;
  if (path === 'Object.freeze') return list === undefined ? undefined : entriesOf(list.value, module);
  if (path !== 'Map' || !isNew || list?.value.kind !== 'list') return undefined;
  const members = list.value.items.map((item): Member | undefined => {
    const [key, answer] = item.kind === 'list' ? item.items : [];
    return key?.kind === 'literal' && typeof key.value === 'string' && answer !== undefined
      ? { name: key.value, value: answer, at: item.at }
      : undefined;
  });
  const told = members.filter((one) => one !== undefined);
  return { members: told, open: list.value.open || told.length < members.length };
}
