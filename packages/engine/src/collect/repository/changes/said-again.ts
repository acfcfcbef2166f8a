import { type Call, type Place, type SourceModule, TOP } from '../code/syntax/source-module.ts';

/** Where a name is said after a call gave it its value: `const stored = put(); await stored`. Nothing where it is not. */
export function saidAgainAt(
  text: string,
  module: SourceModule,
  name: string,
  { end, within }: Call,
): Place | undefined {
  const last = within === TOP ? undefined : module.functions[within]!.end.line;
  const after = text.split('\n').slice(end.line - 1, last);
  const first = end.column - 1;
  after[0] = after[0]!.slice(first);
  const said = new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`);
  const line = after.findIndex((one) => said.test(one));
  if (line === -1) return undefined;
  const column = after[line]!.search(said) + 1;
  return { line: end.line + line, column: line === 0 ? column + first : column };
}
