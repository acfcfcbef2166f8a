import type { Location } from '../../model/origin.ts';
import { call, handOut } from '../cdk/source/evaluate/calls.ts';
import type { Construct } from '../cdk/source/evaluate/construct.ts';
import { Endless, type Execution } from '../cdk/source/evaluate/execution.ts';
import type { Framework } from '../cdk/source/evaluate/framework.ts';
import { type Run, scalar } from '../cdk/source/evaluate/run.ts';
import { type Application, placeOf } from './application.ts';
import { COMPONENTS, NO_RESOURCES, OF_ALL } from './components.ts';
import { DescribedFunctions } from './described-functions.ts';
import type { Component, Made } from './made.ts';
import { isHarmless, isOfLanguage, ofProvider } from './outside.ts';
import { given, hidden, textIn } from './values.ts';

type Of<Kind extends Run['kind']> = Extract<Run, { kind: Kind }>;

/** Version 3 of SST as the program of an application meets it: names that need no import, components, and `$transform`. */
export class Platform implements Framework {
  protected readonly application: Application;
  protected readonly functions: DescribedFunctions;
  readonly #unknowns = new Map<string, number>();
  /** Whether a program says what it makes: `$config({ run })`. */
  isConfigured = false;
  #made = 0;

  constructor(application: Application) {
    this.application = application;
    this.functions = new DescribedFunctions(application);
  }

  named(name: string, at: Location): Run | undefined {
    // Source: SST documentation, "Global", `$dev`: true in `sst dev` alone, which deploys for a developer.
    if (name === '$dev') return scalar(false, at);
    if (name === 'sst' || name.startsWith('$') || PROVIDERS.has(name))
      return this.library(name === 'sst' || name.startsWith('$') ? 'sst' : 'provider', [name], at);
    return undefined;
  }

  imported(module: string, name: string, at: Location): Run | undefined {
    if (/^\.|^$/.test(module)) return undefined;
    const names = name === '*' || name === 'default' ? [] : [name];
    const [, provider] = /^@pulumi\/([\w-]+)/.exec(module) ?? [];
    if (provider !== undefined) return this.library('provider', [provider, ...names], at);
    return { kind: 'foreign', module, names, at, seen: [] };
  }

  member(object: Of<'library'>, name: string, at: Location): Run {
    const names = [...object.names, name];
    return names[0] === '$app' ? this.#data(names.join('.'), at) : this.library(object.module, names, at);
  }

  attribute(construct: Construct, name: string, at: Location): Run {
    return { kind: 'attribute', construct, name, at, seen: [] };
  }

  memberOf(object: Of<'made' | 'node' | 'attribute'>, name: string, at: Location): Run {
    if (object.kind === 'attribute') return { ...object, name: `${object.name}.${name}`, at, seen: [] };
    const of = object.kind === 'made' ? object.names : [];
    return { kind: 'made', module: 'sst', names: [...of, '()', name], args: [object], at, seen: [] };
  }

  call(
    callee: Of<'library' | 'attribute' | 'made' | 'node'>,
    args: readonly Run[],
    at: Location,
    by: Execution,
  ): Run {
    if (callee.kind === 'attribute') return this.#method(callee, args, at, by);
    if (callee.kind !== 'library') return this.calledBack(args, at, by);
    const [first, ...more] = callee.names;
    if (callee.module === 'sst' && first?.startsWith('$') && more.length === 0)
      return this.#global(first, args, at, by);
    return /^[A-Z]/.test(callee.names.at(-1) ?? '')
      ? this.make(callee, args, at, by)
      : this.#static(callee, args, at, by);
  }

  make(of: Of<'library'>, args: readonly Run[], at: Location, by: Execution): Run {
    if (++this.#made > MOST_MADE) throw new Endless();
    const construct = this.#constructOf(of, args, at, by);
    const name = of.names.slice(1).join('.');
    if (of.module === 'provider') ofProvider(of.names, at, this.application);
    else if (of.names[1] !== 'aws') {
      if (!NO_RESOURCES.has(name)) this.application.miss(`sst.${name} ${construct.path}`, at);
    } else if (name === 'aws.Function') {
      const settings = construct.props ?? hidden('what the function is given', at);
      this.functions.add(settings, construct.address, { what: construct.path, owner: construct, at, by });
    } else this.component(construct, componentOf(construct), at, by);
    return { kind: 'construct', construct, at, seen: [] };
  }

  place(): undefined {
    return undefined;
  }

  /** What is handed a component may give it routes and subscribers. */
  change(construct: Construct, at: Location, what: string): void {
    construct.changed ??= { at, what };
    const { methods } = componentOf(construct) ?? {};
    if (methods !== undefined) this.application.miss(`what ${construct.path} is given`, at);
  }

  /** What was made is not changed any more. */
  written(): void {}

  changeAll(): void {}

  outside(callee: Run, _args: readonly Run[], at: Location): void {
    if (callee.kind === 'foreign' ? isHarmless(callee.module) : isOfLanguage(callee)) return;
    const what = callee.kind === 'foreign' ? `what ${callee.module} makes` : 'a call that is not followed';
    this.application.miss(what, at);
  }

  missed(at: Location, why: string): void {
    this.application.miss(why, at);
  }

  /** Source: SST documentation, "Global". */
  #global(name: string, args: readonly Run[], at: Location, by: Execution): Run {
    const [first, second] = args;
    if (name === '$config') {
      this.isConfigured = true;
      const run = given(first, 'run');
      this.#pipelineOf(first, at, by);
      if (run !== undefined) call(run, [], at, by);
      else this.application.miss('run of $config', at);
      return this.#data('$config', at);
    }
    if (name === '$transform') {
      const of = first?.kind === 'library' ? `${first.module}:${first.names.slice(1).join('.')}` : undefined;
      if (of === undefined) this.application.miss('what $transform changes', at);
      else this.functions.transform(of, second ?? hidden('a function', at));
      return this.#data(name, at);
    }
    return name === '$interpolate' && first !== undefined ? first : this.calledBack(args, at, by);
  }

  /** Source: SST documentation, "Console", "Autodeploy": SST deploys what is pushed, by a project of CodeBuild in the account. */
  #pipelineOf(config: Run | undefined, at: Location, by: Execution): void {
    const app = given(config, 'app');
    const said = app === undefined ? undefined : call(app, [hidden('the input of app', at)], at, by);
    if (given(said, 'console') !== undefined)
      this.application.miss('what the console of SST deploys', at, { holds: PIPELINES });
  }

  /** What is called back later is called with what is not known yet. */
  protected calledBack(args: readonly Run[], at: Location, by: Execution): Run {
    const callbacks = args.filter((one) => one.kind === 'function');
    if (callbacks.length > 0)
      by.maybe(at, 'what is called when it is deployed', () => {
        for (const one of callbacks) call(one, [], at, by);
      });
    return { kind: 'made', module: 'sst', names: ['()'], args: [], at, seen: [] };
  }

  /** `sst.aws.Bucket.get(…)` is something that is there; `sst.aws.Queue.subscribe(arn, …)` subscribes to it. */
  #static(of: Of<'library'>, args: readonly Run[], at: Location, by: Execution): Run {
    const [, place = '', name = ''] = of.names;
    const method = of.names.at(-1) ?? '';
    const isPlain = /^(permission|dns)$/.test(method) || NO_RESOURCES.has(place);
    if (of.module !== 'sst' || isPlain) return this.calledBack(args, at, by);
    if (place === 'aws' && method === 'get' && Object.hasOwn(COMPONENTS, name)) {
      const there = this.#constructOf({ ...of, names: of.names.slice(0, -1) }, args, at, by);
      return { kind: 'construct', construct: { ...there, name: 'Existing', props: undefined }, at, seen: [] };
    }
    this.application.miss(of.names.join('.'), at);
    return this.calledBack(args, at, by);
  }

  #method({ construct, name }: Of<'attribute'>, args: readonly Run[], at: Location, by: Execution): Run {
    const { methods } = componentOf(construct) ?? {};
    const method = methods !== undefined && Object.hasOwn(methods, name) ? methods[name] : undefined;
    const found = method?.(this.calling(construct, args, at, by));
    if (found !== undefined) return found;
    if (method !== undefined) return this.attribute(construct, `${name}()`, at);
    // Methods of values that a component has (`url.apply(…)`) make nothing.
    const isOfComponent =
      !name.includes('.') && construct.module === 'sst' && !/^(get|to|is)[A-Z]/.test(name);
    if (isOfComponent) this.application.miss(`${name} of ${construct.path}`, at);
    for (const arg of args) if (isOfComponent) handOut(arg, at, 0, by);
    return this.calledBack(args, at, by);
  }

  protected component(
    construct: Construct,
    component: Component | undefined,
    at: Location,
    by: Execution,
  ): void {
    const application = this.application;
    if (component === undefined) {
      application.miss(`${construct.module}.${construct.name} ${construct.path}`, at);
      return;
    }
    for (const type of [...OF_ALL, ...component.beside]) application.beside.add(type);
    if (component.runs !== undefined)
      application.miss(`${construct.module}.${construct.name} ${construct.path}`, at, {
        holds: component.runs,
      });
    component.make?.(this.calling(construct, [], at, by));
  }

  protected calling(construct: Construct, args: readonly Run[], at: Location, by: Execution): Made {
    return {
      application: this.application,
      construct,
      what: construct.path,
      settings: construct.props,
      args,
      place: placeOf(at, by),
      at,
      by,
      functionOf: (said, what, more = {}) =>
        this.functions.of(said, { what, ...more, owner: construct, at, by }),
      changedOf: (provided) => this.functions.changedOf(provided, at, by),
    };
  }

  #constructOf(of: Of<'library'>, args: readonly Run[], at: Location, by: Execution): Construct {
    const path = textIn(args[0]) ?? `{${at.line}:${at.column}}`;
    const name = of.names.slice(1).join('.');
    return {
      path,
      address: /^aws\.(?:ApiGatewayV1|Function|Queue)$/.test(name)
        ? this.application.address(path)
        : `${this.application.file} ${path}`,
      module: of.module,
      name,
      parent: undefined,
      props: this.functions.transformed(`${of.module}:${name}`, args[1], at, by),
      at,
      exists: by.exists,
      calls: [],
    };
  }

  protected library(module: string, names: readonly string[], at: Location): Run {
    return { kind: 'library', module, names, at, seen: [] };
  }

  /** Plain data that only a deployment knows; the same under the same name. */
  #data(text: string, at: Location): Run {
    const id = this.#unknowns.get(text) ?? -2 - this.#unknowns.size;
    this.#unknowns.set(text, id);
    return { kind: 'unknown', id, text, data: true, at, seen: [] };
  }
}

const PIPELINES = ['AWS::CodeBuild::Project', 'AWS::CodePipeline::Pipeline'];

/** No application makes more. */
const MOST_MADE = 5_000;

/** Names that SST brings along for the providers of Pulumi. Source: SST documentation, "Providers". */
const PROVIDERS: ReadonlySet<string> = new Set([
  'aws',
  'awsnative',
  'cloudflare',
  'command',
  'pulumi',
  'random',
  'tls',
]);

function componentOf({ module, name }: Construct): Component | undefined {
  const own = name.replace(/^aws\./, '');
  return module === 'sst' && own !== name && Object.hasOwn(COMPONENTS, own) ? COMPONENTS[own] : undefined;
}
