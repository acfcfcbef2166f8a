import { onceFor } from '../../../once-for.ts';
import { folderOf } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';

/**
 * Folders of projects that hold nothing but tests, of Gradle and Maven: the manifest asks for a runner of tests and what drives
 * a browser or calls an API from outside, and for nothing else that could serve or be started.
 */
export const testProjects = onceFor(async (source: SourceOfFiles): Promise<TestProjects> => {
  const manifests = source.paths.filter((path) => MANIFEST.test(path));
  const texts = new Map<string, string>();
  for (const path of manifests) {
    const got = await source.text(path);
    texts.set(path, got.kind === 'text' ? got.text : EVERYWHERE);
  }
  const folders = new Set(manifests.map(folderOf));
  const found = new Map<string, 'browser' | 'other'>();
  for (const [path, text] of texts) {
    const folder = folderOf(path);
    const isToldAbove = [...texts].some(
      ([other, above]) => isBelow(folder, folderOf(other)) && SHARED.test(above),
    );
    const holdsOthers = [...folders].some((one) => isBelow(one, folder));
    const isAlone = manifests.filter((one) => folderOf(one) === folder).length === 1;
    const asked = isToldAbove || holdsOthers || !isAlone ? undefined : dependenciesIn(path, text);
    if (asked === undefined || !asksForTestsAlone(asked) || (await startsSomething(source, folder))) continue;
    found.set(folder, asked.some((one) => CALLS.test(one)) ? 'other' : 'browser');
  }
  return found;
});

/** Folders of projects of tests, with what their tests use: a browser alone, or other clients too. */
export type TestProjects = ReadonlyMap<string, 'browser' | 'other'>;

/** The project of tests that a file lies in. */
export function testProjectOf(path: string, projects: TestProjects): 'browser' | 'other' | undefined {
  for (let at = folderOf(path); at !== '.'; at = folderOf(at)) {
    const found = projects.get(at);
    if (found !== undefined) return found;
  }
  return projects.get('.');
}

const MANIFEST = /(^|\/)(pom\.xml|build\.gradle(\.kts)?)$/;
/** What one manifest says for those below it. */
const SHARED = /\b(allprojects|subprojects|configure)\b|<modules>/;
const EVERYWHERE = 'allprojects';

/** What is asked for, as `group:name`; nothing where a manifest may ask for more than is written in it. */
function dependenciesIn(path: string, text: string): readonly string[] | undefined {
  return path.endsWith('pom.xml') ? ofMaven(text) : ofGradle(text);
}

function ofMaven(text: string): readonly string[] | undefined {
  const own = text.replace(/<!--[\s\S]*?-->/g, '');
  if (/<parent>|<modules>|<profiles>/.test(own)) return undefined;
  return [...own.matchAll(/<dependency>([\s\S]*?)<\/dependency>/g)].map(([, one]) => {
    const of = (tag: string) => new RegExp(`<${tag}>\\s*([^<]+?)\\s*</${tag}>`).exec(one!)?.[1] ?? '';
    return `${of('groupId')}:${of('artifactId')}`;
  });
}

const ASKS =
  /^\s*(api|compile|compileOnly|implementation|runtime|runtimeOnly|annotationProcessor|test\w*|androidTest\w*)\b(.*)$/gm;
/** Plugins that bring dependencies or make a program. */
const PLUGINS =
  /\b(application|spring|quarkus|micronaut|ktor|shadow|war|ear|android|graal)\b|springframework|\bplatform\s*\(/;

function ofGradle(text: string): readonly string[] | undefined {
  const own = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  const start = own.search(/^dependencies\s*\{/m);
  if (start === -1 || PLUGINS.test(own) || /\bapply\s+from\b|\bbuildSrc\b/.test(own)) return undefined;
  const found: string[] = [];
  for (const [, , rest] of own.slice(start).matchAll(ASKS)) {
    const name = /^[\s(]*["']([\w.-]+:[\w.-]+)(?::[^"']*)?["']/.exec(rest!)?.[1];
    // A block of settings (`test { … }`, `test.dependsOn selenium`), or what another file names.
    if (name === undefined && !/^\s*(\{|\.|=)/.test(rest!)) return undefined;
    if (name !== undefined) found.push(name);
  }
  // What else is named is asked for in a way of its own: `developmentOnly("…")`.
  const named = [...own.slice(start).matchAll(NAMED)];
  return named.length > found.length ? undefined : found;
}

/** What is asked for, as it is written: by its name, from the list of versions, or of the same build. */
const NAMED = /["'][\w.-]+:[\w.-]+(?::[^"'\n]*)?["']|\blibs\.\w|\bprojects?\s*[.(]\s*["':\w]/g;

/** Sources: junit.org, testng.org, cucumber.io/docs/installation/java. */
const RUNS =
  /^(org\.testng|junit|org\.junit(\.\w+)*|io\.cucumber|info\.cukes|org\.spockframework|net\.serenity-bdd):/;
/** Sources: selenium.dev, playwright.dev/java, selenide.org, appium.io, rest-assured.io. */
const FROM_OUTSIDE =
  /^(org\.seleniumhq\.(selenium|webdriver)|com\.microsoft\.playwright|com\.codeborne|io\.appium|io\.rest-assured|com\.jayway\.restassured):/;
/** Clients of an API. */
const CALLS = /^(io\.rest-assured|com\.jayway\.restassured|org\.apache\.httpcomponents|com\.squareup\.\w+):/;
/** What neither serves nor starts anything. */
const BESIDE =
  /^(org\.(assertj|hamcrest|mockito|uncommons|slf4j|apache\.(commons|logging\.log4j|poi|httpcomponents)|projectlombok|json|yaml|awaitility|aspectj)|com\.(google\.(inject|guava|code\.gson)|fasterxml\.jackson(\.\w+)*|github\.javafaker|aventstack|typesafe|opencsv|deque\.html\.axe-core)|io\.(github\.bonigarcia|qameta\.allure)|ch\.qos\.logback|log4j|commons-[\w-]+|net\.(sourceforge\.htmlunit|datafaker)|ru\.yandex\.qatools\.[\w.]+):/;

function asksForTestsAlone(asked: readonly string[]): boolean {
  return (
    asked.some((one) => RUNS.test(one)) &&
    asked.some((one) => FROM_OUTSIDE.test(one)) &&
    asked.every((one) => RUNS.test(one) || FROM_OUTSIDE.test(one) || BESIDE.test(one))
  );
}

/** Code that can be started by itself may be anything. */
async function startsSomething(source: SourceOfFiles, folder: string): Promise<boolean> {
  for (const path of source.paths) {
    if (!/\.(java|kt|scala|groovy)$/.test(path) || (folder !== '.' && !path.startsWith(`${folder}/`)))
      continue;
    const got = await source.text(path);
    if (got.kind !== 'text' || /\bvoid\s+main\s*\(|\bfun\s+main\s*\(|\bdef\s+main\s*\(/.test(got.text))
      return true;
  }
  return false;
}

/** Whether a folder lies below another. */
function isBelow(folder: string, above: string): boolean {
  return folder !== above && (above === '.' || folder.startsWith(`${above}/`));
}
