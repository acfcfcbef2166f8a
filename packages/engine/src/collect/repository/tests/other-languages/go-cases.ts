import { importsOfGo } from '../../manifests/subjects-of-other-code.ts';
import { bareCode, behindBracket } from './bare-code.ts';
import type { WrittenCase, WrittenCases } from './written-cases.ts';

/** Runners that have specifications of their own, with marks that are not known here. */
const OF_OTHERS = /goconvey|goblin|gunit|sclevine\/spec|gospec|godog/;
const GINKGO = /^github\.com\/onsi\/ginkgo(\/|$)/;
/** Methods of a suite are tests too. */
const SUITES = /^(github\.com\/stretchr\/testify\/suite|gopkg\.in\/check\.v1|github\.com\/go-check\/check)$/;

/**
 * The tests of a file of Go. `testing` has no mark that keeps other tests from running (source: pkg.go.dev/testing), ginkgo
 * has some (source: onsi.github.io/ginkgo, "Focused Specs"). `undefined` where the text does not tell.
 */
export function casesOfGo(text: string): WrittenCases | undefined {
  const bare = bareCode(text, 'go');
  if (bare === undefined) return undefined;
  const imports = importsOfGo(text);
  if (imports.some((path) => OF_OTHERS.test(path))) return undefined;
  if (imports.some((path) => GINKGO.test(path))) return ofGinkgo(text, bare);
  return ofTesting(
    text,
    bare,
    imports.some((path) => SUITES.test(path)),
  );
}

const NO_TESTS: WrittenCases = { framework: 'go test', cases: [], isOpen: false };

const FUNCTION = /^func\s+(\([^)]*\)\s*)?(\w+)\s*\(([^)]*)\)[^\n{]*\{/gm;

function ofTesting(text: string, bare: string, hasSuites: boolean): WrittenCases | undefined {
  const found = [...bare.matchAll(FUNCTION)].map((one) => ({
    name: one[2]!,
    index: one.index,
    body: one.index + one[0].length,
    isMethod: one[1] !== undefined,
    takes: one[3]!,
    end: behindBracket(bare, one.index + one[0].length - 1),
  }));
  const tests = found.filter(
    ({ name, isMethod, takes }) =>
      /^Test(?![a-z])/.test(name) && (isMethod ? hasSuites : /^\s*\w+\s+\*\w+\.T\s*$/.test(takes)),
  );
  if (tests.length === 0 && !/^func\s+(Fuzz|Example|Benchmark)|^var\s+_\s*=/m.test(bare)) return NO_TESTS;
  if (tests.length === 0 || tests.some(({ end }) => end === undefined)) return undefined;
  const bodies = tests.map(({ index, end }) => ({ index, end: end! }));
  const isSkippedElsewhere =
    isForSomeBuilds(text) ||
    skipsIn(bare).some((at) => !bodies.some((one) => at > one.index && at < one.end));
  const cases = tests.map(({ name, index, body, takes, end }): WrittenCase => {
    const skipped =
      skipOf(bare.slice(index, end), /^\s*(\w+)/.exec(takes)?.[1]) ??
      (isSkippedElsewhere ? 'open' : undefined);
    const hasCode = /[^\s}]/.test(bare.slice(body, end));
    return { name, index, hasCode, ...(skipped === undefined ? {} : { skipped }) };
  });
  return { framework: 'go test', cases, isOpen: false };
}

/** What says for which builds a file is stands before the package. */
function isForSomeBuilds(text: string): boolean {
  return /^\/\/(go:build|\s*\+build)\b/m.test(text.slice(0, Math.max(0, text.search(/^package\b/m))));
}

/** Calls that end a test, and those of helpers that say that they do: `skipWithoutDatabase(t)`. */
const SKIP = /(?:\.|\b)([sS]kip\w*)\s*\(/g;

function skipsIn(bare: string): readonly number[] {
  return [...bare.matchAll(SKIP)].map(({ index }) => index);
}

/** `t.Skip(…)` as a statement of the function itself; where it stands deeper, or behind a way out, it may be met or not. */
function skipOf(body: string, given: string | undefined): string | 'open' | undefined {
  const [first] = skipsIn(body);
  if (first === undefined) return undefined;
  const before = body.slice(0, first);
  const call = /^\.(Skip|Skipf|SkipNow)\s*\(/.exec(body.slice(first))?.[1];
  const owner = /(?:^|\n)\s*(\w+(?:\.T\(\))?)$/.exec(before)?.[1];
  const depth = count(before, '{') - count(before, '}');
  const mayEnd = /\breturn\b|\bpanic\(|\bgoto\b|\.Fatal|\.FailNow|\brequire\./.test(before);
  const isOfTest = owner !== undefined && (owner === given || owner.endsWith('.T()'));
  if (call === undefined || !isOfTest || depth !== 1 || mayEnd) return 'open';
  return `${owner}.${call}`;
}

const SPEC = /\b([FPX]?)(It|Specify|Entry)\s*\(/g;
const CONTAINER = /\bF(?:Describe|Context|When|DescribeTable|DescribeTableSubtree)\b\s*\(/g;

function ofGinkgo(text: string, bare: string): WrittenCases | undefined {
  const focusing = [...bare.matchAll(CONTAINER)].map((one) => ({
    mark: one[0].replace(/\s*\($/, ''),
    index: one.index,
    end: behindBracket(bare, one.index + one[0].length - 1) ?? bare.length,
  }));
  // `It("…", Focus, func() {…})`, and what is made of it.
  const mayFocus = /\bFocus\b|\bF(Entry|It|Specify)\b(?!\s*\()/.test(bare);
  const maySkip =
    /\b[PX](It|Specify|Entry|Describe|Context|When|DescribeTable)\w*\b|\bPending\b|\bSkip\w*\b/.test(bare);
  const cases = [...bare.matchAll(SPEC)].map((one): WrittenCase => {
    const within = focusing.find(({ index, end }) => one.index > index && one.index < end)?.mark;
    const focused = one[1] === 'F' ? `F${one[2]}` : (within ?? (mayFocus ? 'open' : undefined));
    return {
      name: textAt(text, one.index + one[0].length) ?? one[2]!,
      index: one.index,
      hasCode: false,
      ...(focused === undefined ? {} : { focused }),
      ...(maySkip ? { skipped: 'open' } : {}),
    };
  });
  return cases.length === 0 ? undefined : { framework: 'ginkgo', cases, isOpen: false };
}

function textAt(text: string, at: number): string | undefined {
  return /^\s*"((?:[^"\\\n]|\\.)*)"/.exec(text.slice(at))?.[1];
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
