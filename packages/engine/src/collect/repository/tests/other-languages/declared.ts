import { behindBracket } from './bare-code.ts';

/** A class or method with the marks that stand before it: annotations, attributes. */
export interface Declared {
  readonly what: 'class' | 'method';
  readonly name: string;
  /** Where its name stands, in the backquotes that may be around it. */
  readonly named: number;
  readonly index: number;
  /** Behind its body. */
  readonly end: number;
  /** Whether code is seen to stand in its body. */
  readonly hasCode: boolean;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly name: string;
  /** What it is given, brackets and all. */
  readonly given: string;
}

/** How a language writes marks. */
export interface Marks {
  readonly begins: RegExp;
  /** The marks that stand at a place, each with where it ends; none where no mark stands there, nothing where brackets do not fit. */
  at(bare: string, at: number): readonly (Mark & { readonly end: number })[] | undefined;
}

const CLASS = /\b(?:class|interface|object|struct|record)\s+\w+[^;{]*\{/;

/** What is marked in a file, or declares a class, in bare code; nothing where brackets do not fit. */
export function declaredIn(bare: string, language: Marks): readonly Declared[] | undefined {
  const found: Declared[] = [];
  const starts = new RegExp(`${language.begins.source}|${CLASS.source}`, 'gm');
  for (let start = starts.exec(bare); start !== null; start = starts.exec(bare)) {
    const group = groupAt(bare, start.index, language);
    if (group === undefined) return undefined;
    const declared = declarationAt(bare, group.end);
    if (declared === undefined) {
      starts.lastIndex = Math.max(group.end, start.index + 1);
      continue;
    }
    const { body, at, what, name, named } = declared;
    const end = body === undefined ? at : behindBracket(bare, body);
    if (end === undefined) return undefined;
    const hasCode = body !== undefined && /[^\s{}]/.test(bare.slice(body, end));
    found.push({ what, name, named, index: start.index, end, hasCode, marks: group.marks });
    starts.lastIndex = Math.max(at, start.index + 1);
  }
  return found;
}

function groupAt(bare: string, from: number, language: Marks) {
  const marks: Mark[] = [];
  let end = from;
  for (;;) {
    const at = end + /^\s*/.exec(bare.slice(end))![0].length;
    const own = language.at(bare, at);
    if (own === undefined) return undefined;
    const last = own.at(-1);
    if (last === undefined) return { marks, end };
    marks.push(...own);
    end = last.end;
  }
}

/** The class or method that is declared from a place on, with the bracket that its body begins with. */
function declarationAt(bare: string, from: number) {
  const head = /^[^;{}=@]*/.exec(bare.slice(from, from + 2_000))![0];
  const owner = /\b(?:class|interface|object|struct|record)\s+(\w+)/.exec(head);
  const own = owner ?? /(?:\bfun\s+(?:<[^>]*>\s*)?|\s)(`[^`]+`|\w+)\s*\(/.exec(head);
  if (own === null) return undefined;
  const at = from + own.index + own[0].length;
  const body = from + head.length;
  return {
    what: owner === null ? ('method' as const) : ('class' as const),
    name: own[1]!.replaceAll('`', ''),
    named: from + own.index + own[0].lastIndexOf(own[1]!) + (own[1]!.startsWith('`') ? 1 : 0),
    at,
    body: bare[body] === '{' ? body : undefined,
  };
}
