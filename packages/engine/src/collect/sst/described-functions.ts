import { not } from '../../model/condition.ts';
import { inCode, type Location } from '../../model/origin.ts';
import { known, type Value } from '../../model/value.ts';
import type { Construct } from '../cdk/source/evaluate/construct.ts';
import type { Execution } from '../cdk/source/evaluate/execution.ts';
import { originOf, type Run } from '../cdk/source/evaluate/run.ts';
import { type Application, placeOf, referenceTo } from './application.ts';
import { OF_ALL } from './components.ts';
import { FUNCTION, FUNCTION_URL, makeFunction } from './functions.ts';
import type { HandedOn } from './made.ts';
import { namesSet, transformed, withDefaults } from './transforms.ts';
import { chosen, given, later, textIn } from './values.ts';

/** What a function is for, and where that is said. */
interface Where extends HandedOn {
  readonly what: string;
  /** The component that it is of. */
  readonly owner: Construct;
  readonly at: Location;
  readonly by: Execution;
}

/** The functions of an application: those that are made, and those that are only described where they are needed. */
export class DescribedFunctions {
  readonly #application: Application;
  /** What `$transform` names, by the module and name of the class, in order. */
  readonly #transforms = new Map<string, Run[]>();
  /** What functions of a stack, or of an application, have that say nothing else. */
  readonly #defaults: { readonly of: Construct; readonly props: Run }[] = [];

  constructor(application: Application) {
    this.#application = application;
  }

  transform(of: string, callback: Run): void {
    this.#transforms.set(of, [...(this.#transforms.get(of) ?? []), callback]);
  }

  default(of: Construct, props: Run): void {
    this.#defaults.push({ of, props });
  }

  /** Source: code of SST 3.2.8, `functionBuilder`, and of 2.49.6, `Function.fromDefinition`: a function, or all that one is given. */
  of(said: Run | undefined, where: Where): Value {
    const { what, at, by } = where;
    const origin = said === undefined ? inCode(at) : originOf(said);
    if (said?.kind === 'choice')
      return chosen(said, (one) =>
        by.under(one === said.yes ? said.condition : not(said.condition), () => this.of(one, where)),
      );
    if (isNamed(said)) return referenceTo(said.construct.address, 'Arn', origin);
    const start = said?.kind === 'text' ? said.parts[0] : said;
    if (textIn(start)?.startsWith('arn:'))
      return said?.kind === 'scalar'
        ? known(said.value, origin)
        : later('the function that it names', origin);
    const args = argumentsOf(said);
    if (args !== undefined) {
      const address = this.#application.address(`function of ${what}`);
      const settings = withDefaults(where.defaults, args, at, by);
      const own = transformed(settings, where.transform, at, by);
      this.add(this.transformed('sst:aws.Function', own, at, by) ?? own, address, where);
      return referenceTo(address, 'Arn', origin);
    }
    this.#application.miss(`the function of ${what}`, at, { holds: [FUNCTION, FUNCTION_URL] });
    return later('the function', origin);
  }

  add(args: Run, address: string, { what, owner, at, by }: Where): void {
    const all = this.#defaults.filter(({ of }) => isWithin(owner, of)).map(({ props }) => props);
    const whole = all.reduceRight((sofar, one) => withDefaults(one, sofar, at, by), args);
    const transform = given(whole, 'transform');
    const changed = (part: string, provided: string) => {
      const own = namesSet(given(transform, part), at, by);
      const all = this.changedOf(provided, at, by);
      return own === undefined || all === undefined ? undefined : new Set([...own, ...all]);
    };
    for (const type of OF_ALL) this.#application.beside.add(type);
    for (const [argument, types] of MADE_FOR)
      if (given(whole, argument) !== undefined) for (const type of types) this.#application.beside.add(type);
    makeFunction(whole, { what, address }, placeOf(at, by), this.#application, {
      function: changed('function', 'lambda.Function'),
      url: changed('functionUrl', 'lambda.FunctionUrl'),
    });
  }

  /** What a component is given, after what `$transform` makes of that. */
  transformed(of: string, args: Run | undefined, at: Location, by: Execution): Run | undefined {
    const all = this.#transforms.get(of) ?? [];
    const nothing: Run = { kind: 'object', cell: { members: new Map(), open: false }, at, seen: [] };
    return all.length === 0
      ? args
      : all.reduce((sofar, one) => transformed(sofar, one, at, by), args ?? nothing);
  }

  /** The names that `$transform` sets in what is made of a class of the provider. */
  changedOf(provided: string, at: Location, by: Execution): ReadonlySet<string> | undefined {
    const names = new Set<string>();
    // What a part of a component is changed to reaches what is made of it.
    const isOfPart = [...this.#transforms.keys()].some((of) => PARTS.test(of));
    if (isOfPart && !provided.startsWith('lambda.Function')) return undefined;
    for (const one of this.#transforms.get(`provider:${provided}`) ?? []) {
      const set = namesSet(one, at, by);
      if (set === undefined) return undefined;
      for (const name of set) names.add(name);
    }
    return names;
  }
}

const VERSIONS = ['AWS::Lambda::Alias', 'AWS::Lambda::Version'];
const ASYNCHRONOUS = ['AWS::Lambda::EventInvokeConfig', 'AWS::SQS::Queue'];

/** What is made beside a function for what it is given. Source: SST documentation, "Function", of versions 2 and 3. */
const MADE_FOR: readonly (readonly [argument: string, types: readonly string[]])[] = [
  ['concurrency', VERSIONS],
  ['currentVersionOptions', VERSIONS],
  ['versioning', VERSIONS],
  ['deadLetterQueueEnabled', ASYNCHRONOUS],
  ['maxEventAge', ASYNCHRONOUS],
  ['onFailure', ASYNCHRONOUS],
  ['onSuccess', ASYNCHRONOUS],
  ['retries', ASYNCHRONOUS],
  ['retryAttempts', ASYNCHRONOUS],
];

/** Classes that components make for themselves. */
const PARTS = /^sst:aws\.\w+(?:Route|Subscriber|Authorizer)$/;

/** `fn.arn` of a function of version 3, and a function of version 2 itself. */
function isNamed(said: Run | undefined): said is Extract<Run, { kind: 'attribute' | 'construct' }> {
  if (said?.kind === 'attribute')
    return said.construct.name === 'aws.Function' && /^(nodes\.function\.)?arn$/.test(said.name);
  return (
    said?.kind === 'construct' &&
    said.construct.module === 'sst/constructs' &&
    said.construct.name === 'Function'
  );
}

function isWithin(owner: Construct, of: Construct): boolean {
  for (let one: Construct | undefined = owner; one !== undefined; one = one.parent)
    if (one === of) return true;
  return false;
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
