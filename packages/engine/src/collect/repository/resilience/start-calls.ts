import { onceForText } from '../../../once-for.ts';
import { type Callers, lastOf } from '../changes/origins.ts';
import { branchesAround } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import { type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { at } from '../practices/places.ts';
import { isProbe, Waiting } from './connection-probes.ts';

/** What asks a service for something that is there or made elsewhere: whether it exists, that it be made, that it be changed. */
const NEEDLESS =
  /^(head_bucket|headBucket|HeadBucketCommand|create_bucket|createBucket|CreateBucketCommand|create_table|createTable|CreateTableCommand|describe_table|describeTable|DescribeTableCommand|list_buckets|listBuckets|ListBucketsCommand|list_tables|listTables|ListTablesCommand|create_queue|createQueue|CreateQueueCommand|create_topic|createTopic|CreateTopicCommand)$/;
/** Changes of the schema that code makes when it starts. */
const MIGRATES =
  /(^|\.)(metadata\.create_all|create_all|command\.upgrade|sequelize\.sync|\w*[dD]b\.sync|migrate\.latest|runMigrations|umzug\.up|createCollection)$/;
const isNeedlessName = onceForText((name) => NEEDLESS.test(name));
const migrates = onceForText((path) => MIGRATES.test(path));
const STARTS =
  /^(main|start|startup|bootstrap|init|initialize|initialise|setup|lifespan|on_startup|onModuleInit|onApplicationBootstrap|connect_db|connectDb)$/i;
const BY_HAND =
  /(^|\/)(scripts|migrations?|tools|bin|seeds?|alembic|tests?)\/|(^|\/)(migrat\w*|seed\w*|setup|manage|conftest)\.\w+$/;

/** Calls that stand between loading the code and its first answer, and that could fail needlessly. */
export function startCalls(
  program: Program,
  callers: Callers,
  module: SourceModule,
): readonly RepositoryFact[] {
  if (BY_HAND.test(module.file)) return [];
  const found = new Map<string, RepositoryFact>();
  const waiting = new Waiting(callers);
  for (const [number, call] of module.calls.entries()) {
    const name = lastOf(call.callee) || (call.path?.split('.').at(-1) ?? '');
    const path = call.path ?? name;
    const isMigration = migrates(path) && branchesAround(module, call.at, undefined).length === 0;
    const isNeedless = isNeedlessName(name) || isMigration;
    if (!isNeedless && !isProbe(program, module, call)) continue;
    // What asks only whether a store answers delays the start where the start waits for it.
    if (!isNeedless && !waiting.waits(module, number)) continue;
    const when = whenItRuns(callers, module, call.within, isNeedless ? undefined : waiting);
    if (when === undefined) continue;
    const address = `start in ${module.file}`;
    if (!found.has(address))
      found.set(
        address,
        fact({
          type: 'Repository::StartCall',
          address,
          at: at(module, call.at),
          properties: { path: module.file, call: name, when },
        }),
      );
  }
  return [...found.values()];
}

/** When a function runs; with `waiting`, only where what starts waits for it. */
function whenItRuns(
  callers: Callers,
  module: SourceModule,
  within: number,
  waiting: Waiting | undefined,
  steps = 0,
): 'import' | 'constructor' | 'start' | undefined {
  if (within === TOP) return isProgram(module) ? undefined : 'import';
  const { name, class: own, decorators } = module.functions[within]!;
  if (own !== undefined && /^(constructor|__init__)$/.test(name ?? '')) return 'constructor';
  const isStart =
    (name !== undefined && STARTS.test(name)) ||
    decorators.some(
      (one) =>
        one.kind === 'call' &&
        /^(on_event|before_first_request)$/.test(lastOf(module.calls[one.call]!.callee)),
    );
  if (isStart) return waiting === undefined || waiting.isWaitedFor(module, within) ? 'start' : undefined;
  if (steps > 3) return undefined;
  for (const { module: caller, call, number } of callers.of(module, within)) {
    if (waiting !== undefined && !waiting.waits(caller, number)) continue;
    const when = whenItRuns(callers, caller, call.within, waiting, steps + 1);
    if (when !== undefined && !BY_HAND.test(caller.file)) return when === 'import' ? 'start' : when;
  }
  return undefined;
}

/** `if __name__ == "__main__"`: what somebody runs by hand. */
function isProgram(module: SourceModule): boolean {
  return module.branches.some(
    ({ test }) => test.kind === 'compare' && test.left.kind === 'name' && test.left.name === '__name__',
  );
}
