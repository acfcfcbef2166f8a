import { Execution } from './execution.ts';
import type { Framework } from './framework.ts';
import { moduleScope } from './imports.ts';
import type { Program } from './program.ts';

/**
 * Follows a program from its entries on and tells the library what it makes. Throws `Endless` where that is more than
 * is followed, and whatever an overflowing stack throws.
 *
 * Modules (`imports.ts`) hold statements (`statements.ts`, `branches.ts`, `loops.ts`), which hold expressions
 * (`expressions.ts`); those lead to members, operators, and calls of functions, classes, the language (`globals.ts`)
 * and the library (`library.ts`). What is written to a name or a construct goes through `assignment.ts`.
 */
export function interpret(program: Program, library: Framework): Execution {
  const by = new Execution(program, library);
  for (const entry of program.entries) moduleScope(entry, by);
  return by;
}
