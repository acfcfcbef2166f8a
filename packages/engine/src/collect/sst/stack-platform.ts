import type { Location } from '../../model/origin.ts';
import { call } from '../cdk/source/evaluate/calls.ts';
import type { Construct } from '../cdk/source/evaluate/construct.ts';
import type { Execution } from '../cdk/source/evaluate/execution.ts';
import { constructOf } from '../cdk/source/evaluate/library.ts';
import type { Run } from '../cdk/source/evaluate/run.ts';
import { ofLibrary } from './outside.ts';
import { Platform } from './platform.ts';
import { ADDS_NOTHING, STACK_CONSTRUCTS } from './stack-constructs.ts';
import { given, hidden, textIn } from './values.ts';

type Of<Kind extends Run['kind']> = Extract<Run, { kind: Kind }>;

/** Constructs of version 2 of SST. */
const STACKS = 'sst/constructs';
/** Constructs of the CDK beside them. */
const CDK = 'cdk';

/** The same with version 2 of SST, whose constructs are of the CDK: `export default { stacks(app) { app.stack(Cards); } }`. */
export class StackPlatform extends Platform {
  /** What functions gave that stand for stacks. */
  readonly #given = new Map<unknown, Run>();

  /** What a program exports says which stacks there are. */
  begin(exported: Run | undefined, by: Execution): void {
    const stacks = exported?.kind === 'object' ? given(exported, 'stacks') : undefined;
    if (stacks?.kind !== 'function') return;
    this.isConfigured = true;
    const app = this.#construct(STACKS, 'App', undefined, [], stacks.at, by);
    call(stacks, [{ kind: 'construct', construct: app, at: stacks.at, seen: [] }], stacks.at, by);
  }

  override imported(module: string, name: string, at: Location): Run | undefined {
    const own = /^(?:sst|sst\/constructs|@serverless-stack\/resources)$/.test(module)
      ? STACKS
      : /^(?:aws-cdk-lib|constructs|@aws-cdk)(?:\/|$)/.test(module)
        ? CDK
        : undefined;
    if (own === undefined) return super.imported(module, name, at);
    const names = name === '*' || name === 'default' ? [] : [name];
    return this.library(own, own === CDK ? [module.replace(/^.*\//, ''), ...names] : names, at);
  }

  override call(
    callee: Of<'library' | 'attribute' | 'made' | 'node'>,
    args: readonly Run[],
    at: Location,
    by: Execution,
  ): Run {
    if (callee.kind === 'attribute' && isOfStacks(callee.construct))
      return this.#method(callee, args, at, by);
    if (callee.kind !== 'library' || callee.module !== STACKS || callee.names.join('.') !== 'use')
      return super.call(callee, args, at, by);
    const [of] = args;
    const found = of?.kind === 'function' ? this.#given.get(of.node) : undefined;
    return found ?? hidden('what a stack gives', at);
  }

  override make(of: Of<'library'>, args: readonly Run[], at: Location, by: Execution): Run {
    if (of.module !== STACKS && of.module !== CDK) return super.make(of, args, at, by);
    const [scope, id, props] = args;
    const name = of.names.slice(of.module === CDK ? 1 : 0).join('.');
    const construct = this.#construct(of.module, name, constructOf(scope), [id, props], at, by);
    const found: Run = { kind: 'construct', construct, at, seen: [] };
    if (of.module === CDK) {
      // What is given no name is no construct: `new PolicyStatement({ … })`.
      const isPlain = args.length < 2 || /^(?:App|Stack|Construct|CfnOutput)$/.test(name);
      if (!isPlain) ofLibrary(of.names, at, this.application);
    } else if (name === 'Function')
      this.functions.add(props ?? hidden('what the function is given', at), construct.address, {
        what: construct.path,
        owner: construct,
        at,
        by,
      });
    else
      this.component(
        construct,
        Object.hasOwn(STACK_CONSTRUCTS, name) ? STACK_CONSTRUCTS[name] : undefined,
        at,
        by,
      );
    return found;
  }

  override change(construct: Construct, at: Location, what: string): void {
    if (!isOfStacks(construct)) super.change(construct, at, what);
    else if (construct.module === STACKS) this.application.miss(`what ${construct.path} is given`, at);
  }

  #method({ construct, name }: Of<'attribute'>, args: readonly Run[], at: Location, by: Execution): Run {
    const self: Run = { kind: 'construct', construct, at, seen: [] };
    const [first] = args;
    if (construct.name === 'App' && name === 'stack') {
      this.#stack(first, self, at, by);
      return self;
    }
    if (name === 'setDefaultFunctionProps' || name === 'addDefaultFunctionEnv') {
      const said = first?.kind === 'function' ? call(first, [self], at, by) : first;
      const props = said ?? hidden('what functions are given', at);
      this.functions.default(construct, name === 'addDefaultFunctionEnv' ? environment(props, at) : props);
      return self;
    }
    const methods = Object.hasOwn(STACK_CONSTRUCTS, construct.name)
      ? (STACK_CONSTRUCTS[construct.name]?.methods ?? {})
      : {};
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method !== undefined) method(this.calling(construct, args, at, by));
    else if (construct.module === STACKS && !ADDS_NOTHING.test(name))
      this.application.miss(`${name} of ${construct.path}`, at);
    return this.calledBack(args, at, by);
  }

  /** Source: code of SST 2.49.6, `FunctionalStack`: a function is called with its stack, and what it gives is kept. */
  #stack(of: Run | undefined, app: Of<'construct'>, at: Location, by: Execution): void {
    if (of?.kind !== 'function') {
      this.application.miss('a stack', at);
      return;
    }
    const construct = this.#construct(STACKS, 'Stack', app.construct, [], at, by);
    const stack: Run = { kind: 'construct', construct, at, seen: [] };
    const members = new Map<string, Run>([
      ['stack', stack],
      ['app', app],
    ]);
    this.#given.set(
      of.node,
      call(of, [{ kind: 'object', cell: { members, open: false }, at, seen: [] }], at, by),
    );
  }

  #construct(
    module: string,
    name: string,
    parent: Construct | undefined,
    [id, props]: readonly (Run | undefined)[],
    at: Location,
    by: Execution,
  ): Construct {
    const path = textIn(id) ?? (name === 'App' || name === 'Stack' ? name : `{${at.line}:${at.column}}`);
    const { application } = this;
    const address =
      name === 'Function' && module === STACKS ? application.address(path) : `${application.file} ${path}`;
    return { path, address, module, name, parent, props, at, exists: by.exists, calls: [] };
  }
}

function isOfStacks({ module }: Construct): boolean {
  return module === STACKS || module === CDK;
}

function environment(variables: Run, at: Location): Run {
  return {
    kind: 'object',
    cell: { members: new Map([['environment', variables]]), open: false },
    at,
    seen: [],
  };
}
