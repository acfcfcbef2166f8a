import { inCode } from '../../../../model/origin.ts';
import { type Unknown, unknown } from '../../../../model/value.ts';
import { fact, openList, type Plain, placeIn, type RepositoryFact, written } from '../../fact.ts';
import { testProjectOf, testProjects } from '../../manifests/test-projects.ts';
import type { SourceOfFiles } from '../../reader.ts';
import { kindByPath } from '../kind-by-path.ts';
import { asksForNoRoute } from './asked-routes.ts';
import { casesOfDotnet, dotnetBases, mayDotnetSkip } from './dotnet-cases.ts';
import { casesOfGo } from './go-cases.ts';
import { basesOf, casesOfTheJvm, maySkip } from './jvm-cases.ts';
import type { WrittenCase, WrittenCases } from './written-cases.ts';

/**
 * What a file of tests in a language that is not parsed says, as far as its text shows: which tests stand in it and what keeps
 * them or others from running. What they do is not known. Nothing for a file that only helps tests.
 */
export async function otherTestFile(
  source: SourceOfFiles,
  file: string,
): Promise<RepositoryFact | undefined> {
  const language = file.slice(file.lastIndexOf('.') + 1);
  const at = placeIn(file);
  const more = unknown('unsupported-construct', `reading tests in .${language} files`, inCode(at));
  const got = await source.text(file);
  const isWhole = got.kind === 'text' && got.damagedAt === undefined;
  const text = isWhole ? got.text : '';
  const inBrowser =
    DRIVES_BROWSER.test(text) || testProjectOf(file, await testProjects(source)) === 'browser';
  const kind = kindByPath(file);
  const own = inBrowser && kind !== 'security' ? { kind: 'end-to-end' } : { kind };
  const found = isWhole ? await casesOf(source, language, text) : undefined;
  if (found === undefined) return madeOf(file, language, more, own);
  if (found.cases.length === 0) return undefined;
  const cases = found.cases.map((one) => caseOf(one, text, file, more));
  return madeOf(file, language, more, {
    ...own,
    framework: found.framework,
    ...(found.isOpen ? {} : { count: cases.length }),
    tests: found.isOpen ? openList(cases, more) : cases,
    uncollected: [],
    ...((await asksForNoRoute(source, file, language)) ? { aims: [], calls: [] } : {}),
  });
}

const DRIVES_BROWSER =
  /^\s*import\s+(static\s+)?(org\.openqa\.selenium|com\.microsoft\.playwright|com\.codeborne\.selenide)\.|^\s*(import\s+)?(\w+\s+)?"(github\.com\/(tebeka\/selenium|chromedp\/chromedp|go-rod\/rod|playwright-community\/playwright-go|mxschmitt\/playwright-go))/m;

async function casesOf(
  source: SourceOfFiles,
  language: string,
  text: string,
): Promise<WrittenCases | undefined> {
  if (language === 'go') return casesOfGo(text);
  if (language === 'cs')
    return casesOfDotnet(text, (name) =>
      mayBaseSkip(source, name, { endings: ['cs'], skips: mayDotnetSkip, bases: dotnetBases }),
    );
  if (language !== 'java' && language !== 'kt') return undefined;
  return casesOfTheJvm(text, language, (name) =>
    mayBaseSkip(source, name, { endings: ['java', 'kt'], skips: maySkip, bases: basesOf }),
  );
}

interface Bases {
  readonly endings: readonly string[];
  readonly skips: (text: string, ending: string) => boolean;
  readonly bases: (text: string, ending: string) => readonly string[];
}

/** Whether a class that another is made from, or one above it, may keep tests from running; so may one that is not found. */
async function mayBaseSkip(source: SourceOfFiles, name: string, how: Bases, depth = 0): Promise<boolean> {
  const [only, ...others] = source.paths.filter((path) =>
    how.endings.some((ending) => path.endsWith(`/${name}.${ending}`) || path === `${name}.${ending}`),
  );
  const got = only === undefined || others.length > 0 || depth > 5 ? undefined : await source.text(only);
  if (only === undefined || got?.kind !== 'text') return true;
  const ending = only.slice(only.lastIndexOf('.') + 1);
  if (how.skips(got.text, ending)) return true;
  for (const base of how.bases(got.text, ending))
    if (await mayBaseSkip(source, base, how, depth + 1)) return true;
  return false;
}

function caseOf(
  { name, index, hasCode, skipped, focused }: WrittenCase,
  text: string,
  file: string,
  more: Unknown,
): Plain {
  const before = text.slice(0, index);
  const line = before.split('\n').length;
  const place = placeIn(file, line, index - before.lastIndexOf('\n'));
  const unclear = (what: string) => unknown('unresolved-expression', what, inCode(place));
  const mark = (given: string | undefined, what: string) => {
    if (given === undefined) return undefined;
    return given === 'open' ? unclear(what) : written(given, place);
  };
  return written(
    {
      name,
      skipped: mark(skipped, `reading whether the test "${name}" is left out`),
      focused: mark(focused, `reading whether the test "${name}" runs alone`),
      asserts: more,
      isEmpty: hasCode ? undefined : more,
      isConstant: more,
      isSwallowed: more,
      endsWithout: more,
      hostile: more,
    },
    place,
  );
}

function madeOf(
  file: string,
  language: string,
  more: Unknown,
  known: { readonly [name: string]: Plain },
): RepositoryFact {
  return fact({
    type: 'Repository::TestFile',
    address: file,
    at: placeIn(file),
    properties: {
      path: file,
      language,
      framework: more,
      count: more,
      tests: openList([], more),
      answerCompared: more,
      uncollected: openList([], more),
      services: openList([], more),
      browsers: openList([], more),
      devices: openList([], more),
      aims: openList([], more),
      strangers: openList([], more),
      calls: openList([], more),
      ...known,
      kind: known['kind'] ?? more,
    },
  });
}
