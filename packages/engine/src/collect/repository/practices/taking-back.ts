import type { Program } from '../code/names/program.ts';
import { everyExpression } from '../code/syntax/expressions.ts';
import { isOfAPage } from './pages.ts';

/** Words of code that takes tokens back, or asks whether somebody is still let in. */
const WORDS =
  /revo(ke|cation)|(black|deny|block)[_-]?list|token[_-]?version|session[_-]?version|invalidate|sign[_-]?out|log[_-]?out|is[_-]?active|disabled|banned|suspend|locked[_-]?out|\bjti\b|(find|get|load)[_-]?session/i;

const MOST = 5;
const known = new WeakMap<Program, readonly string[]>();

/** The first names in the code behind the pages that speak of taking tokens back. */
export function takingBack(program: Program): readonly string[] {
  const before = known.get(program);
  if (before !== undefined) return before;
  const found = new Set<string>();
  const look = (name: string | undefined) => {
    if (name !== undefined && name.length < 60 && WORDS.test(name)) found.add(name);
  };
  for (const module of program.modules.values()) {
    if (found.size >= MOST) break;
    if (module.language === 'script' && isOfAPage(program, module)) continue;
    for (const { name } of module.functions) look(name);
    for (const { callee } of module.calls)
      if (callee.kind === 'member' || callee.kind === 'name') look(callee.name);
    everyExpression(module, (value) => {
      if (value.kind === 'literal' && typeof value.value === 'string') look(value.value);
      if (value.kind === 'member' || value.kind === 'name') look(value.name);
      if (value.kind === 'object') for (const { name } of value.members) look(name);
    });
  }
  const names = [...found].slice(0, MOST);
  known.set(program, names);
  return names;
}
