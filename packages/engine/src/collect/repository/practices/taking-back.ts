import type { Program } from '../code/names/program.ts';
import { everyExpression } from '../code/syntax/expressions.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
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
    for (const name of askedAfterProof(program, module)) found.add(name);
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

const PROVES =
  /(^|\.)(jsonwebtoken\.verify|jwt\.verify|jwtVerify|jwt\.decode|jose\.jwtVerify|verifyJwt|verify_token|verifyToken)$/;
const ASKS =
  /^(find\w*|get_item|get_user\w*|getUser\w*|query|select|scalar\w*|load_user|filter_by|one_or_none)$/;

/** Where a token was proved and its holder is looked up: who is struck out there is let in no more. */
function* askedAfterProof(program: Program, module: SourceModule): Generator<string> {
  const proving = new Set<number>();
  for (const { callee, within, path } of module.calls) {
    const name = path ?? (callee.kind === 'member' ? callee.name : '');
    if (PROVES.test(name) || PROVES.test(program.pathOf(module, callee, within) ?? '')) proving.add(within);
  }
  if (proving.size === 0) return;
  for (const { callee, within } of module.calls) {
    const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
    if (proving.has(within) && ASKS.test(name)) yield name;
  }
}
