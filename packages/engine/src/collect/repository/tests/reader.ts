import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { folderOf } from '../../files/paths.ts';
import { moduleOf } from '../code/modules.ts';
import { whyUnread } from '../code/most-code.ts';
import { ModuleFiles } from '../code/names/files.ts';
import { type Program, programOf } from '../code/names/program.ts';
import { environmentReads } from '../code/syntax/environment.ts';
import { isReadableCode } from '../code/syntax/parse.ts';
import { isBefore, isIn, type Place, type SourceModule } from '../code/syntax/source-module.ts';
import { fact, inBrokenFile, openList, type Plain, placeIn, written } from '../fact.ts';
import type { FileKind } from '../file-kind.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { aimsIn } from './aims.ts';
import { firstCompared } from './answers/first-compared.ts';
import { type Assertion, comparedIn, isSwallowedAt, mayBeOfTests, type TestModule } from './assertions.ts';
import { driversNamed, mayDriveABrowser } from './browser-drivers.ts';
import { frameworkOf, globalFramework } from './framework.ts';
import { BROWSER_MODULES, ONLY_ON_REQUEST } from './framework-names.ts';
import { importedMakers } from './imported-makers.ts';
import { kindByPath } from './kind-by-path.ts';
import { databaseAround, drivesABrowser, near, servicesAround } from './near.ts';
import { provesByEnding } from './not-thrown.ts';
import { otherTestFile } from './other-languages/test-file.ts';
import { resolver } from './own-modules.ts';
import { collectedClasses } from './pytest-settings.ts';
import { basesIn, type Collected, pythonCases } from './python-cases.ts';
import { requestsIn } from './requests.ts';
import { scriptCases } from './script-cases.ts';
import { seleniumAround } from './selenium.ts';
import { within } from './source-text.ts';
import { strangersIn } from './strangers.ts';
import { browsersOf, hostileIn, literalsOf, type Named } from './surroundings.ts';
import { filesLeft, type Left } from './taken-files.ts';
import { saidTest, type TestCase } from './test-case.ts';

const TYPES = ['Repository::TestFile'] as const;

/** Files of tests, in the languages that are read and in those that are only counted. */
export const tests: Reader = {
  name: 'tests',
  types: TYPES,
  wants: (path, kind) =>
    isOfTests(path, kind) || isOfOtherLanguage(path, kind) || BROWSER_CONFIGURATION.test(path),
  read: readTests,
};

const BROWSER_CONFIGURATION = /(^|\/)(playwright|cypress)[\w.-]*\.config\.[cm]?[jt]s$/;
/** Material of tests, and no tests. */
const MATERIAL = /(^|\/)(__)?(fixtures?|mocks?|snapshots?|testdata|test[_-]data|stubs)(__)?\//i;
const NAMED_AS_TEST = /[._-](test|tests|spec|e2e|cy|e2e-spec)\.[cm]?[jt]sx?$/;
const COLLECTED_BY_PYTHON = /(^|\/)(test_[^/]*|[^/]*_test|tests)\.py$/;
const OTHER_LANGUAGE =
  /(_test\.(go|rb|exs|dart|cc|cpp)|_spec\.rb|(Tests?|Spec|IT)\.(java|kt|scala|groovy|cs|php|swift)|(^|\/)tests\/[^/]+\.rs)$/;

function isOfTests(path: string, kind: FileKind): boolean {
  if (!isReadableCode(path) || MATERIAL.test(path)) return false;
  return kind === 'test' || (kind === 'source' && /(^|\/)tests\.py$/.test(path));
}

function isOfOtherLanguage(path: string, kind: FileKind): boolean {
  return (kind === 'test' || kind === 'source') && OTHER_LANGUAGE.test(path);
}

async function readTests(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  const parsed = new Map<string, TestModule>();
  const configurations: SourceModule[] = [];
  const resolve = resolver(source, parsed, await ModuleFiles.of(source.paths.filter(isReadableCode), source));
  for (const file of files) {
    if (!isReadableCode(file)) {
      const other = await otherTestFile(source, file);
      if (other !== undefined) findings.add(other);
      continue;
    }
    const text = await source.text(file);
    if (text.kind === 'skipped') {
      findings.skipped(file, text.why);
      continue;
    }
    const module = await moduleOf(source, file, text.text);
    if (module === undefined) {
      findings.unread(await whyUnread(source, file));
      continue;
    }
    const [problem] = module.problems;
    if (problem !== undefined) findings.broken(file, problem.line, problem.why);
    if (BROWSER_CONFIGURATION.test(file)) configurations.push(module);
    else parsed.set(file, { module, resolve: (name) => resolve(file, name) });
  }
  const classes = await collectedClasses(source);
  const bases = new Set([...parsed.values()].flatMap(({ module }) => basesIn(module)));
  const around: Around = {
    parsed,
    configurations,
    collected: { classes, bases },
    globals: await globalFramework(source),
    isDriverNamed: await driversNamed(source),
    left: await filesLeft(source),
    program: await programOf(source),
  };
  for (const [ending, path] of languagesWithTestsInside(source)) {
    const why = `tests in .${ending} files are not read`;
    findings.unseen({
      what: `tests in .${ending}`,
      why,
      decidedBy: `reading .${ending}`,
      holds: TYPES,
      file: path,
    });
  }
  for (const one of parsed.values()) {
    const made = factOf(one, around);
    const [problem] = one.module.problems;
    if (made !== undefined) findings.add(problem === undefined ? made : inBrokenFile(made, problem));
  }
  return findings.found;
}

/** Languages that are not read, and whose tests have no files of their own, each with its first file. */
function languagesWithTestsInside(source: SourceOfFiles): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of source.paths) {
    const ending = INSIDE.exec(path)?.[1];
    if (ending !== undefined && !found.has(ending) && source.kind(path) === 'source') found.set(ending, path);
  }
  return found;
}

const INSIDE = /\.(rs|c|cc|cpp|m|clj|lua|pl|r|ex|fs)$/;

interface Around {
  readonly parsed: ReadonlyMap<string, TestModule>;
  readonly configurations: readonly SourceModule[];
  readonly collected: Collected;
  readonly globals: (file: string) => string | undefined;
  readonly isDriverNamed: (file: string) => boolean;
  readonly left: Left;
  readonly program: Program;
}

/** What a file of tests says; nothing where it only helps others. */
function factOf(tests: TestModule, around: Around) {
  const { module } = tests;
  const { file, language } = module;
  const isPython = language === 'python';
  const at = placeIn(file);
  const { cases, uncollected } = isPython
    ? pythonCases(module, around.collected)
    : { cases: scriptCases(module, importedMakers(tests)), uncollected: [] };
  const named = isPython ? COLLECTED_BY_PYTHON.test(file) : NAMED_AS_TEST.test(file);
  if (isPython ? !named : cases.length === 0 && !named) return undefined;
  // Helpers, commands and the like may be called so too.
  const defines = module.functions.length + module.classes.length > 0;
  if (isPython && cases.length + uncollected.length === 0 && defines) return undefined;
  const framework = frameworkOf(module, around.globals(file));
  const modules = near(tests, around.parsed);
  const services = servicesAround(modules);
  const base = databaseAround(modules);
  const told = browsersAround(module, around);
  const driver = seleniumAround(module, modules);
  const kind = kindOf(module, framework, services.length > 0, driver !== undefined);
  const browsers = [...told.browsers, ...(driver?.browsers ?? [])];
  const devices = [...told.devices, ...(driver?.devices ?? [])];
  // Something may make tests that nobody sees: `RuleTester.run(…)`, a loop over files.
  const perhapsMore = cases.length === 0 && module.calls.some((call) => call.within === -1);
  const more = unknown('unsupported-construct', `reading what ${file} makes tests with`, inCode(at));
  const after = isPython ? [] : hooksIn(module);
  // Python starts a browser where it says so; other runners may be told of one by what is around them.
  const mayDrive =
    kind === 'end-to-end' &&
    (isPython ? modules.some(drivesABrowser) : mayDriveABrowser(modules, around.isDriverNamed(file)));
  const settled = after.some((hook) => comparedIn(hook, tests).assertions.length > 0);
  const proves = (one: TestCase) => settled || provesByEnding(one, cases, module);
  const listed = cases.map((one) => caseOf(one, tests, framework, proves(one)));
  const place = (p: Place) => placeIn(file, p.line, p.column);
  const names = (list: readonly Named[]) => list.map(({ name, at: p }) => written({ name }, place(p)));
  return fact({
    type: 'Repository::TestFile',
    address: file,
    at,
    properties: {
      path: file,
      language,
      framework: framework ?? unknown('unresolved-expression', `the framework that runs ${file}`, inCode(at)),
      kind,
      neverRuns: isPython ? undefined : around.left(file, framework),
      count: perhapsMore ? more : cases.length,
      tests: perhapsMore ? openList([], more) : listed,
      answerCompared: perhapsMore
        ? more
        : firstCompared(cases, tests, modules, around.program, {
            proves,
            minds: !ONLY_ON_REQUEST.has(framework ?? ''),
          }),
      uncollected: uncollected.map(({ name, at: p }) => written({ name }, place(p))),
      services: base === undefined ? services : openList(services, base),
      ...(kind === 'end-to-end'
        ? {
            browsers:
              driver?.isOpen === true || (browsers.length === 0 && mayDrive)
                ? openBrowsers(file, names(browsers))
                : names(browsers),
            devices:
              driver?.isOpen === true || (browsers.length + devices.length === 0 && mayDrive)
                ? openBrowsers(file, names(devices))
                : names(devices),
          }
        : {}),
      aims: aimsIn(module).map(({ method, path, after, at: p }) =>
        written(
          {
            method,
            path,
            isWhole:
              after === undefined
                ? true
                : unknown('unresolved-expression', `what ${after} begins with`, inCode(place(p))),
          },
          place(p),
        ),
      ),
      strangers: strangersIn(module, cases).map(({ test, at: p, of, refused, routes }) =>
        written(
          {
            test,
            of,
            refused:
              refused ??
              unknown('unresolved-expression', `reading what the test "${test}" proves`, inCode(place(p))),
            routes: routes.map(({ method, path }) => ({ method, path })),
          },
          place(p),
        ),
      ),
      calls: requestsIn(module).map(({ method, path, at: p }) => written({ method, path }, place(p))),
    },
  });
}

function openBrowsers(file: string, known: readonly Plain[]): Value {
  return openList(
    known,
    unknown('not-collected', `the browsers that the command for ${file} names`, inCode(placeIn(file))),
  );
}

function caseOf(one: TestCase, tests: TestModule, framework: string | undefined, settled: boolean): Plain {
  const { module } = tests;
  const place = (p: Place) => placeIn(module.file, p.line, p.column);
  const at = place(one.at);
  const focused = ONLY_ON_REQUEST.has(framework ?? '') ? undefined : one.focused;
  const marks = {
    name: one.name,
    ...(one.skipped === undefined ? {} : { skipped: written(one.skipped.text, place(one.skipped.at)) }),
    ...(one.onlyIf === true ? { onlyIf: true } : {}),
    ...(focused === undefined ? {} : { focused: written(focused.text, place(focused.at)) }),
  };
  const { body } = one;
  const seen = unknown('unresolved-expression', `reading what ${saidTest(one)} calls`, inCode(at));
  if (body === undefined) return written({ ...marks, asserts: seen }, at);
  const { assertions, unclear } = comparedIn(body, tests);
  const live = assertions.filter(({ isConstant }) => !isConstant);
  const asserts = assertions.length > 0 || settled;
  const from = importedMaker(tests);
  const isSwallowed = live.length > 0 && !settled && live.every(({ at: p }) => isSwallowedAt(p, body, tests));
  const hostile = hostileOf(one, tests);
  const endsWithout = endsWithoutIn(body, live, module);
  return written(
    {
      ...marks,
      ...(isEmptyBody(one, module) ? { isEmpty: true } : {}),
      asserts: asserts ? true : unclear || from ? seen : false,
      ...(assertions.length > 0 && live.length === 0 && !settled && !unclear ? { isConstant: true } : {}),
      ...(isSwallowed ? { isSwallowed: true } : {}),
      ...(endsWithout === undefined ? {} : { endsWithout: written(endsWithout.name, place(endsWithout.at)) }),
      ...(hostile === undefined ? {} : { hostile }),
    },
    at,
  );
}

/** A `test` of the tests' own brings things that may compare: `import { test } from './fixtures'`. */
function importedMaker({ module, resolve }: TestModule): boolean {
  return module.imports.some(
    ({ local, module: from }) =>
      (local === 'test' || local === 'it') && (from.startsWith('.') || mayBeOfTests(resolve(from))),
  );
}

/** What runs after each test: it may compare for all of them. */
function hooksIn(module: SourceModule) {
  return module.calls.flatMap(({ path, arguments: given }) => {
    const [first] = given;
    const isHook = /(^|\.)(afterEach|teardown)$/.test(path ?? '') && first?.value.kind === 'function';
    return isHook && first.value.kind === 'function' ? [module.functions[first.value.function]!] : [];
  });
}

function isEmptyBody({ body }: TestCase, module: SourceModule): boolean {
  if (body === undefined) return false;
  if (module.asserts.some(({ at }) => isIn(at, body))) return false;
  const { calls, bindings, reads, texts, branches, throws, returns, functions } = module;
  const lists = [calls, bindings, reads, texts, branches, throws, returns];
  if (
    lists.some((list) => within<{ readonly at: Place }>(list, body).some((one) => isOwn(one, body.function)))
  )
    return false;
  const own = functions[body.function]!;
  return (
    own.gives === undefined &&
    !functions.some(({ within }) => within === body.function) &&
    isShort(body, module)
  );
}

function isOwn(one: { readonly at: Place; readonly within?: number }, number: number): boolean {
  return one.within === number;
}

/** A statement that leaves no trace (`assert x`) still takes lines: an empty one takes two or three. */
function isShort(
  { at, end }: { readonly at: Place; readonly end: Place },
  { language }: SourceModule,
): boolean {
  return language === 'script' || end.line - at.line <= 2;
}

/** `if (!process.env.DATABASE_URL) return;` before anything is compared. */
function endsWithoutIn(
  body: NonNullable<TestCase['body']>,
  live: readonly Assertion[],
  module: SourceModule,
): { readonly name: string; readonly at: Place } | undefined {
  for (const { at, within: place, value } of within(module.returns, body)) {
    if (place !== body.function || value !== undefined || live.some((a) => isBefore(a.at, at))) continue;
    const branch = module.branches.find(({ then }) => isIn(at, then));
    if (branch === undefined) continue;
    const read = environmentReads(module).find(
      ({ at: p }) => !isBefore(p, branch.at) && isBefore(p, branch.then.at),
    );
    if (read?.name !== undefined) return { name: read.name, at: branch.at };
  }
  return undefined;
}

function hostileOf({ body, at }: TestCase, { module }: TestModule): string | undefined {
  if (body === undefined) return undefined;
  const decorated = module.functions[body.function]!.decorators.map(({ at: p }) => p.line);
  const first = module.language === 'python' ? Math.min(at.line, ...decorated) : at.line;
  for (const { text, at: p } of textsOf(module)) {
    if (p.line < first || (!isIn(p, body) && p.line >= body.at.line)) continue;
    if (p.line > body.end.line) continue;
    const kind = hostileIn(text);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

const TEXTS = new WeakMap<SourceModule, ReturnType<typeof literalsOf>>();

function textsOf(module: SourceModule): ReturnType<typeof literalsOf> {
  const before = TEXTS.get(module) ?? literalsOf(module).filter(({ text }) => hostileIn(text) !== undefined);
  TEXTS.set(module, before);
  return before;
}

function browsersAround(module: SourceModule, { configurations }: Around) {
  const own = browsersOf(module);
  const above = configurations
    .filter(({ file }) => folderOf(file) === '.' || module.file.startsWith(`${folderOf(file)}/`))
    .sort((a, b) => b.file.length - a.file.length)[0];
  if (above === undefined) return own;
  const told = browsersOf(above);
  const browsers = [...own.browsers, ...told.browsers];
  // Without projects it is the one that Playwright starts by itself.
  const all =
    browsers.length > 0 || above.file.includes('cypress')
      ? browsers
      : [{ name: 'chromium', at: { line: 1, column: 1 } }];
  return { browsers: all, devices: [...own.devices, ...told.devices] };
}

function kindOf(
  module: SourceModule,
  framework: string | undefined,
  hasServices: boolean,
  drives: boolean,
): string {
  const by = kindByPath(module.file);
  if (by === 'security') return by;
  if (framework === 'cypress' || framework === 'playwright' || by === 'end-to-end') return 'end-to-end';
  if (drives || module.imports.some((one) => BROWSER_MODULES.test(one.module))) return 'end-to-end';
  return by ?? (hasServices ? 'integration' : 'unit');
}
