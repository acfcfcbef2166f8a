import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { placeIn } from '../fact.ts';
import { partsOf } from '../joins/expressions.ts';

const OF_A_USER =
  /(^|_|\b)(user|users?_?id|username|sub|subject|account(_?id)?|tenant(_?id)?|session(_?id)?|claims?|principal|identity|api_?key|client_?id|customer(_?id)?|member(_?id)?|current_?user|authorization|caller)(s|_?key)?$|(user|tenant|account|customer|session)Id$/i;
const OF_AN_ADDRESS =
  /^(ip|ips|ip_?address|remote_?address|remote_?addr|get_remote_address|get_ipaddr|x-forwarded-for|source_?ip|client_?ip|address|host)$/i;

/** Whether names tell users apart or only addresses; what tells neither is not known. */
export function limitedBy(names: Iterable<string>): 'user' | 'address' | undefined {
  let address = false;
  for (const name of names) {
    if (OF_A_USER.test(name)) return 'user';
    address ||= OF_AN_ADDRESS.test(name);
  }
  return address ? 'address' : undefined;
}

/** The names that a function says: those of its parameters, and what its code reads. */
export function* namesSaidBy(module: SourceModule, number: number): Generator<string> {
  const { parameters, gives } = module.functions[number]!;
  for (const { name, members } of parameters) {
    if (name !== undefined) yield name;
    for (const { member } of members ?? []) yield* member.split('.');
  }
  if (gives !== undefined) yield* namesIn(module, gives);
  for (const { within, value } of module.reads) if (within === number) yield* namesIn(module, value);
  for (const { within, value } of module.returns)
    if (within === number && value !== undefined) yield* namesIn(module, value);
  for (const { within, arguments: given, callee } of module.calls)
    if (within === number) {
      yield* namesIn(module, callee);
      for (const { value } of given) yield* namesIn(module, value);
    }
}

/** The names and texts in an expression, those of the calls in it included. */
export function* namesIn(module: SourceModule, value: Expression): Generator<string> {
  for (const part of partsOf(value, module)) {
    if (part.kind === 'name' || part.kind === 'member') yield part.name;
    if (part.kind === 'literal' && typeof part.value === 'string') yield part.value;
    if (part.kind === 'call') {
      const call = module.calls[part.call]!;
      yield* namesIn(module, call.callee);
      for (const one of call.arguments) yield* namesIn(module, one.value);
    }
  }
}

/** What a limiter that the repository offers under a name tells callers apart by. */
export function ofOwnLimiter(
  module: SourceModule,
  name: string,
  line: number,
  column: number,
): string | Value {
  const number = module.functions.findIndex((one) => one.name === name);
  const found = number < 0 ? undefined : limitedBy(namesSaidBy(module, number));
  return (
    found ??
    unknown(
      'unresolved-expression',
      `reading by what ${name} counts`,
      inCode(placeIn(module.file, line, column)),
    )
  );
}
