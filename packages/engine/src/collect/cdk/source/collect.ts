import { identityOf } from '../../../knowledge/identities/index.ts';
import { SYNTHESIZE } from '../../../knowledge/synthesis.ts';
import { inCode, type Location, type Origin } from '../../../model/origin.ts';
import type { NotSeen, ResourceNode } from '../../../model/resource.ts';
import { known, type ObjectValue, objectOf, unknown, type Value } from '../../../model/value.ts';
import type { CollectedRoot, Environment, RootCandidate } from '../../collected.ts';
import type { Repository } from '../../files/repository.ts';
import { type CdkApp, homeOf } from '../apps.ts';
import { cloudFormationProperties, cloudFormationType } from './constructs/l1.ts';
import { NEWEST, OLDEST } from './constructs/left-out.generated.ts';
import { addLeftOut } from './constructs/left-out.ts';
import { type Given, membersOf, type Row } from './constructs/row.ts';
import { ROWS } from './constructs/rows.ts';
import { contextOf } from './context.ts';
import type { Construct } from './evaluate/construct.ts';
import { Endless, type Execution } from './evaluate/execution.ts';
import { interpret } from './evaluate/interpret.ts';
import { Library } from './evaluate/library.ts';
import { type Program, readProgram } from './evaluate/program.ts';
import { originOf, shownBySynthesis } from './evaluate/run.ts';
import { type HiddenTypes, hiddenTypes } from './hidden-types.ts';
import { versionBeside } from './library-version.ts';
import { unseenFunctions } from './own-functions.ts';
import { languageOf, packagedFrom } from './packaged.ts';
import { protectionOf } from './protection.ts';

/** Reads a CDK application from its source: what its constructs literally say, and nothing that they do by themselves. */
export async function collectSource(
  repository: Repository,
  candidate: RootCandidate,
  app: CdkApp,
  environment: Environment,
): Promise<CollectedRoot> {
  const program = await readProgram(repository, app);
  const library = new Library(contextOf(app, environment), addressOf);
  // What a place says that cannot be parsed may change anything that the rest makes.
  const broken = [...program.files.values()].flatMap((file) => file.problems)[0];
  if (broken !== undefined) library.changeAll(broken, `what the broken syntax at ${placeIn(broken)} means`);
  const by = follow(program, library);
  const stopped = by === undefined;
  const start: Location = { file: app.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  // Of an application that is not followed to its end nothing is certain, not even what it has made so far.
  const constructs = stopped ? [] : library.constructs.filter((one) => !isContainer(one));
  const isFollowed = library.isFollowed && program.skipped.length === 0;
  const tellsLeftOut = isFollowed && (await versionBeside(repository, app, OLDEST, NEWEST)) === undefined;
  const resources = constructs.map((one) => resourceOf(one, { library, app, tellsLeftOut }));
  const unmapped = new Map<string, number>();
  for (const { type } of resources)
    if (!type.startsWith('AWS::')) unmapped.set(type, (unmapped.get(type) ?? 0) + 1);
  return {
    root: candidate,
    resources,
    notSeen: narrowed(
      notSeen(program, library, app, stopped, start),
      await hiddenTypes(repository, app, program),
      () => by !== undefined && unseenFunctions(program, library, by) === undefined,
    ),
    facts: [protectionOf(program, library, { environment, stopped, start })],
    files: {
      read: [...(app.problem === undefined ? [app.file] : []), ...program.files.keys()].sort(),
      partly: [...program.files.values()].flatMap((file) =>
        file.problems.map((at) => ({
          file: file.file,
          line: at.line,
          why: 'a place that is not valid syntax',
        })),
      ),
      skipped: program.skipped,
    },
    unmapped,
    unmappedArguments: new Map(),
    environment: environmentValue(environment, start),
    origin: inCode(start),
    home: homeOf(app),
  };
}

function placeIn({ file, line }: Location): string {
  return `${file}:${line}`;
}

/** How the program was followed to its end; nothing where that was too much. */
function follow(program: Program, library: Library): Execution | undefined {
  try {
    return interpret(program, library);
  } catch (error) {
    if (error instanceof Endless || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Constructs that are no resource themselves: they hold others, or are part of another. */
const CONTAINERS = new Set([
  '.App',
  '.Stack',
  '.Stage',
  '.NestedStack',
  'constructs.Construct',
  '.Construct',
  '.CfnOutput',
  '.CfnParameter',
  '.CfnCondition',
  '.CfnMapping',
  '.CfnRule',
  'aws-ecr-assets.DockerImageAsset',
  'aws-s3-assets.Asset',
]);

/** The states of a state machine are written into its definition; `StateMachine` and `Activity` are resources. */
const STATE =
  /^aws-stepfunctions(?:-tasks\.\w+|\.(?:Pass|Choice|Wait|Succeed|Fail|Parallel|Map|DistributedMap|CustomState))$/;

function isContainer({ module, name }: Construct): boolean {
  const of = `${module}.${name}`;
  return CONTAINERS.has(of) || STATE.test(of);
}

/** The resource of a class of the library stands below it; a `Cfn…` construct is its own. */
function addressOf(path: string, module: string, name: string): string {
  const row = ROWS[`${module}.${name}`];
  return row === undefined ? path : `${path}/${row.child ?? 'Resource'}`;
}

/** What happens to a resource that goes: by `removalPolicy`, by what its class does without, or by what is applied to it later. */
function policiesOf(path: string, origin: Origin): ObjectValue {
  const policy = (name: string) =>
    shownBySynthesis('unsupported-construct', `the ${name} of ${path}`, origin);
  return objectOf(
    { DeletionPolicy: policy('DeletionPolicy'), UpdateReplacePolicy: policy('UpdateReplacePolicy') },
    origin,
  );
}

/** What is no property: what becomes of it when it goes, what a function is packaged from and which language runs it. */
function metaOf(construct: Construct, app: CdkApp, isAsMade: boolean, origin: Origin): ObjectValue {
  const policies = policiesOf(construct.path, origin);
  if (!isAsMade) return policies;
  const members = new Map(policies.members);
  const [packaged, language] = [packagedFrom(construct, app.folder), languageOf(construct)];
  if (packaged !== undefined) members.set('Packaged', packaged);
  if (language !== undefined) members.set('Language', language);
  return { ...policies, members };
}

/** What the row of a class tells of a resource, and what the class is known to leave out. */
function ofRow(row: Row, construct: Construct, props: Given, tellsLeftOut: boolean): Map<string, Value> {
  const members = membersOf(row, construct, props);
  if (tellsLeftOut) addLeftOut(members, `${construct.module}.${construct.name}`, props);
  return members;
}

interface Around {
  readonly library: Library;
  readonly app: CdkApp;
  /** Nothing that was not read had a hand in the constructs, and what their version of the library leaves out is known. */
  readonly tellsLeftOut: boolean;
}

function resourceOf(construct: Construct, { library, app, tellsLeftOut }: Around): ResourceNode {
  const { module, name, at, path } = construct;
  const row = ROWS[`${module}.${name}`];
  const type =
    row?.type ??
    cloudFormationType(module, name) ??
    `aws-cdk-lib/${module === '' ? name : `${module}.${name}`}`;
  const origin = inCode({ ...at, what: path });
  const more = shownBySynthesis('unsupported-construct', `what ${name} does by itself`, origin);
  const changed = library.changeOf(construct);
  const { props } = construct;
  const identity = identityOf(type);
  const properties: ObjectValue =
    changed !== undefined
      ? objectOf(
          new Map(),
          origin,
          shownBySynthesis('unsupported-construct', changed.what, inCode(changed.at)),
        )
      : props === undefined
        ? objectOf(new Map(), origin, more)
        : props.kind !== 'object'
          ? objectOf(
              new Map(),
              origin,
              shownBySynthesis('unresolved-expression', `the properties of ${path}`, originOf(props)),
            )
          : row !== undefined
            ? objectOf(ofRow(row, construct, props, tellsLeftOut), originOf(props), more)
            : { ...cloudFormationProperties(module, props), open: more };
  return {
    type,
    address: construct.address,
    exists: construct.exists,
    properties,
    meta: metaOf(construct, app, changed === undefined, origin),
    origin,
    ...(identity === undefined ? {} : { identity }),
    sourceType: `aws-cdk-lib/${module}.${name}`,
  };
}

/** Absence is no fact of an application that nobody synthesized. */
function notSeen(
  program: Program,
  library: Library,
  app: CdkApp,
  stopped: boolean,
  start: Location,
): NotSeen[] {
  const whose = app.folder === '.' ? '' : ` of ${app.folder}`;
  const places: NotSeen[] = [
    {
      what: `what the constructs${whose} make by default`,
      why: 'only synthesis shows it',
      decidedBy: SYNTHESIZE,
      decidesMore: true,
      origin: inCode(start),
    },
  ];
  const beyond = (what: string, why: string, decidedBy: string, at: Location) =>
    places.push({
      what,
      why,
      decidedBy,
      decidesMore: decidedBy === SYNTHESIZE,
      origin: inCode(at),
      beyond: true,
    });
  if (app.problem !== undefined) beyond(app.file, app.problem, `mending ${app.file}`, start);
  if (program.entries.length === 0)
    beyond(`the app${whose}`, `${app.file} names no file that is here and makes an app`, SYNTHESIZE, start);
  if (stopped)
    beyond(`the app${whose}`, 'it does more than is followed without running it', SYNTHESIZE, start);
  if (library.versionOne !== undefined)
    beyond(`the app${whose}`, 'version 1 of the CDK library is not read', SYNTHESIZE, library.versionOne);
  else if (program.entries.length > 0 && !stopped && library.constructs.every(isContainer))
    beyond(`the app${whose}`, 'no construct was found by following it', SYNTHESIZE, start);
  for (const { module, at } of library.packages.values())
    beyond(`the package ${module}`, 'constructs of packages are not read', SYNTHESIZE, at);
  for (const { at, why } of library.unfollowed) beyond(`${at.file}:${at.line}`, why, SYNTHESIZE, at);
  for (const { file, why } of program.skipped) beyond(file, why, `making ${file} readable`, start);
  return places;
}

const FUNCTION = 'AWS::Lambda::Function';

/** What constructs make by default is of the types that their library makes for them, as far as nothing else was met. */
function narrowed(
  [made, ...beyond]: readonly NotSeen[],
  hidden: HiddenTypes,
  sawOwnFunctions: () => boolean,
): NotSeen[] {
  if (made === undefined || beyond.length > 0) return [...(made === undefined ? [] : [made]), ...beyond];
  return 'types' in hidden
    ? [{ ...made, holds: hidden.types, ...(sawOwnFunctions() ? { helpersOnly: [FUNCTION] } : {}) }]
    : [{ ...made, why: `${made.why}, and it may be of any type: ${hidden.why}` }];
}

function environmentValue(environment: Environment, start: Location): Value {
  const origin = inCode({ ...start, what: `environment (${environment.because})` });
  if (environment.name !== undefined) return known(environment.name, origin);
  // A name may be computed anywhere in the source, so that none was found says nothing.
  const decidedBy = environment.known.length === 0 ? SYNTHESIZE : 'the environment (--env)';
  return unknown('input-without-value', decidedBy, origin, 'environment');
}
