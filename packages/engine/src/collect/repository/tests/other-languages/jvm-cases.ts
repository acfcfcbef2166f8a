import { bareCode, behindBracket } from './bare-code.ts';
import { type Declared, declaredIn, type Marks } from './declared.ts';
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
  const declared = declaredIn(bare, ANNOTATIONS);
  const isTest = ({ marks }: Declared) => marks.some(({ name }) => MAKES_TEST.test(name));
  // A class that is marked so makes a test of each of its methods.
  if (declared === undefined || declared.some((one) => one.what === 'class' && isTest(one))) return undefined;
  const tests = declared.filter(isTest);
  if (tests.length === 0) return undefined;
  const mayEnd = ENDS.test(bare) || (await some(basesIn(bare, ending), mayBaseSkip));
  const cases = tests.map((one): WrittenCase => {
    const around = declared.filter(
      ({ what, index, end }) => what === 'class' && index < one.index && one.index < end,
    );
    const skipped = skipOf([one, ...around]) ?? (mayEnd ? 'open' : undefined);
    const name = text.slice(one.named, one.named + one.name.length);
    return { name, index: one.index, hasCode: one.hasCode, ...(skipped === undefined ? {} : { skipped }) };
  });
  const mayBeMore = declared.some(
    ({ what, marks }) => what === 'method' && marks.some(({ name }) => MAY_BE_TEST.test(name)),
  );
  return { framework, cases, isOpen: mayBeMore };
}

/** An annotation of the application's own that may stand for another: `@SlowTest`. */
const MAY_BE_TEST = /(?<!^|^Parameterized|^Repeated)Test$|^Theory$|^Property$/;

/** Whether the text of a class that others are made from may keep their tests from running. */
export function maySkip(text: string, ending: string): boolean {
  const bare = bareCode(text, ending);
  return bare === undefined || ENDS.test(bare) || /@(Disabled|Enabled|Ignore)|\benabled\s*=/.test(bare);
}

/** The classes that those of a text are made from. */
export function basesOf(text: string, ending: string): readonly string[] {
  return basesIn(bareCode(text, ending) ?? '', ending);
}

/** `class A extends B`, `class A : I, B()`: interfaces keep nothing from running. */
function basesIn(bare: string, ending: string): readonly string[] {
  if (ending === 'java')
    return [...bare.matchAll(/\bclass\s+\w+[^{;]*?\bextends\s+(?:\w+\.)*(\w+)/g)].map((one) => one[1]!);
  const above = /\bclass\s+\w+(?:<[^>]*>)?\s*(?:\([^)]*\))?\s*:([^{}=]*)/g;
  return [...bare.matchAll(above)].flatMap(([, types]) =>
    [...types!.matchAll(/(\w+)(?:<[^>]*>)?\s*\(/g)].map((one) => one[1]!),
  );
}

const ANNOTATIONS: Marks = {
  begins: /@(?!interface\b)[A-Za-z]/,
  at(bare, at) {
    const one = /^@(?:\w+:)?([\w.]+)[^\S\n]*/.exec(bare.slice(at, at + 300));
    if (one === null || one[1] === 'interface') return [];
    const behind = at + one[0].length;
    const end = bare[behind] === '(' ? behindBracket(bare, behind) : behind;
    if (end === undefined) return undefined;
    return [{ name: one[1]!.slice(one[1]!.lastIndexOf('.') + 1), given: bare.slice(behind, end), end }];
  },
};

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

async function some<T>(list: readonly T[], holds: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of list) if (await holds(one)) return true;
  return false;
}
