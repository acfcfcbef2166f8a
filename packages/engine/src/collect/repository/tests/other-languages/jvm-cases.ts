import { bareCode, behindBracket } from './bare-code.ts';
import type { WrittenCase, WrittenCases } from './written-cases.ts';

/** Neither has a mark that keeps other tests from running. Sources: docs.junit.org, testng.org/doc. */
const FRAMEWORKS: readonly (readonly [string, RegExp])[] = [
  ['testng', /^\s*import\s+(static\s+)?org\.testng\./m],
  ['junit', /^\s*import\s+(static\s+)?(org\.junit\.|kotlin\.test\.)/m],
];
/** What runs tests of its own, by marks or classes that are not known here. */
const OF_OTHERS =
  /\b(io\.kotest|spock|org\.scalatest|io\.cucumber|cucumber\.api|org\.specs2|munit)\b|@RunWith\b|@Suite\b/;

const MAKES_TEST = /^(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate)$/;
const SKIPS = /^(Disabled|Ignore|Ignored)$/;
/** Marks that skip under a condition. */
const MAY_SKIP = /^(Disabled|Enabled|Assume|Ignore|Skip)\w+$/;
/** What ends a test while it runs, or tells a runner to leave it out. */
const ENDS =
  /\b[aA]ssum(e|ing)\w*\s*\(|\bAssum(e|ptions?)\b|SkipException|TestAbortedException|AssumptionViolated|IAnnotationTransformer/;

interface Declared {
  readonly what: 'class' | 'method';
  readonly name: string;
  readonly index: number;
  /** Behind its body. */
  readonly end: number;
  readonly marks: readonly { readonly name: string; readonly given: string }[];
}

/**
 * The tests of a file of Java or Kotlin, by their annotations; `undefined` where the text does not tell. `mayBaseSkip` says
 * whether something that a class is made from, by its name, may keep its tests from running.
 */
export async function casesOfTheJvm(
  text: string,
  ending: string,
  mayBaseSkip: (name: string) => Promise<boolean>,
): Promise<WrittenCases | undefined> {
  const bare = bareCode(text, ending);
  const framework =
    bare === undefined ? undefined : FRAMEWORKS.find(([, imports]) => imports.test(bare))?.[0];
  if (bare === undefined || framework === undefined || OF_OTHERS.test(bare)) return undefined;
  const declared = declaredIn(bare);
  const isTest = ({ marks }: Declared) => marks.some(({ name }) => MAKES_TEST.test(name));
  // A class that is marked so makes a test of each of its methods.
  if (declared === undefined || declared.some((one) => one.what === 'class' && isTest(one))) return undefined;
  const tests = declared.filter(isTest);
  if (tests.length === 0) return undefined;
  const bases = [...bare.matchAll(BASE)].map((one) => one[1]!);
  const mayEnd = ENDS.test(bare) || (await some(bases, mayBaseSkip));
  const cases = tests.map((one): WrittenCase => {
    const around = declared.filter(
      ({ what, index, end }) => what === 'class' && index < one.index && one.index < end,
    );
    const skipped = skipOf([one, ...around]) ?? (mayEnd ? 'open' : undefined);
    return { name: one.name, index: one.index, ...(skipped === undefined ? {} : { skipped }) };
  });
  const mayBeMore = declared.some(
    ({ what, marks }) => what === 'method' && marks.some(({ name }) => MAY_BE_TEST.test(name)),
  );
  return { framework, cases, isOpen: mayBeMore };
}

/** An annotation of the application's own that may stand for another: `@SlowTest`. */
const MAY_BE_TEST = /(?<!^|^Parameterized|^Repeated)Test$|^Theory$|^Property$/;

/** `class A extends B`, `class A : B()`. */
const BASE = /\bclass\s+\w+[^{;]*?(?:\bextends\s+|:\s*)(\w+)/g;

/** Whether the text of a class that others are made from may keep their tests from running. */
export function maySkip(text: string, ending: string): boolean {
  const bare = bareCode(text, ending);
  return bare === undefined || ENDS.test(bare) || /@(Disabled|Enabled|Ignore)|\benabled\s*=/.test(bare);
}

/** The classes that those of a text are made from. */
export function basesOf(text: string, ending: string): readonly string[] {
  return [...(bareCode(text, ending) ?? '').matchAll(BASE)].map((one) => one[1]!);
}

function skipOf(parts: readonly Declared[]): string | 'open' | undefined {
  const marks = parts.flatMap((one) => one.marks);
  const sure = marks.find(({ name }) => SKIPS.test(name));
  if (sure !== undefined) return `@${sure.name}`;
  const enabled = marks.find(({ given }) => /\benabled\s*=/.test(given));
  if (enabled !== undefined && /\benabled\s*=\s*false\b/.test(enabled.given)) return 'enabled = false';
  const isOpen = marks.some(({ name }) => MAY_SKIP.test(name));
  return isOpen || (enabled !== undefined && !/\benabled\s*=\s*true\b/.test(enabled.given))
    ? 'open'
    : undefined;
}

/** What is annotated in a file, or declares a class; nothing where brackets do not fit. */
function declaredIn(bare: string): readonly Declared[] | undefined {
  const found: Declared[] = [];
  const starts = /@(?!interface\b)[A-Za-z]|\b(?:class|interface|object)\s+\w+[^;{]*\{/g;
  for (let start = starts.exec(bare); start !== null; start = starts.exec(bare)) {
    const group = groupAt(bare, start.index);
    if (group === undefined) return undefined;
    const declared = declarationAt(bare, group.end);
    if (declared === undefined) {
      starts.lastIndex = Math.max(group.end, start.index + 1);
      continue;
    }
    const end = declared.body === undefined ? declared.at : behindBracket(bare, declared.body);
    if (end === undefined) return undefined;
    found.push({ ...declared, index: start.index, end, marks: group.marks });
    starts.lastIndex = Math.max(declared.at, start.index + 1);
  }
  return found;
}

function groupAt(bare: string, from: number) {
  const marks: { name: string; given: string }[] = [];
  let end = from;
  for (;;) {
    const one = /^\s*@(?:\w+:)?([\w.]+)[^\S\n]*/.exec(bare.slice(end, end + 300));
    if (one === null || one[1] === 'interface') return { marks, end };
    const behind = end + one[0].length;
    const closed = bare[behind] === '(' ? behindBracket(bare, behind) : behind;
    if (closed === undefined) return undefined;
    marks.push({ name: one[1]!.slice(one[1]!.lastIndexOf('.') + 1), given: bare.slice(behind, closed) });
    end = closed;
  }
}

/** The class or method that is declared from a place on, with the bracket that its body begins with. */
function declarationAt(bare: string, from: number) {
  const head = /^[^;{}=@]*/.exec(bare.slice(from, from + 2_000))![0];
  const owner = /\b(?:class|interface|object|record)\s+(\w+)/.exec(head);
  const own = owner ?? /(?:\bfun\s+(?:<[^>]*>\s*)?|\s)(`[^`]+`|\w+)\s*\(/.exec(head);
  if (own === null) return undefined;
  const at = from + own.index + own[0].length;
  const body = from + head.length;
  return {
    what: owner === null ? ('method' as const) : ('class' as const),
    name: own[1]!.replaceAll('`', ''),
    at,
    body: bare[body] === '{' ? body : undefined,
  };
}

async function some<T>(list: readonly T[], holds: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of list) if (await holds(one)) return true;
  return false;
}
