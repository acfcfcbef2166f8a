import { everyOne } from '../code/syntax/expressions.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { type Cookie, purposeOf } from './cookie.ts';

/** Cookies in headers that the code writes itself: `'Set-Cookie': 'sid=…; HttpOnly; Secure'`. */
export function headerCookies(module: SourceModule): readonly Cookie[] {
  const found = new Map<string, Cookie>();
  const add = (value: Expression) => {
    const cookie = inHeader(module, value);
    if (cookie !== undefined) found.set(`${cookie.at.line}:${cookie.at.column}`, cookie);
  };
  for (const { value } of everyOne(module, 'object'))
    for (const member of value.members)
      if (isHeader(member.name)) for (const one of eachOf(member.value)) add(one);
  for (const { arguments: given } of module.calls) {
    const [name, value] = given;
    if (name?.value.kind === 'literal' && value !== undefined && isHeader(String(name.value.value)))
      for (const one of eachOf(value.value)) add(one);
  }
  return [...found.values()];
}

/** A header may be given several times: as a list. */
function eachOf(value: Expression): readonly Expression[] {
  return value.kind === 'list' ? value.items : [value];
}

function isHeader(name: string): boolean {
  return name.length === HEADER.length && name.toLowerCase() === HEADER;
}

const HEADER = 'set-cookie';

function inHeader(module: SourceModule, value: Expression): Cookie | undefined {
  const parts =
    value.kind === 'literal'
      ? [String(value.value)]
      : value.kind === 'text'
        ? module.texts[value.text]!.parts
        : undefined;
  if (parts === undefined) return undefined;
  const told = parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
  const name = /^([\w.-]+)=/.exec(told)?.[1];
  const of = name === undefined ? undefined : purposeOf(name);
  if (name === undefined || of === undefined || /^[\w.-]+=;/.test(told) || /max-age=0\b/i.test(told))
    return undefined;
  // Settings may be put in after the value.
  const goesOn = parts.filter((part) => typeof part !== 'string').length > 1 || !told.includes(';');
  const age = /max-age=(\d+|…)/i.exec(told)?.[1];
  const flag = (word: RegExp) => word.test(told) || (goesOn ? 'open' : false);
  return {
    name,
    maker: 'Set-Cookie',
    of,
    secure: flag(/;\s*secure\b/i),
    httpOnly: flag(/;\s*httponly\b/i),
    lifetime:
      age === undefined
        ? goesOn || /expires=/i.test(told)
          ? 'open'
          : 'none'
        : age === '…'
          ? 'open'
          : Number(age),
    at: value.at,
  };
}
