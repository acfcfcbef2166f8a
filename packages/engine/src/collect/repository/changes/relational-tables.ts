import type { Program } from '../code/names/program.ts';
import { chainOf } from '../code/records/naming-calls.ts';
import type { Call, Expression, Range, SourceModule } from '../code/syntax/source-module.ts';

/** What makes a table of a relational database in code: `pgTable('cards', { … })`. */
const MAKES_TABLE = /^drizzle-orm\/(pg|mysql|sqlite|singlestore|gel)-core\.\w+$/;

/** The parts of a module that speak of tables of a relational database: their definitions, and what is asked of them. */
export function relationalParts(program: Program, module: SourceModule): readonly Range[] {
  return module.calls.filter((call) => {
    if (MAKES_TABLE.test(program.pathOf(module, call.callee, call.within) ?? '')) return true;
    return chainOf(call, module).some((link) => asksTable(program, module, link.call));
  });
}

/** `db.insert(cards)`, `select().from(cards)`. */
function asksTable(
  program: Program,
  module: SourceModule,
  { callee, arguments: [first], within }: Call,
): boolean {
  return (
    first !== undefined &&
    callee.kind === 'member' &&
    /^(insert|update|delete|from|leftJoin|innerJoin|rightJoin|fullJoin)$/.test(callee.name) &&
    isTable(program, module, first.value, within)
  );
}

/** Whether an expression is such a table. */
export function isTable(program: Program, module: SourceModule, value: Expression, within: number): boolean {
  if (value.kind !== 'name' && value.kind !== 'member') return false;
  const meaning = program.resolve(module, value, within);
  if (meaning.kind !== 'made' || meaning.members.length > 0) return false;
  const { callee, within: at } = meaning.module.calls[meaning.call]!;
  return MAKES_TABLE.test(program.pathOf(meaning.module, callee, at) ?? '');
}
