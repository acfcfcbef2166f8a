import { type Callers, lastOf } from '../changes/origins.ts';
import { branchesAround } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import { type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { callsTold, inOrder } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';

/** What asks a service for something that is there or made elsewhere: whether it exists, that it be made, that it be changed. */
const NEEDLESS =
  /^(head_bucket|headBucket|HeadBucketCommand|create_bucket|createBucket|CreateBucketCommand|create_table|createTable|CreateTableCommand|describe_table|describeTable|DescribeTableCommand|list_buckets|listBuckets|ListBucketsCommand|list_tables|listTables|ListTablesCommand|create_queue|createQueue|CreateQueueCommand|create_topic|createTopic|CreateTopicCommand)$/;
/** Changes of the schema that code makes when it starts. */
const MIGRATES =
  /(^|\.)(metadata\.create_all|create_all|command\.upgrade|sequelize\.sync|\w*[dD]b\.sync|migrate\.latest|runMigrations|umzug\.up|createCollection)$/;
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
  const told = inOrder(
    callsTold(program, module, 'written', mayBeNeedless),
    callsTold(program, module, 'name', mayBeNeedless),
  );
  for (const { call } of told) {
    const name = lastOf(call.callee) || (call.path?.split('.').at(-1) ?? '');
    const path = call.path ?? name;
    const isMigration = MIGRATES.test(path) && branchesAround(module, call.at, undefined).length === 0;
    if (!NEEDLESS.test(name) && !isMigration) continue;
    const when = whenItRuns(program, callers, module, call.within);
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

function mayBeNeedless(written: string): true | undefined {
  return MIGRATES.test(written) || NEEDLESS.test(written.slice(written.lastIndexOf('.') + 1)) || undefined;
}

function whenItRuns(
  program: Program,
  callers: Callers,
  module: SourceModule,
  within: number,
  steps = 0,
): 'import' | 'constructor' | 'start' | undefined {
  if (within === TOP) return isProgram(module) ? undefined : 'import';
  const { name, class: own } = module.functions[within]!;
  if (own !== undefined && /^(constructor|__init__)$/.test(name ?? '')) return 'constructor';
  if (name !== undefined && STARTS.test(name)) return 'start';
  const { decorators } = module.functions[within]!;
  if (
    decorators.some(
      (one) =>
        one.kind === 'call' &&
        /^(on_event|before_first_request)$/.test(lastOf(module.calls[one.call]!.callee)),
    )
  )
    return 'start';
  if (steps > 3) return undefined;
  for (const { module: caller, call } of callers.of(module, within)) {
    const when = whenItRuns(program, callers, caller, call.within, steps + 1);
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
