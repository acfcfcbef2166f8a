import { bareCode, behindBracket } from './bare-code.ts';
import { type Declared, declaredIn, type Marks } from './declared.ts';
import type { WrittenCase, WrittenCases } from './written-cases.ts';

/** None has a mark that keeps other tests from running. Sources: xunit.net/docs, docs.nunit.org, learn.microsoft.com (MSTest). */
const FRAMEWORKS: readonly (readonly [string, RegExp])[] = [
  ['xunit', /^\s*(global\s+)?using\s+(static\s+)?Xunit\b|\[(Fact|Theory)\b/m],
  ['nunit', /^\s*(global\s+)?using\s+(static\s+)?NUnit\.Framework\b/m],
  [
    'mstest',
    /^\s*(global\s+)?using\s+(static\s+)?Microsoft\.VisualStudio\.TestTools\b|\[(Data)?TestMethod\b/m,
  ],
];
/** What has marks of its own, and code that is only there for some builds. */
const NOT_TOLD = /^\s*using\s+(NSpec|Machine\.Specifications|TUnit|LightBDD)\b|^\s*#\s*if\b/m;

const MAKES_TEST = /^(Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)(Attribute)?$/;
/** Attributes of others that make a test: `SkippableFact`. */
const MAY_MAKE_TEST = /(Fact|Theory|Test|TestMethod)(Attribute)?$/;
const SKIPS = /^Ignore(Attribute)?$/;
/** Those that skip under a condition, or unless somebody asks for the test. */
const MAY_SKIP = /^(Explicit|Platform|Skip|Ignore|Conditional|OSCondition|Requires)\w*$/;
/** What ends a test while it runs. */
const ENDS =
  /\bAssert\s*\.\s*(Ignore|Inconclusive|Skip)|\bAssume\s*\.|\bSkip\s*\.\s*\w|SkipException|Inconclusive/;

/** The tests of a file of C#, by their attributes; `undefined` where the text does not tell. `mayBaseSkip` as for Java. */
export async function casesOfDotnet(
  text: string,
  mayBaseSkip: (name: string) => Promise<boolean>,
): Promise<WrittenCases | undefined> {
  const bare = bareCode(text, 'cs');
  const framework = FRAMEWORKS.find(([, uses]) => uses.test(bare ?? ''))?.[0];
  if (bare === undefined || framework === undefined || NOT_TOLD.test(bare)) return undefined;
  const declared = declaredIn(bare, ATTRIBUTES) ?? [];
  const isTest = ({ what, marks }: Declared) =>
    what === 'method' && marks.some(({ name }) => MAKES_TEST.test(name));
  const tests = declared.filter(isTest);
  if (tests.length === 0) return undefined;
  let mayEnd = ENDS.test(bare);
  for (const base of dotnetBases(text)) mayEnd ||= await mayBaseSkip(base);
  const cases = tests.map((one): WrittenCase => {
    const around = declared.filter(
      ({ what, index, end }) => what === 'class' && index < one.index && one.index < end,
    );
    const skipped = skipOf([one, ...around]) ?? (mayEnd ? 'open' : undefined);
    const { name, index, hasCode } = one;
    return { name, index, hasCode, ...(skipped === undefined ? {} : { skipped }) };
  });
  const isOpen = declared.some(
    (one) => one.what === 'method' && !isTest(one) && one.marks.some(({ name }) => MAY_MAKE_TEST.test(name)),
  );
  return { framework, cases, isOpen };
}

/** `class A : B`; interfaces keep nothing from running. */
export function dotnetBases(text: string): readonly string[] {
  const bare = bareCode(text, 'cs') ?? '';
  return [...bare.matchAll(/\bclass\s+\w+(?:<[^>]*>)?(?:\([^)]*\))?\s*:\s*(\w+)/g)].flatMap(([, name]) =>
    /^I[A-Z]/.test(name!) ? [] : [name!],
  );
}

/** Whether the text of a class that others are made from may keep their tests from running. */
export function mayDotnetSkip(text: string): boolean {
  const bare = bareCode(text, 'cs');
  return bare === undefined || ENDS.test(bare) || /\[\s*(Ignore|Explicit)|\bSkip\b/.test(bare);
}

function skipOf(parts: readonly Declared[]): string | 'open' | undefined {
  const marks = parts.flatMap((one) => one.marks);
  if (marks.some(({ name }) => SKIPS.test(name))) return '[Ignore]';
  const given = marks.find((one) => MAKES_TEST.test(one.name) && /\b(Skip|Ignore)\s*=/.test(one.given));
  // Of several cases one may be left out, and what is left out under a condition says so beside.
  if (given !== undefined)
    return /^(Fact|Theory)(Attribute)?$/.test(given.name) &&
      !/\bSkip(When|Unless|Type)\b|\bnull\b/.test(given.given)
      ? 'Skip'
      : 'open';
  return marks.some(({ name }) => MAY_SKIP.test(name)) ? 'open' : undefined;
}

/** `[Fact(Skip = "…"), Trait("…", "…")]`, at the beginning of a line. */
const ATTRIBUTES: Marks = {
  begins: /(?<=^[ \t]*)\[(?=\s*[A-Za-z])/,
  at(bare, at) {
    if (bare[at] !== '[') return [];
    const end = behindBracket(bare, at);
    if (end === undefined) return undefined;
    const marks: { name: string; given: string; end: number }[] = [];
    let rest = at + 1;
    for (;;) {
      const one = /^\s*(?:\w+:\s*)?([\w.]+)\s*/.exec(bare.slice(rest, end - 1));
      if (one === null) return marks.map((mark) => ({ ...mark, end }));
      const behind = rest + one[0].length;
      const closed = bare[behind] === '(' ? behindBracket(bare, behind) : behind;
      if (closed === undefined) return undefined;
      marks.push({
        name: one[1]!.slice(one[1]!.lastIndexOf('.') + 1),
        given: bare.slice(behind, closed),
        end,
      });
      const comma = /^\s*,/.exec(bare.slice(closed, end - 1));
      if (comma === null) return marks.map((mark) => ({ ...mark, end }));
      rest = closed + comma[0].length;
    }
  },
};
