import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { moduleOf } from '../code/modules.ts';
import { isReadableCode } from '../code/syntax/parse.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { fact, openList, placeIn, written } from '../fact.ts';
import { readEach } from '../findings.ts';
import type { Reader, SourceOfFiles } from '../reader.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { loadCommands } from './load-commands.ts';
import { pathOf, type Request, requestsIn } from './requests.ts';

const TYPES = ['Repository::LoadTest'] as const;
const IS_LOAD = /(load|perf|stress|soak|spike|artillery|locust|k6|gatling|jmeter|benchmark|vegeta)/i;

/** What puts the application under load: scripts of k6, Locust, Gatling and autocannon, plans of Artillery and JMeter. */
export const loadTests: Reader = {
  name: 'load tests',
  types: TYPES,
  onlySearches: true,
  wants: (path, kind) => {
    if (kind !== 'source' && kind !== 'test' && kind !== 'other') return false;
    if (/\.jmx$/.test(path)) return true;
    if (kind === 'other') return /\.(ya?ml|json)$/.test(path) && IS_LOAD.test(path);
    return isReadableCode(path) || (/\.(scala|java|kt|sh|bash)$/.test(path) && IS_LOAD.test(path));
  },
  read: (files, source) =>
    readEach(files, source, TYPES, async (file, text, findings) => {
      for (const found of await loadTestsIn(file, text, source)) {
        findings.add(
          fact({
            type: 'Repository::LoadTest',
            address: file,
            at: placeIn(file, found.line ?? 1),
            properties: {
              path: file,
              tool: found.tool,
              hasThresholds: found.hasThresholds ?? unclear(file, 'what makes it fail'),
              calls:
                found.calls === undefined || found.asksMore === true
                  ? openList(callsOf(file, found.calls ?? []), unclear(file, 'what it asks for'))
                  : callsOf(file, found.calls),
            },
          }),
        );
      }
    }),
};

function callsOf(file: string, calls: readonly Request[]) {
  return calls.map(({ method, path, at }) => written({ method, path }, placeIn(file, at.line, at.column)));
}

/** What a file says of its load; a part that is not known is left out. */
export interface FoundLoad {
  readonly tool: string;
  readonly line?: number;
  readonly hasThresholds: boolean | undefined;
  readonly calls: readonly Request[] | undefined;
  /** It asks for more than the calls, whose addresses are made elsewhere. */
  readonly asksMore?: boolean;
}

function unclear(file: string, what: string) {
  return unknown('unsupported-construct', `reading ${what} in ${file}`, inCode(placeIn(file)));
}

async function loadTestsIn(file: string, text: string, source: SourceOfFiles): Promise<readonly FoundLoad[]> {
  if (/\.(sh|bash)$/.test(file)) return loadCommands(text);
  if (/\.jmx$/.test(file)) return jmeterPlan(text);
  if (/\.(ya?ml|json)$/.test(file)) return artilleryPlan(file, text);
  if (/\.(scala|java|kt)$/.test(file)) {
    if (!text.includes('io.gatling')) return [];
    return [{ tool: 'gatling', hasThresholds: text.includes('.assertions('), calls: undefined }];
  }
  if (!/['"](k6|k6\/|autocannon|@gatling\.io)|\blocust\b/.test(text)) return [];
  const module = await moduleOf(source, file, text);
  return module === undefined ? [] : scriptOf(module);
}

function scriptOf(module: SourceModule): readonly FoundLoad[] {
  const from = (pattern: RegExp) =>
    module.imports.some((one) => pattern.test(one.module)) ||
    module.bindings.some(({ value }) => {
      const of = value.kind === 'member' ? value.of : value;
      return of.kind === 'module' && pattern.test(of.module);
    });
  const calls = requestsIn(module);
  if (from(/^k6(\/|$)/)) {
    // Parts of other scripts take in k6 too; what runs exports a default, or options.
    const runs = module.exports.some(({ name }) => name === 'default' || name === 'options');
    return runs
      ? [{ tool: 'k6', hasThresholds: k6Thresholds(module), calls, asksMore: asksMore(module, calls) }]
      : [];
  }
  if (from(/^locust(\.|$)/)) {
    const users = module.classes.filter(({ bases }) =>
      bases.some((b) =>
        /User$|TaskSet$|Locust$/.test(b.kind === 'name' || b.kind === 'member' ? b.name : ''),
      ),
    );
    if (users.length === 0) return [];
    const fails = module.bindings.some(
      ({ target }) => target.kind === 'member' && target.name === 'process_exit_code',
    );
    return [{ tool: 'locust', hasThresholds: fails, calls, asksMore: asksMore(module, calls) }];
  }
  if (from(/^@gatling\.io\//)) {
    const asserts = module.calls.some(
      ({ callee }) => callee.kind === 'member' && callee.name === 'assertions',
    );
    return [{ tool: 'gatling', hasThresholds: asserts, calls }];
  }
  if (!from(/^autocannon$/)) return [];
  const ends = module.throws.length > 0 || module.calls.some(({ path }) => path === 'process.exit');
  const sets = module.bindings.some(({ target }) => target.kind === 'member' && target.name === 'exitCode');
  return [{ tool: 'autocannon', hasThresholds: ends || sets, calls }];
}

const CLIENTS =
  /^(?:k6\/http\.|http\.|(?:self|this)\.client\.)(?:get|post|put|patch|del|delete|head|options|request|batch|asyncRequest)$/;

/** Whether a client is asked for an address of which the file tells nothing. */
function asksMore(module: SourceModule, calls: readonly Request[]): boolean {
  const known = new Set(calls.map(({ at }) => `${at.line}:${at.column}`));
  return module.calls.some(
    ({ path, at }) => path !== undefined && CLIENTS.test(path) && !known.has(`${at.line}:${at.column}`),
  );
}

/** Whether the options of a k6 script have thresholds; nothing where they come from elsewhere. */
function k6Thresholds(module: SourceModule): boolean | undefined {
  const options =
    module.exports.find(({ name }) => name === 'options')?.value ??
    module.bindings.find(({ target }) => target.kind === 'name' && target.name === 'options')?.value;
  if (options === undefined) return module.exports.some(({ from }) => from !== undefined) ? undefined : false;
  const named = options.kind === 'name' ? valueNamed(options.name, module) : options;
  if (named === undefined || named.kind !== 'object') return undefined;
  const said = named.members.find(({ name }) => name === 'thresholds')?.value;
  if (said === undefined) return named.open ? undefined : false;
  const own = said.kind === 'name' ? valueNamed(said.name, module) : said;
  if (own?.kind !== 'object') return undefined;
  return own.members.length > 0 ? true : own.open ? undefined : false;
}

function valueNamed(name: string, module: SourceModule): Expression | undefined {
  return module.bindings.find((b) => b.target.kind === 'name' && b.target.name === name)?.value;
}

function artilleryPlan(file: string, text: string): readonly FoundLoad[] {
  if (!text.includes('scenarios')) return [];
  const [root] = readStructured(file, text).documents;
  const config = member(root, 'config');
  const scenarios = itemsOf(member(root, 'scenarios'));
  if (config === undefined || scenarios.length === 0) return [];
  if (member(config, 'target') === undefined && member(config, 'phases') === undefined) return [];
  const ensure = member(config, 'ensure') ?? member(member(config, 'plugins'), 'ensure');
  const calls = scenarios.flatMap((scenario) =>
    itemsOf(member(scenario, 'flow')).flatMap((step) =>
      [...membersOf(step)].flatMap(([verb, value]): Request[] => {
        const path = pathOf((textOf(member(value, 'url')) ?? '').replace(/\{\{[^}]*\}\}|\$\{[^}]*\}/g, '{}'));
        const { line, column } = value.origin.at;
        return path === undefined ? [] : [{ method: verb.toUpperCase(), path, at: { line, column } }];
      }),
    ),
  );
  return [{ tool: 'artillery', hasThresholds: ensure !== undefined, calls }];
}

/** A plan of JMeter is XML that its program writes, one property a line. */
function jmeterPlan(text: string): readonly FoundLoad[] {
  if (!text.includes('<jmeterTestPlan')) return [];
  const calls = text.split('\n').flatMap((line, i): Request[] => {
    const said = /name="HTTPSampler\.path">([^<]*)</.exec(line)?.[1];
    const path = said === undefined ? undefined : pathOf(said.startsWith('/') ? said : `/${said}`);
    return path === undefined ? [] : [{ method: undefined, path, at: { line: i + 1, column: 1 } }];
  });
  return [
    { tool: 'jmeter', hasThresholds: /<(Response|Duration|JSONPath|Size)Assertion\b/.test(text), calls },
  ];
}
