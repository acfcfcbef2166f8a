import { onceFor } from '../../../once-for.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { HOSTILE, SERVICE_ADDRESS, SERVICE_MODULES } from './framework-names.ts';
import { chainOf, expressionsBelow, textIn } from './source-text.ts';

/** A name with its place. */
export interface Named {
  readonly name: string;
  readonly at: Place;
}

interface Service extends Named {
  readonly how: 'real' | 'emulated';
}

/** Services beside the application that a module talks to. One whose module is replaced (`jest.mock('pg')`) is none. */
export const servicesOf = onceFor((module: SourceModule): readonly Service[] => {
  const replaced = new Set(
    module.calls.flatMap((call) =>
      /^(jest|vi|vitest\.vi|@jest\/globals\.jest)\.(mock|doMock|unstable_mockModule)$/.test(call.path ?? '')
        ? (textIn(call.arguments[0]?.value, module) ?? [])
        : [],
    ),
  );
  const modules = [
    ...module.imports.filter((one) => !one.typeOnly).map(({ module: from, at }) => ({ from, at })),
    ...module.bindings.flatMap(({ value, at }) => {
      const from = value.kind === 'member' ? value.of : value;
      return from.kind === 'module' ? [{ from: from.module, at }] : [];
    }),
  ];
  const imported = modules.flatMap(({ from, at }) => {
    const row = SERVICE_MODULES.find(([pattern]) => pattern.test(from));
    return row === undefined || replaced.has(from) ? [] : [{ name: from, how: row[1], at }];
  });
  const addressed = literalsOf(module).flatMap(({ text, at }) => {
    const address = SERVICE_ADDRESS.exec(text)?.[0];
    return address === undefined ? [] : [{ name: address, how: 'emulated' as const, at }];
  });
  const all = [...imported, ...addressed];
  return all.filter((one, i) => all.findIndex(({ name }) => name === one.name) === i);
});

const ENGINE = /(^|\.)create_(async_)?engine$/;

/** Engines of SQLAlchemy whose address is no text of the test. */
export const enginesOf = onceFor((module: SourceModule): readonly Named[] =>
  module.calls.flatMap(({ callee, arguments: [address], at }) => {
    if ((callee.kind !== 'name' && callee.kind !== 'member') || !ENGINE.test(callee.name)) return [];
    const chain = chainOf(callee, module);
    const name = chain === undefined ? '' : [chain.root, ...chain.steps].join('.');
    if (address === undefined || textIn(address.value, module) !== undefined) return [];
    return [{ name, at }];
  }),
);

const BROWSERS = /^(chromium|firefox|webkit|chrome|edge|safari|msedge|MicrosoftEdge)$/;
const DEVICE =
  /^(iPhone|iPad|Pixel|Galaxy|Nexus|Moto G|Nokia|BlackBerry|LG |Microsoft Lumia|Kindle|iphone-|samsung-)/;
const DESKTOP: ReadonlyMap<string, string> = new Map([
  ['Desktop Chrome', 'chromium'],
  ['Desktop Firefox', 'firefox'],
  ['Desktop Safari', 'webkit'],
  ['Desktop Edge', 'edge'],
]);

/** Browsers and devices that a test or a configuration names. */
export function browsersOf(module: SourceModule): {
  readonly browsers: readonly Named[];
  readonly devices: readonly Named[];
} {
  const browsers = new Map<string, Place>();
  const devices = new Map<string, Place>();
  const add = (to: Map<string, Place>, name: string, at: Place) => {
    if (!to.has(name)) to.set(name, at);
  };
  for (const { text, at } of literalsOf(module)) {
    if (DEVICE.test(text)) add(devices, text, at);
    else if (DESKTOP.has(text)) add(browsers, DESKTOP.get(text)!, at);
    else if (BROWSERS.test(text)) add(browsers, text === 'msedge' ? 'edge' : text, at);
  }
  for (const { value, at } of module.reads) {
    const name = value.kind === 'member' ? value.name : '';
    if (DEVICE.test(name)) add(devices, name, at);
    else if (DESKTOP.has(name)) add(browsers, DESKTOP.get(name)!, at);
  }
  for (const { callee, at } of module.calls) {
    // `playwright.firefox.launch()`
    const chain = chainOf(callee, module);
    if (chain?.steps.at(-1) !== 'launch') continue;
    const name = chain.steps.at(-2) ?? chain.root;
    if (BROWSERS.test(name)) add(browsers, name, at);
  }
  const listed = (from: Map<string, Place>) => [...from].map(([name, at]) => ({ name, at }));
  return { browsers: listed(browsers), devices: listed(devices) };
}

/** Nobody writes longer ones by hand, and patterns take their time over them. */
const LONGEST_ATTACK = 2_000;

/** What of a text tries to break in: `SQL`, `markup`. */
export function hostileIn(text: string): string | undefined {
  const part = text.slice(0, LONGEST_ATTACK);
  return HOSTILE.find(([, pattern]) => pattern.test(part))?.[0];
}

/** The texts of a module: literals in bindings, arguments, objects, lists and templates. */
export function literalsOf(module: SourceModule): readonly { readonly text: string; readonly at: Place }[] {
  const found: { text: string; at: Place }[] = [];
  const take = (value: Expression) => {
    for (const one of expressionsBelow(value)) {
      if (one.kind === 'literal' && typeof one.value === 'string')
        found.push({ text: one.value, at: one.at });
      if (one.kind === 'object') for (const { name, at } of one.members) found.push({ text: name, at });
    }
  };
  for (const call of module.calls) for (const { value } of call.arguments) take(value);
  for (const { value } of module.bindings) take(value);
  for (const { value } of module.exports) if (value !== undefined) take(value);
  for (const { value } of module.returns) if (value !== undefined) take(value);
  for (const { parts, at } of module.texts)
    for (const part of parts) if (typeof part === 'string') found.push({ text: part, at });
  return found;
}
