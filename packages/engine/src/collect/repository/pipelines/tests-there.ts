import type { SourceOfFiles } from '../reader.ts';
import type { Command } from './command.ts';

/** That a command which tests finds no test: it runs nothing, or what would tell. */
export type NothingTested = true | { readonly open: string };

interface Runner {
  /** By its words. */
  readonly says: RegExp;
  /** The endings of files that its tests can stand in. */
  readonly endings: RegExp;
  /** It ends well where it finds none; the others fail, which nobody leaves so. */
  readonly endsWell?: RegExp;
}

const SCRIPTS = /\.(?:[mc]?[jt]sx?|vue|svelte|coffee|feature)$/;
const ALWAYS = /^/;

/** Runners that find their tests by the names of files and folders. From the documentation of each. */
const RUNNERS: readonly Runner[] = [
  { says: /^node (?:\S+ )*--test\b|^(?:tsx|ts-node) --test\b/, endings: SCRIPTS, endsWell: ALWAYS },
  {
    says: /^(?:jest|vitest|mocha|ava|jasmine|uvu|cypress|playwright|cucumber-js|testcafe|(?:react-scripts|craco|bun|npm|yarn|pnpm) (?:run )?t(?:est)?)\b/,
    endings: SCRIPTS,
    endsWell: /\s--pass-?with-?no-?tests\b(?!=false)/i,
  },
  { says: /^(?:pytest|py\.test|nose2|nosetests)\b/, endings: /\.py$/ },
  { says: /^(?:unittest|(?:\S*\/)?manage\.py test|django-admin test)\b/, endings: /\.py$/ },
  { says: /^go test\b/, endings: /_test\.go$/, endsWell: ALWAYS },
  {
    says: /^(?:\.\/)?(?:mvnw?|gradlew?)\b/,
    endings: /\.(?:java|kt|kts|scala|groovy|feature)$/,
    endsWell: ALWAYS,
  },
];

/** Anything that may be a test or what one is made from: one that is named otherwise is found by its settings. */
const LIKE_A_TEST = /test|spec|e2e|scenario|feature|cypress|playwright|check/i;
const SETTINGS_OF_RUNNER =
  /(^|\/)(?:[\w.-]+\.config\.\w+|(?:jest|vitest)[\w.-]*setup[\w.-]*|setup-?tests?\.\w+)$/i;

/** What leads a runner to other files than those below its folder that are named like tests. */
const ELSEWHERE =
  /(?:^|\s)(?:\S*\.\.\/|--(?:root-?dir|roots?|dir|cwd|prefix|config|project|project-dir|projects|file|pyargs|doctest|chdir)\b|-[cfpC]\b)/i;
const SETTINGS =
  /(^|\/)(?:package\.json|\.mocharc[\w.]*|(?:jest|vitest|vite|cypress|playwright)[\w.-]*\.config\.\w+|pytest\.ini|setup\.cfg|tox\.ini|pyproject\.toml|conftest\.py|pom\.xml|build\.gradle(?:\.kts)?)$/;
const NAMES_FILES =
  /testMatch|testRegex|testDir|testpaths|python_files|includeSource|specPattern|doctest|testSourceDirectory|["']?(?:roots|rootDir|spec|include|projects)["']?\s*:|sourceSets/;

/** Whether it packs as well, and is named for nothing else: without tests it is a build. */
export function onlyBuilds(words: readonly string[]): boolean {
  const [program = '', ...rest] = words;
  return (
    /^(?:\.\/)?(?:mvnw?|gradlew?)$/.test(program) &&
    !rest.some(
      (word, at) => /test|verify|check/i.test(word) && !/^-|^-x$/.test(word) && rest[at - 1] !== '-x',
    )
  );
}

/** Of what is run for several packages at once: one that has no tests takes nothing from the tests of the others. */
export function withoutEmpty(commands: readonly Command[]): readonly Command[] {
  const isEmpty = ({ kind, nothing }: Command) => kind === 'test' && nothing === true;
  const isTested = commands.some((one) => one.kind === 'test' && one.nothing === undefined);
  return isTested ? commands.filter((one) => !isEmpty(one)) : commands;
}

/** Whether a command that tests finds anything to test in the repository; nothing where it does, or nobody can say. */
export async function nothingTested(
  words: readonly string[],
  folder: string | undefined,
  source: SourceOfFiles,
): Promise<NothingTested | undefined> {
  const said = words.join(' ');
  const runner = RUNNERS.find(({ says }) => says.test(said));
  if (runner === undefined) return undefined;
  const isElsewhere = folder === undefined || ELSEWHERE.test(said);
  const within = isElsewhere ? '.' : folder;
  const own = source.paths.filter((path) => within === '.' || path.startsWith(`${within}/`));
  if (own.some((path) => mayBeTest(path, runner))) return undefined;
  const where = within === '.' ? 'the repository' : within;
  const open = `where the tests lie that ${words[0]!.replace(/^.*\//, '')} runs: no file in ${where} is named like one`;
  const isLeftOut = ['', 'test/', 'tests/', 'src/', 'src/test/'].some(
    (part) => source.leftOut(`${within}/${part}test`.replace(/^\.\//, '')) !== undefined,
  );
  if (isElsewhere || isLeftOut || runner.endsWell?.test(said) !== true) return { open };
  for (const path of own.filter((one) => SETTINGS.test(one))) {
    const read = await source.text(path);
    if (read.kind !== 'text' || NAMES_FILES.test(read.text)) return { open };
  }
  return true;
}

function mayBeTest(path: string, { endings }: Runner): boolean {
  return endings.test(path) && LIKE_A_TEST.test(path) && !SETTINGS_OF_RUNNER.test(path);
}
