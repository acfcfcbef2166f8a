import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';

interface RawPart {
  readonly call: Call;
  readonly name: string;
  readonly value: Expression;
}

const RAW = /^(where|orWhere|andWhere|having|orHaving|orderBy|groupBy|join|select|from|with)Raw$/;
const OF_STATEMENTS = /^(sql|SQL|Prisma)$/;

/** What is put into a statement as it is: `sql.raw(…)`, `Prisma.raw(…)`, `.whereRaw(…)`, `.extra(where=[…])` of Django. */
export function rawPartsIn(module: SourceModule): readonly RawPart[] {
  return module.calls.flatMap((call): readonly RawPart[] => {
    const { callee, arguments: given } = call;
    if (callee.kind === 'name')
      return callee.name === 'RawSQL' && given[0] !== undefined
        ? [{ call, name: 'RawSQL', value: given[0].value }]
        : [];
    if (callee.kind !== 'member') return [];
    const [first] = given;
    const { name, of } = callee;
    if (name === 'extra')
      return given.flatMap(({ name: said, value }) =>
        said === 'where' && value.kind === 'list'
          ? value.items.map((one) => ({ call, name, value: one }))
          : [],
      );
    const isRaw =
      RAW.test(name) ||
      (/^(raw|unsafe)$/.test(name) &&
        (of.kind === 'name' || of.kind === 'member') &&
        OF_STATEMENTS.test(of.name));
    return isRaw && first !== undefined ? [{ call, name, value: first.value }] : [];
  });
}
