import type { Location } from '../../model/origin.ts';
import { known, type Value } from '../../model/value.ts';
import { call, handOut } from '../cdk/source/evaluate/calls.ts';
import type { Construct } from '../cdk/source/evaluate/construct.ts';
import { Endless, type Execution } from '../cdk/source/evaluate/execution.ts';
import type { Framework } from '../cdk/source/evaluate/framework.ts';
import { originOf, type Run, scalar } from '../cdk/source/evaluate/run.ts';
import { type Application, placeOf, referenceTo } from './application.ts';
import { COMPONENTS, NO_RESOURCES, OF_ALL } from './components.ts';
import { makeFunction } from './functions.ts';
import type { Component, Made } from './made.ts';
import { isHarmless, isOfLanguage, ofProvider } from './outside.ts';
import { namesSet, transformed } from './transforms.ts';
import { chosen, given, hidden, later, textIn } from './values.ts';

type Of<Kind extends Run['kind']> = Extract<Run, { kind: Kind }>;

/** Version 3 of SST as the program of an application meets it: names that need no import, components, and `$transform`. */
export class Platform implements Framework {
  readonly #application: Application;
  /** What `$transform` names, by the module and name of the class, in order. */
  readonly #transforms = new Map<string, Run[]>();
  readonly #unknowns = new Map<string, number>();
  /** Whether a program says what it makes: `$config({ run })`. */
  isConfigured = false;
  #made = 0;

  constructor(application: Application) {
    this.#application = application;
  }

  named(name: string, at: Location): Run | undefined {
    // Source: SST documentation, "Global", `$dev`: true in `sst dev` alone, which deploys for a developer.
    if (name === '$dev') return scalar(false, at);
    if (name === 'sst' || name.startsWith('$') || PROVIDERS.has(name))
      return this.#library(name === 'sst' || name.startsWith('$') ? 'sst' : 'provider', [name], at);
    return undefined;
  }

  imported(module: string, name: string, at: Location): Run | undefined {
    if (/^\.|^$/.test(module)) return undefined;
    const names = name === '*' || name === 'default' ? [] : [name];
    const [, provider] = /^@pulumi\/([\w-]+)/.exec(module) ?? [];
    if (provider !== undefined) return this.#library('provider', [provider, ...names], at);
    return { kind: 'foreign', module, names, at, seen: [] };
  }

  member(object: Of<'library'>, name: string, at: Location): Run {
    const names = [...object.names, name];
    return names[0] === '$app' ? this.#data(names.join('.'), at) : this.#library(object.module, names, at);
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
    if (callee.kind !== 'library') return this.#given(args, at, by);
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
    if (of.module === 'provider') ofProvider(of.names, at, this.#application);
    else if (of.names[1] !== 'aws') {
      if (!NO_RESOURCES.has(name)) this.#application.miss(`sst.${name} ${construct.path}`, at);
    } else if (name === 'aws.Function') {
      const settings = args[1] ?? hidden('what the function is given', at);
      this.#add(settings, construct.path, construct.address, at, by);
    } else this.#component(construct, at, by);
    return { kind: 'construct', construct, at, seen: [] };
  }

  place(): undefined {
    return undefined;
  }

  /** What is handed a component may give it routes and subscribers. */
  change(construct: Construct, at: Location, what: string): void {
    construct.changed ??= { at, what };
    const { methods } = componentOf(construct) ?? {};
    if (methods !== undefined) this.#application.miss(`what ${construct.path} is given`, at);
  }

  /** What was made is not changed any more. */
  written(): void {}

  changeAll(): void {}

  outside(callee: Run, _args: readonly Run[], at: Location): void {
    if (callee.kind === 'foreign' ? isHarmless(callee.module) : isOfLanguage(callee)) return;
    const what = callee.kind === 'foreign' ? `what ${callee.module} makes` : 'a call that is not followed';
    this.#application.miss(what, at);
  }

  missed(at: Location, why: string): void {
    this.#application.miss(why, at);
  }

  /** Source: SST documentation, "Global". */
  #global(name: string, args: readonly Run[], at: Location, by: Execution): Run {
    const [first, second] = args;
    if (name === '$config') {
      this.isConfigured = true;
      const run = given(first, 'run');
      this.#pipelineOf(first, at, by);
      if (run !== undefined) call(run, [], at, by);
      else this.#application.miss('run of $config', at);
      return this.#data('$config', at);
    }
    if (name === '$transform') {
      const of = first?.kind === 'library' ? `${first.module}:${first.names.slice(1).join('.')}` : undefined;
      if (of === undefined) this.#application.miss('what $transform changes', at);
      else
        this.#transforms.set(of, [...(this.#transforms.get(of) ?? []), second ?? hidden('a function', at)]);
      return this.#data(name, at);
    }
    return name === '$interpolate' && first !== undefined ? first : this.#given(args, at, by);
  }

  /** Source: SST documentation, "Console", "Autodeploy": SST deploys what is pushed, by a project of CodeBuild in the account. */
  #pipelineOf(config: Run | undefined, at: Location, by: Execution): void {
    const app = given(config, 'app');
    const said = app === undefined ? undefined : call(app, [hidden('the input of app', at)], at, by);
    if (given(said, 'console') !== undefined)
      this.#application.miss('what the console of SST deploys', at, { holds: PIPELINES });
  }

  /** What is called back later is called with what is not known yet. */
  #given(args: readonly Run[], at: Location, by: Execution): Run {
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
    if (of.module !== 'sst' || isPlain) return this.#given(args, at, by);
    if (place === 'aws' && method === 'get' && Object.hasOwn(COMPONENTS, name)) {
      const there = this.#constructOf({ ...of, names: of.names.slice(0, -1) }, args, at, by);
      return { kind: 'construct', construct: { ...there, name: 'Existing', props: undefined }, at, seen: [] };
    }
    this.#application.miss(of.names.join('.'), at);
    return this.#given(args, at, by);
  }

  #method({ construct, name }: Of<'attribute'>, args: readonly Run[], at: Location, by: Execution): Run {
    const { methods } = componentOf(construct) ?? {};
    const method = methods !== undefined && Object.hasOwn(methods, name) ? methods[name] : undefined;
    const found = method?.(this.#calling(construct, args, at, by));
    if (found !== undefined) return found;
    if (method !== undefined) return this.attribute(construct, `${name}()`, at);
    // Methods of values that a component has (`url.apply(…)`) make nothing.
    const isOfComponent =
      !name.includes('.') && construct.module === 'sst' && !/^(get|to|is)[A-Z]/.test(name);
    if (isOfComponent) this.#application.miss(`${name} of ${construct.path}`, at);
    for (const arg of args) if (isOfComponent) handOut(arg, at, 0, by);
    return this.#given(args, at, by);
  }

  #component(construct: Construct, at: Location, by: Execution): void {
    const component = componentOf(construct);
    const application = this.#application;
    if (component === undefined) {
      application.miss(`sst.${construct.name} ${construct.path}`, at);
      return;
    }
    for (const type of [...OF_ALL, ...component.beside]) application.beside.add(type);
    if (component.runs !== undefined)
      application.miss(`sst.${construct.name} ${construct.path}`, at, { holds: component.runs });
    component.make?.(this.#calling(construct, [], at, by));
  }

  #calling(construct: Construct, args: readonly Run[], at: Location, by: Execution): Made {
    return {
      application: this.#application,
      construct,
      what: construct.path,
      settings: construct.props,
      args,
      place: placeOf(at, by),
      at,
      by,
      functionOf: (said, what, transform) => this.#functionOf(said, { what, transform, at, by }),
      changedOf: (provided) => this.#changedOf(provided, at, by),
    };
  }

  /** Source: code of SST 3.2.8, `functionBuilder`: an ARN, a handler, or all that a function is given. */
  #functionOf(said: Run | undefined, where: Where): Value {
    const { what, at, by } = where;
    const origin = said === undefined ? { plane: 'code' as const, at, trail: [] } : originOf(said);
    if (said?.kind === 'choice')
      return chosen(said, (one) =>
        by.under(one === said.yes ? said.condition : { op: 'not', of: said.condition }, () =>
          this.#functionOf(one, where),
        ),
      );
    if (said?.kind === 'attribute' && said.construct.name === 'aws.Function' && said.name === 'arn')
      return referenceTo(said.construct.address, 'Arn', origin);
    const start = said?.kind === 'text' ? said.parts[0] : said;
    if (textIn(start)?.startsWith('arn:'))
      return said?.kind === 'scalar'
        ? known(said.value, origin)
        : later('the function that it names', origin);
    const args = argumentsOf(said);
    if (args !== undefined) {
      const address = this.#application.address(`function of ${what}`);
      this.#add(transformed(args, where.transform, at, by), what, address, at, by);
      return referenceTo(address, 'Arn', origin);
    }
    this.#application.miss(`the function of ${what}`, at, {
      holds: ['AWS::Lambda::Function', 'AWS::Lambda::Url'],
    });
    return later('the function', origin);
  }

  #add(args: Run, what: string, address: string, at: Location, by: Execution): void {
    const settings = (this.#transforms.get('sst:aws.Function') ?? []).reduce(
      (sofar, one) => transformed(sofar, one, at, by),
      args,
    );
    const own = namesSet(given(given(settings, 'transform'), 'function'), at, by);
    const all = this.#changedOf('lambda.Function', at, by);
    const changed = own === undefined || all === undefined ? undefined : new Set([...own, ...all]);
    for (const type of OF_ALL) this.#application.beside.add(type);
    makeFunction(settings, { what, address }, placeOf(at, by), this.#application, changed);
  }

  #changedOf(provided: string, at: Location, by: Execution): ReadonlySet<string> | undefined {
    const names = new Set<string>();
    for (const one of this.#transforms.get(`provider:${provided}`) ?? []) {
      const set = namesSet(one, at, by);
      if (set === undefined) return undefined;
      for (const name of set) names.add(name);
    }
    return names;
  }

  #constructOf(of: Of<'library'>, args: readonly Run[], at: Location, by: Execution): Construct {
    const path = textIn(args[0]) ?? `{${at.line}:${at.column}}`;
    const name = of.names.slice(1).join('.');
    return {
      path,
      address: /^aws\.(?:ApiGatewayV1|Function|Queue)$/.test(name)
        ? this.#application.address(path)
        : `${this.#application.file} ${path}`,
      module: of.module,
      name,
      parent: undefined,
      props: args[1],
      at,
      exists: by.exists,
    };
  }

  #library(module: string, names: readonly string[], at: Location): Run {
    return { kind: 'library', module, names, at, seen: [] };
  }

  /** Plain data that only a deployment knows; the same under the same name. */
  #data(text: string, at: Location): Run {
    const id = this.#unknowns.get(text) ?? -2 - this.#unknowns.size;
    this.#unknowns.set(text, id);
    return { kind: 'unknown', id, text, data: true, at, seen: [] };
  }
}

interface Where {
  readonly what: string;
  readonly transform: Run | undefined;
  readonly at: Location;
  readonly by: Execution;
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

/** All that a function is given, where it is described and not named. */
function argumentsOf(said: Run | undefined): Run | undefined {
  if (said === undefined) return undefined;
  if (said.kind === 'object') return said;
  if (said.kind !== 'text' && textIn(said) === undefined) return undefined;
  return {
    kind: 'object',
    cell: { members: new Map([['handler', said]]), open: false },
    at: said.at,
    seen: said.seen,
  };
}
