import type { Program } from '../code/names/program.ts';
import { namesCalled, textOf } from './conditions.ts';
import type { StoreCall } from './store-calls.ts';

/** The attributes that an update sets, by their own names; nothing where there is no update, or it is not written out. */
export function columnsSet(
  program: Program,
  { input, module, within }: StoreCall,
): readonly string[] | undefined {
  const expression = input.members.get('UpdateExpression');
  const text = expression === undefined ? undefined : textOf(program, module, expression, within);
  if (text === undefined) return undefined;
  const called = namesCalled(input.members.get('ExpressionAttributeNames'));
  const columns = [...setIn(text).matchAll(ASSIGNMENT)].map(([, column]) => called.get(column!) ?? column!);
  return columns.length === 0 && text.includes('?') ? undefined : columns;
}

/** What stands behind `SET` in an update. */
export function setIn(text: string): string {
  return /\bset\b([\s\S]*?)(?=\b(?:remove|add|delete)\b|$)/i.exec(text)?.[1] ?? '';
}

export const ASSIGNMENT = /([#\w."`$[\]]+)\s*=\s*((?:[^,()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+)/g;
