import type { Atom } from '../../model/condition.ts';
import { mapAtoms, mapReferences } from '../../model/mapped-value.ts';
import type { NotSeen, ResourceNode } from '../../model/resource.ts';
import type { ObjectValue } from '../../model/value.ts';
import { onceFor } from '../../once-for.ts';
import { Endless } from '../cdk/source/evaluate/execution.ts';
import { interpret } from '../cdk/source/evaluate/interpret.ts';
import { type Program, readProgram } from '../cdk/source/evaluate/program.ts';
import type { Services } from '../collected.ts';
import { folderOf } from '../files/paths.ts';
import { otherTools, SST } from '../other-tools.ts';
import type { Entry } from '../repository/joins/construct-entry.ts';
import { handlersNamed, withCodeOfFunctions } from '../repository/joins/function-code.ts';
import type { SourceOfFiles } from '../repository/reader.ts';
import { member, readStructured, textOf } from '../repository/structured-text.ts';
import { Application } from './application.ts';
import { StackPlatform } from './stack-platform.ts';
import { ACCOUNT } from './values.ts';

/**
 * The functions of the applications of SST and what calls them, each function with what its code does; nothing where the
 * repository has no such application. Programs are followed as far as what they say leads, and never run.
 */
export async function applicationsOf(source: SourceOfFiles): Promise<Services | undefined> {
  const applications = await readApplications(source);
  if (applications.length === 0) return undefined;
  const resources = applications.flatMap((one) => one.nodes.map((node) => namedApart(node, one)));
  const joined = await withCodeOfFunctions({ resources, facts: [] }, () => source);
  return {
    tools: [SST],
    resources: joined.resources.map((node) => ({ ...node, foreign: true })),
    notSeen: applications.flatMap(({ unseen, file, beside }): readonly NotSeen[] =>
      beside.size === 0
        ? unseen
        : [
            {
              what: file,
              why: 'functions and what calls them are read of it, and what it makes beside them is not',
              decidedBy: ACCOUNT,
              decidesMore: true,
              holds: [...beside].sort(),
            },
            ...unseen,
          ],
    ),
    files: { partly: [], skipped: [] },
  };
}

/** What the applications of SST name as handlers. */
export async function handlersOfApplications(source: SourceOfFiles): Promise<readonly Entry[]> {
  const resources = (await readApplications(source)).flatMap(({ nodes }) => nodes);
  return handlersNamed({ resources, facts: [] });
}

/** Whether applications are the only places of routes that SST deploys, and all of their functions and events are told. */
export async function tellsAllRoutesOfApplications(source: SourceOfFiles): Promise<boolean> {
  const applications = await readApplications(source);
  return applications.every(({ unseen }) =>
    unseen.every(({ holds, lacks }) => (holds ?? lacks) !== undefined),
  );
}

const readApplications = onceFor(read);

async function read(source: SourceOfFiles): Promise<readonly Application[]> {
  const files = otherTools(source.paths).find(({ name }) => name === SST)?.files ?? [];
  return Promise.all(files.map((file) => readApplication(file, source)));
}

async function readApplication(file: string, source: SourceOfFiles): Promise<Application> {
  const application = new Application(file, folderOf(file), source);
  const start = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const whole = () => application.miss(file, start);
  if (!/\.[cm]?[jt]s$/.test(file)) {
    whole();
    return application;
  }
  const command = file.slice(file.lastIndexOf('/') + 1);
  const program = await readProgram(source, { folder: application.folder, command });
  const platform = new StackPlatform(application);
  const isFollowed = follow(program, platform);
  const broken = [...program.files.values()].flatMap(({ problems }) => problems);
  if (!platform.isConfigured || !isFollowed || broken.length > 0) {
    // Of a program that is not followed to its end nothing is certain, not even what it has made so far. What a place says that
    // cannot be parsed may change any of it.
    application.nodes.length = 0;
    whole();
  }
  for (const place of broken) application.miss('broken syntax', place);
  for (const { file: skipped } of program.skipped) application.miss(skipped, { ...start, file: skipped });
  for (const { from, module } of program.missing)
    application.miss(`${module}, which is not here`, { ...start, file: from });
  for (const own of await packagesOf(source))
    for (const name of program.packages)
      if (name === own || name.startsWith(`${own}/`)) application.miss(`the package ${name}`, start);
  return application;
}

/** The names of the packages of the repository itself: what they make needs no import of SST. */
const packagesOf = onceFor(async (source: SourceOfFiles): Promise<readonly string[]> => {
  const files = source.paths.filter((path) => /(^|\/)package\.json$/.test(path));
  const names = await Promise.all(
    files.map(async (file) => {
      const read = await source.text(file);
      const [settings] = read.kind === 'text' ? readStructured(file, read.text).documents : [];
      return textOf(member(settings, 'name'));
    }),
  );
  return names.filter((name) => name !== undefined);
});

/** Whether the program could be followed to its end. */
function follow(program: Program, platform: StackPlatform): boolean {
  try {
    const by = interpret(program, platform);
    for (const entry of program.entries)
      platform.begin(by.modules.get(entry)?.names.get('export default')?.value, by);
    return true;
  } catch (error) {
    if (error instanceof Endless || error instanceof RangeError) return false;
    throw error;
  }
}

/** The same node with conditions of its own application, which the account decides. */
function namedApart(node: ResourceNode, { file }: Application): ResourceNode {
  const atom = (open: Atom): Atom => ({ ...open, id: `${file}: ${open.id}`, decidedBy: ACCOUNT });
  return {
    ...node,
    exists: mapAtoms(node.exists, atom),
    properties: mapReferences(node.properties, (same) => same, atom) as ObjectValue,
  };
}
