import { onceFor } from '../../../once-for.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { chainOf, importOf } from './source-text.ts';
import { literalsOf, type Named } from './surroundings.ts';

/** Browsers that tests of Python start with Selenium. */
export interface Selenium {
  readonly browsers: readonly Named[];
  readonly devices: readonly Named[];
  /** Whether it may start others: a `Remote` whose browser is told from outside. */
  readonly isOpen: boolean;
}

const MODULE = /^(?:selenium|seleniumwire|undetected_chromedriver)(?:\.|$)/;

/** What is made of `webdriver`, and the browser that it is. `FirefoxOptions` name it for a `Remote`. */
const MADE: ReadonlyMap<string, string> = new Map([
  ...['Chrome', 'ChromeOptions', 'ChromiumEdge'].map((name) => [name, 'chrome'] as const),
  ...['Firefox', 'FirefoxOptions'].map((name) => [name, 'firefox'] as const),
  ...['Edge', 'EdgeOptions'].map((name) => [name, 'edge'] as const),
  ...['Safari', 'SafariOptions'].map((name) => [name, 'safari'] as const),
]);

/** Wider windows are no phone's. */
const WIDEST = 600;

/**
 * What a file of tests starts with Selenium: itself, or through a fixture of a module around it that one of its functions
 * takes. `undefined` where it starts nothing.
 */
export function seleniumAround(module: SourceModule, around: readonly SourceModule[]): Selenium | undefined {
  const taken = new Set(module.functions.flatMap((one) => one.parameters.map(({ name }) => name)));
  const parts = around.flatMap((one) => {
    if (!one.imports.some((from) => MODULE.test(from.module))) return [];
    const started = startedIn(one);
    // A fixture of the whole folder is started by who takes it.
    const isTaken = one === module || one.functions.some(({ name }) => name !== undefined && taken.has(name));
    return started === undefined || !isTaken ? [] : [started];
  });
  if (parts.length === 0) return undefined;
  return {
    browsers: parts.flatMap((one) => one.browsers),
    devices: parts.flatMap((one) => one.devices),
    isOpen: parts.some((one) => one.isOpen),
  };
}

/** Asked anew by each file of tests around which the module stands. */
const startedIn = onceFor((module: SourceModule): Selenium | undefined => {
  const browsers = new Map<string, Named>();
  const devices: Named[] = [];
  let isRemote = false;
  let isUnclear = false;
  for (const { callee, at, arguments: given } of module.calls) {
    const chain = chainOf(callee, module);
    if (chain === undefined) continue;
    const last = chain.steps.at(-1) ?? chain.root;
    const from = importOf(module, chain.root);
    if (last === 'set_window_size') {
      const [width] = given;
      const value = width?.value.kind === 'literal' ? width.value.value : undefined;
      if (typeof value !== 'number') isUnclear = true;
      else if (value <= WIDEST) devices.push({ name: `a window of ${value} pixels`, at });
    }
    if (from === undefined || !MODULE.test(from.module)) continue;
    if (last === 'Remote') isRemote = true;
    // `from selenium.webdriver.firefox.options import Options`
    const of = /^selenium\.webdriver\.(chrome|firefox|edge|safari)\b/.exec(from.module)?.[1];
    const name = MADE.get(last) ?? (/^(?:Options|WebDriver)$/.test(last) ? of : undefined);
    if (name !== undefined && !browsers.has(name)) browsers.set(name, { name, at });
  }
  for (const { text, at } of literalsOf(module)) {
    const width = /^--window-size=(\d{2,5})\b/.exec(text)?.[1];
    if (width !== undefined && Number(width) <= WIDEST) devices.push({ name: text, at });
    if (text === 'mobileEmulation') devices.push({ name: text, at });
  }
  if (browsers.size === 0 && !isRemote) return undefined;
  return {
    browsers: [...browsers.values()],
    devices,
    isOpen: isUnclear || (isRemote && browsers.size === 0),
  };
});
