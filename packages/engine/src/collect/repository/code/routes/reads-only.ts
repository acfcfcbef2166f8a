import { callsHandedStatements } from '../../joins/handed-statements.ts';
import { type CallAt, type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import type { RoutePart } from '../behaviour/route-part.ts';
import { type Expression, isIn, type SourceModule } from '../syntax/source-module.ts';

/** Whether a part of a function reads what is stored, and surely does no more: all that it calls is known. */
export function readsOnly(reaches: Reaches, start: FunctionAt, part: RoutePart): boolean {
  const { calls } = reaches.of({ ...start, part });
  const done = calls
    // What is done after an error is no answer to what was asked.
    .filter(({ call, module }) => module.catches.every(({ caught }) => !isIn(call.at, caught)))
    .map((one) => doneBy(reaches, one));
  return done.includes('reads') && !done.includes('more');
}

function doneBy({ program }: Reaches, { call, module, meaning, name }: CallAt): 'reads' | 'nothing' | 'more' {
  if (callsHandedStatements(program, module).some((one) => one.call === call)) {
    const [statement] = call.arguments;
    return SELECTS.test(beginningOf(module, statement?.value)) ? 'reads' : 'more';
  }
  const last = lastName(call.callee) ?? '';
  if (last === 'send') {
    const command = call.arguments[0]?.value;
    const made = command?.kind === 'call' ? module.calls[command.call]! : undefined;
    return READS.test(lastName(made?.callee ?? call.callee) ?? '') ? 'reads' : 'more';
  }
  const isFollowed = /^(function|class)$/.test(meaning.kind);
  return isFollowed || call.isNew || OF_THE_LANGUAGE.test(name) || HARMLESS.test(last) ? 'nothing' : 'more';
}

const SELECTS = /^\s*select\b/i;
const READS = /^(Get|BatchGet|Query|Scan|List|Describe|Head)\w*Command$/;
const OF_THE_LANGUAGE = /^(console|JSON|Object|Array|String|Number|Date|Math|Boolean)(\.|\(|$)/;
const HARMLESS =
  /^(connect|end|release|close|debug|info|warn|error|log|split|includes|filter|map|join|slice|trim|find|some|every|get|has|toString|toISOString|toLowerCase|toUpperCase|replace|startsWith|endsWith|match|keys|values|entries)$/;

/** The text that a statement begins with, where it is written in its place. */
function beginningOf(module: SourceModule, value: Expression | undefined): string {
  if (value?.kind === 'literal') return String(value.value);
  const first = value?.kind === 'text' ? module.texts[value.text]!.parts[0] : undefined;
  return typeof first === 'string' ? first : '';
}
