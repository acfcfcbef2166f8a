import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { folderOf } from '../../files/paths.ts';
import { fact, linkTo, openList, type Plain, placeIn, type RepositoryFact } from '../fact.ts';
import type { Command, OpenCommand } from './command.ts';
import type { Followed } from './commands.ts';
import { deployPlain } from './deployment-facts.ts';
import { Settings } from './deployments.ts';
import { stageIn } from './environment-names.ts';
import type { FollowedPipeline } from './followed.ts';
import { asScript, isForShell } from './just-recipes.ts';
import { partsOf } from './make-runs.ts';
import type { Makefile, MakeTarget } from './makefile.ts';
import { versionOfScript } from './script-versions.ts';
import type { ScriptFiles, ScriptRun } from './scripts.ts';

interface DeployingScript {
  readonly run: ScriptRun;
  readonly deploying: readonly Command[];
  readonly checksRevision: boolean;
  readonly version: Plain;
}

/** The scripts of the repository that deploy, whoever calls them. */
export async function deployScripts(
  files: ScriptFiles,
  followed: Followed,
  pipelines: readonly FollowedPipeline[],
  unreadPipelines: readonly string[],
): Promise<{
  readonly commands: readonly Command[];
  readonly facts: (contextRead: ReadonlySet<string> | undefined) => readonly RepositoryFact[];
}> {
  const found: DeployingScript[] = [];
  for (const run of scriptsOf(files)) {
    const { commands, open: unfollowed } = await followed.ofScript(run, new Settings(), 'open');
    const open = commands.filter(isDeployment);
    if (open.length === 0 && unfollowed.length === 0) continue;
    const taken = (await followed.ofScript(run, new Settings(), 'taken')).commands.filter(isDeployment);
    const deploying = withDefaults(open, taken).filter(isOwn);
    if (deploying.length === 0) continue;
    found.push({
      run,
      deploying,
      checksRevision: commands.some(asksForChanges),
      version: versionOfScript(run, commands, unfollowed),
    });
  }
  return {
    commands: found.flatMap(({ deploying }) => deploying),
    facts: (contextRead) => found.map((script) => factOf(script, contextRead, pipelines, unreadPipelines)),
  };
}

function isDeployment({ kind }: Command): boolean {
  return kind === 'deploy';
}

/** What commands deploy where whoever calls their script says nothing: that is told, and that it may be another. */
function withDefaults(open: readonly Command[], taken: readonly Command[]): readonly Command[] {
  const byLine = (commands: readonly Command[]) =>
    Map.groupBy(commands, ({ file, line }) => `${file}:${line}`);
  const held = byLine(taken);
  const all = byLine(open);
  const asDefault = (command: Command): Command => ({
    ...command,
    deploys: { ...command.deploys!, isDefault: true },
  });
  return [
    ...[...all].flatMap(([line, commands]) =>
      commands.map((command, index) => {
        const same = held.get(line)?.[index];
        const isTold = same?.deploys?.open === undefined && (same?.deploys?.claims.length ?? 0) > 0;
        return command.deploys?.open !== undefined && isTold ? asDefault(same!) : command;
      }),
    ),
    // What is run by default alone.
    ...[...held].flatMap(([line, commands]) => (all.has(line) ? [] : commands.map(asDefault))),
  ];
}

/** What a script only hands on to another one is told there, unless its own name says which environment. */
function isOwn({ through, names }: Command): boolean {
  const [outer, ...inner] = through;
  if (inner.length === 0) return true;
  const stage = stageIn(outer!);
  return stage !== undefined && inner.every((name) => stageIn(name) === undefined) && names.length > 0;
}

function asksForChanges({ words }: Command): boolean {
  if (words[0] !== 'git') return false;
  const said = words.join(' ');
  return /\bstatus\b.*(--porcelain|-s\b|--short)|\bdiff\b.*(--quiet|--exit-code)|\bdiff-index\b|\bupdate-index\b/.test(
    said,
  );
}

function scriptsOf({ texts, makefiles, justfiles, packages }: ScriptFiles): readonly ScriptRun[] {
  const bare = { errexit: false, pipefail: false };
  const common = { arguments: [], variables: new Map<string, string>() };
  return [
    ...[...texts].map(
      ([file, text]): ScriptRun => ({
        ...common,
        file,
        called: file,
        name: file.slice(file.lastIndexOf('/') + 1),
        parts: [{ text, line: 1 }],
        shell: { ...bare, errexit: /^#!.*\s-\w*e/.test(text) },
        folder: '.',
        isFile: true,
      }),
    ),
    ...targetsOf(makefiles),
    ...[...justfiles].flatMap(([file, justfile]) =>
      [...justfile.recipes.values()].filter(isForShell).map((recipe) => asScript(recipe, file, justfile)),
    ),
    ...[...packages].flatMap(([file, { scripts }]) =>
      [...scripts].map(
        ([name, { command, line }]): ScriptRun => ({
          ...common,
          file,
          called: `npm run ${name}`,
          name,
          parts: [{ text: command, line }],
          shell: bare,
          folder: folderOf(file),
          isFile: false,
        }),
      ),
    ),
  ];
}

/** A target by itself, with the makefile that has it and where that lies. */
export interface TargetRun extends ScriptRun {
  readonly target: MakeTarget;
  readonly makefile: Makefile;
  readonly at: string;
}

/** The targets of all makefiles. What others include is run by way of them, with what they set. */
export function targetsOf(makefiles: ScriptFiles['makefiles']): readonly TargetRun[] {
  const included = new Set([...makefiles.values()].flatMap((one) => [...one.included]));
  const found = new Map<string, TargetRun>();
  for (const [at, makefile] of makefiles)
    for (const target of included.has(at) ? [] : makefile.targets.values()) {
      const { name, recipe, file = at } = target;
      if (!found.has(`${file} ${name}`))
        found.set(`${file} ${name}`, {
          target,
          makefile,
          at,
          file,
          called: `make ${name}`,
          name,
          parts: partsOf(recipe, makefile),
          shell: makefile.shell,
          folder: folderOf(at),
          arguments: [],
          variables: new Map(),
          isFile: false,
        });
    }
  return [...found.values()];
}

function factOf(
  { run, deploying, checksRevision, version }: DeployingScript,
  contextRead: ReadonlySet<string> | undefined,
  pipelines: readonly FollowedPipeline[],
  unreadPipelines: readonly string[],
): RepositoryFact {
  const at = placeIn(run.file, run.parts[0]?.line ?? 1);
  const address = run.isFile ? run.file : `${run.file} ${run.called}`;
  const lines = new Set(deploying.map(({ file, line }) => `${file}:${line}`));
  const callers = pipelines.flatMap(({ pipeline, jobs }) =>
    jobs.flatMap(({ job, steps }) =>
      pipeline.disabled !== undefined || job.neverRuns !== undefined
        ? []
        : steps
            .filter(
              ({ step, commands }) =>
                step.neverRuns === undefined &&
                commands.some(
                  ({ file, line, through }) =>
                    lines.has(`${file}:${line}`) && through.some((called) => isCallOf(called, run)),
                ),
            )
            .map(() => linkTo('Repository::Job', `${pipeline.file} ${job.id}`, job.at)),
    ),
  );
  const open = callersUnseen(pipelines, unreadPipelines);
  return fact({
    type: 'Repository::DeployScript',
    address,
    at,
    properties: {
      path: run.file,
      name: run.called,
      deploys: deploying.map((command) => deployPlain(command, { said: [] }, contextRead)),
      ...(checksRevision ? { checksRevision } : {}),
      ...(version === undefined ? {} : { version }),
      calledBy:
        open === undefined
          ? callers
          : openList(
              callers,
              unknown('not-collected', open.decidedBy, inCode(placeIn(open.file, open.line))),
            ),
    },
  });
}

/** Several scripts may lead to one command in the end: which of them was called is told on the way. */
function isCallOf(called: string, run: ScriptRun): boolean {
  return called === run.called || (!run.isFile && called.endsWith(` ${run.name}`));
}

/** What else may call scripts, and could not be followed. */
function callersUnseen(
  pipelines: readonly FollowedPipeline[],
  unreadPipelines: readonly string[],
): OpenCommand | undefined {
  const [file] = unreadPipelines;
  if (file !== undefined) return { decidedBy: `making ${file} readable`, file, line: 1 };
  return pipelines
    .flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap(({ open }) => open)))
    .find(({ ofOthers, deploysNothing }) => ofOthers !== true && deploysNothing !== true);
}
