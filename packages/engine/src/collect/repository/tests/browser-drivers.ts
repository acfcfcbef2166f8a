import { onceFor } from '../../../once-for.ts';
import { folderOf } from '../../files/paths.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import type { SourceOfFiles } from '../reader.ts';
import { drivesABrowser } from './near.ts';
import { chainOf } from './source-text.ts';

/** Drivers of browsers by their packages, programs and images. */
const DRIVERS =
  /\b(?:cypress|playwright|puppeteer|selenium|webdriver|webdriverio|wdio|testcafe|nightwatch|protractor|codeceptjs|taiko|detox|appium|browserstack|saucelabs|lambdatest|web-test-runner|chromedriver|geckodriver)\b/i;

/** Settings of a driver beside the tests. */
const SETTINGS =
  /(^|\/)(?:cypress|playwright|wdio|nightwatch|protractor|codecept|testcafe|web-test-runner)[\w.-]*\.(?:conf|config|json)[\w.]*$|(^|\/)\.testcaferc[\w.]*$/i;

/** Where commands stand: of packages, pipelines and makefiles. */
const COMMANDS =
  /(^|\/)(?:package\.json|[Mm]akefile|GNUmakefile|\.?justfile|Taskfile\.ya?ml|Jenkinsfile[\w.-]*|(?:docker-)?compose[\w.-]*\.ya?ml|buildspec[\w.-]*\.ya?ml|azure-pipelines[\w.-]*\.ya?ml|bitbucket-pipelines\.yml|\.gitlab-ci[\w.-]*\.ya?ml)$|^\.(?:github|circleci|gitlab)\/.+\.ya?ml$/i;

/**
 * Whether a driver of browsers is named for a file of scripts: in a manifest, a makefile or settings of its folder or one
 * above, or by a pipeline. What cannot be read may name one.
 */
export async function driversNamed(source: SourceOfFiles): Promise<(file: string) => boolean> {
  const folders = new Set<string>();
  for (const path of source.paths) {
    const kind = source.kind(path);
    if (kind === 'vendored' || kind === 'generated') continue;
    if (SETTINGS.test(path)) folders.add(folderOf(path));
    else if (COMMANDS.test(path)) {
      const read = await source.text(path);
      if (read.kind !== 'text' || DRIVERS.test(read.text))
        folders.add(/package\.json$|compose[\w.-]*\.ya?ml$|file$/i.test(path) ? folderOf(path) : '.');
    }
  }
  return (file) => {
    for (let folder = folderOf(file); ; folder = folderOf(folder)) {
      if (folders.has(folder)) return true;
      if (folder === '.') return false;
    }
  };
}

/** Objects that drivers put into every file of tests. */
const GIVEN = /^(?:cy|Cypress|browser|page|driver)$/;

/** Whether a file of scripts may start a browser: it drives one, by what it imports or takes, or one is named for it. */
export function mayDriveABrowser(modules: readonly SourceModule[], isNamed: boolean): boolean {
  return isNamed || modules.some((module) => drivesABrowser(module) || usesGiven(module));
}

const usesGiven = onceFor((module: SourceModule): boolean =>
  module.calls.some(({ callee }) => {
    const chain = chainOf(callee, module);
    return chain !== undefined && chain.steps.length > 0 && GIVEN.test(chain.root);
  }),
);
