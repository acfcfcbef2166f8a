import type { RepositoryFact } from '../fact.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { actionCommand } from './action-steps.ts';
import { azurePipelines, isAzureFile } from './azure-pipelines.ts';
import { bitbucketPipelines, isBitbucketFile } from './bitbucket.ts';
import { Checkouts } from './checkouts.ts';
import { circlePipelines, isCircleFile } from './circleci.ts';
import { buildspecs, isBuildspec } from './codebuild.ts';
import type { Command, OpenCommand } from './command.ts';
import { Followed } from './commands.ts';
import { deployScripts } from './deploy-scripts.ts';
import { Settings } from './deployments.ts';
import { factsOfPipeline } from './facts.ts';
import { filesThere } from './files-there.ts';
import type { FollowedJob, FollowedPipeline, FollowedStep } from './followed.ts';
import { githubPipelines, isGithubFile } from './github-actions.ts';
import { gitlabPipelines, isGitlabFile } from './gitlab-ci.ts';
import { imageActionRuns } from './image-actions.ts';
import { isJenkinsfile, jenkinsPipelines } from './jenkinsfile.ts';
import { isJustfile, type Justfile, readJustfile } from './justfile.ts';
import { readMakefiles } from './makefiles.ts';
import { isNxProject, nxTargets } from './nx-projects.ts';
import type { Pipeline, PipelineFiles, PipelineJob, PipelineStep } from './pipeline.ts';
import { withReportGates } from './report-gates.ts';
import type { PackageScripts, ScriptFiles } from './scripts.ts';
import { siteBuildSteps } from './site-build-steps.ts';
import { OF_TERRAFORM } from './terraform-folders.ts';
import { testTargets } from './test-targets.ts';
import { STAND_IN, STARTS_STAND_IN } from './told-by-name.ts';
import { isTravisFile, travisPipelines } from './travis.ts';
import { isOfUnreadSystem, unreadPipelines } from './unread-systems.ts';

const DEPLOYS_TEMPLATE =
  /\bsam\s+(?:deploy|sync)\b|\bcloudformation\s+(?:deploy|create-stack|update-stack)\b/;

const PIPELINE = [
  'Repository::Workflow',
  'Repository::Job',
  'Repository::Step',
  'Repository::Deployment',
  'Repository::SiteBuildStep',
] as const;
const SCRIPTS = ['Repository::DeployScript', 'Repository::TestTarget'] as const;
const TYPES = [...PIPELINE, ...SCRIPTS] as const;

/** The systems of pipelines that are known. */
const SYSTEMS: readonly {
  readonly isFile: (path: string) => boolean;
  readonly read: (files: PipelineFiles, findings: Findings) => readonly Pipeline[];
}[] = [
  { isFile: isGithubFile, read: githubPipelines },
  { isFile: isGitlabFile, read: gitlabPipelines },
  { isFile: isBuildspec, read: buildspecs },
  { isFile: isCircleFile, read: circlePipelines },
  { isFile: isBitbucketFile, read: bitbucketPipelines },
  { isFile: isAzureFile, read: azurePipelines },
  { isFile: isJenkinsfile, read: jenkinsPipelines },
  { isFile: isTravisFile, read: travisPipelines },
  { isFile: isOfUnreadSystem, read: unreadPipelines },
];

/** Pipelines, and the scripts that they call or that deploy by themselves. */
export const pipelines: Reader = {
  name: 'pipelines',
  types: TYPES,
  // A script that runs tests is often named like one; one that nobody shall edit is run all the same.
  wants: (path, kind) =>
    (kind === 'other' || kind === 'source' || kind === 'test' || kind === 'generated') &&
    (isPipelineFile(path) || ARE_SCRIPTS.some((is) => is(path))),
  read: readPipelines,
};

function isPipelineFile(path: string): boolean {
  return SYSTEMS.some(({ isFile }) => isFile(path));
}

function isScript(path: string): boolean {
  return (
    /\.(sh|bash)$/.test(path) ||
    /(^|\/)(scripts?|bin|ci|\.ci|\.circleci|tools|hack|deploy|deployment)\/[\w-]+$/.test(path) ||
    /(^|\/)deploy$/.test(path)
  );
}

const ARE_SCRIPTS = [isScript, isMakefile, isJustfile, isPackage, isNxProject];

function isMakefile(path: string): boolean {
  return /(^|\/)(GNUmakefile|[Mm]akefile)$|\.mk$/.test(path);
}

function isPackage(path: string): boolean {
  return /(^|\/)package\.json$/.test(path);
}

async function readPipelines(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  const texts = new Map<string, string>();
  const scripts = new Map<string, string>();
  const rules = new Map<string, string>();
  const justfiles = new Map<string, Justfile>();
  const packages = new Map<string, PackageScripts>();
  const unread = new Set<string>();
  for (const file of files) {
    const got = await source.text(file);
    if (got.kind !== 'text') {
      unread.add(file);
      findings.skipped(file, got.why, isPipelineFile(file) ? PIPELINE : SCRIPTS);
      continue;
    }
    if (isPipelineFile(file)) texts.set(file, got.text);
    else if (isPackage(file) || isNxProject(file)) {
      const read = isPackage(file) ? packageScripts(file, got.text) : nxTargets(file, got.text);
      if (read === undefined) {
        unread.add(file);
        findings.unseen({
          what: file,
          why: 'its scripts cannot be read',
          decidedBy: 'mending it',
          holds: ['Repository::DeployScript'],
          file,
        });
      } else packages.set(file, read);
    } else if (isJustfile(file)) justfiles.set(file, readJustfile(got.text));
    else if (isMakefile(file)) rules.set(file, got.text);
    else if (/\.(sh|bash)$/.test(file) || got.text.startsWith('#!')) scripts.set(file, got.text);
  }
  const makefiles = await readMakefiles(rules, new Set([...unread].filter(isMakefile)), source, (file, why) =>
    findings.skipped(file, why, SCRIPTS),
  );
  const pipelineFiles: PipelineFiles = {
    texts,
    has: (path) => source.has(path),
    unread: (path) => (unread.has(path) ? `${path} cannot be read` : source.leftOut(path)),
  };
  const read = SYSTEMS.flatMap((system) => system.read(pipelineFiles, findings));
  const scriptFiles: ScriptFiles = { texts: scripts, makefiles, justfiles, packages, unread };
  const commands = [...packages.values()].flatMap((one) => [...one.scripts.values()]);
  const written = [
    ...[texts, scripts, rules].flatMap((some) => [...some.values()]),
    ...commands.map(({ command }) => command),
  ];
  const followed = new Followed(scriptFiles, source, await filesThere(source, written, unread));
  const done: FollowedPipeline[] = [];
  for (const pipeline of read) {
    const jobs: FollowedJob[] = [];
    for (const job of pipeline.jobs) jobs.push(await followJob(pipeline, job, followed, source));
    done.push({ pipeline, jobs, contextRead: undefined });
  }
  const own = await deployScripts(scriptFiles, followed, done, [...unread].filter(isPipelineFile));
  const ran = [
    ...done.flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands))),
    ...own.commands,
  ];
  const deployed = ran.flatMap(({ deploys }) => deploys ?? []);
  const deploysByCdk = deployed.some(({ context }) => context.length > 0);
  const contextRead = deploysByCdk ? await contextNames(source) : undefined;
  const withoutTerraform =
    !source.paths.some((path) => OF_TERRAFORM.test(path)) &&
    !deployed.some(({ state }) => typeof state === 'object' && state.isClosed === true);
  const withoutTemplates =
    !source.roots.some(({ kind }) => kind === 'cloudformation') &&
    !ran.some(({ text }) => DEPLOYS_TEMPLATE.test(text));
  const facts: readonly RepositoryFact[] = [
    ...done.flatMap((one) =>
      factsOfPipeline({ ...one, contextRead, withoutTerraform, withoutTemplates, others: done }),
    ),
    ...(await Promise.all(done.map((one) => siteBuildSteps(one, source)))).flat(),
    ...own.facts(contextRead),
    ...(await testTargets(scriptFiles, followed)),
  ];
  findings.add(...facts);
  return findings.found;
}

async function followJob(
  pipeline: Pipeline,
  job: PipelineJob,
  followed: Followed,
  source: SourceOfFiles,
): Promise<FollowedJob> {
  const settings = new Settings();
  settings.standIn = job.services?.some((image) => STAND_IN.test(image)) === true;
  const checkouts = new Checkouts();
  const steps: FollowedStep[] = [];
  let end:
    | { readonly folder: string | undefined; readonly variables: ReadonlyMap<string, string> }
    | undefined;
  for (const step of job.steps) {
    const commands: Command[] = [];
    const open: OpenCommand[] = [];
    const { file, line } = step.at;
    checkouts.heed(step);
    if (step.open !== undefined) {
      const harmless = step.deploysNothing === true ? { deploysNothing: true as const } : {};
      open.push({ decidedBy: step.open, ...harmless, file, line });
    }
    if (STARTS_STAND_IN.test(step.uses ?? '')) settings.standIn = true;
    if (step.uses !== undefined && step.open === undefined) {
      const made =
        step.image === undefined
          ? await actionCommand(step, followed, settings)
          : await imageActionRuns(step, step.image, followed, settings, source);
      commands.push(...made.commands);
      open.push(...made.open);
    }
    if (step.run !== undefined) {
      const goesOn = step.continues === true && end !== undefined;
      const ran = await followed.of({
        text: step.run.text,
        file: step.run.file,
        line: step.run.line,
        shell: step.shell,
        folder: goesOn ? end!.folder : checkouts.within(step.folder),
        ...(goesOn || step.openFolder === undefined ? {} : { openFolder: step.openFolder }),
        variables: goesOn ? new Map([...step.variables, ...end!.variables]) : step.variables,
        settings,
        called: namesOfStep(pipeline, job, step).join(' '),
        isMixed: checkouts.isMixed,
      });
      end = ran.end;
      commands.push(...ran.commands);
      open.push(...ran.open);
    }
    steps.push({ step, commands, open });
  }
  return { job, steps: await withReportGates(onceEach(steps), source) };
}

/** A step that a matrix runs several times is one, with all that it runs. */
function onceEach(steps: readonly FollowedStep[]): readonly FollowedStep[] {
  const placed = Map.groupBy(steps, ({ step }, index) => step.place ?? index);
  if (placed.size === steps.length) return steps;
  return [...placed.values()].map((same) => {
    const running = same.filter(({ step }) => step.neverRuns === undefined);
    const { step } = running[0] ?? same[0]!;
    const all = running.length > 0 ? running : same;
    return {
      step,
      commands: distinct(all.flatMap(({ commands }) => commands)),
      open: distinct(all.flatMap(({ open }) => open)),
    };
  });
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/**
 * What the commands of a step are called, for those that only print. Where each line of a job is a step, a job that does
 * something else besides is not what it is called because one line prints.
 */
function namesOfStep(
  { system }: Pipeline,
  { id, steps }: PipelineJob,
  { name }: PipelineStep,
): readonly string[] {
  if (system === 'github-actions') return name === undefined ? [] : [name];
  const own = steps.filter((one) => one.name === name);
  const isOne = own.length === 1 || own.every(({ run }) => run === undefined || PRINTS.test(run.text));
  return isOne ? [id, ...(name === undefined ? [] : [name])] : [];
}

const PRINTS = /^\s*(?:echo|printf|true|:|sleep|exit)\b[^;&|\n]*$/;

/** The scripts of a package; nothing where the file cannot be read. */
function packageScripts(file: string, text: string): PackageScripts | undefined {
  const { documents, problem } = readStructured(file, text);
  const [root] = documents;
  if (problem !== undefined || root === undefined) return undefined;
  const scripts = new Map(
    [...membersOf(member(root, 'scripts'))].flatMap(([name, value]) => {
      const command = textOf(value);
      return command === undefined ? [] : [[name, { command, line: value.origin.at.line }] as const];
    }),
  );
  return { name: textOf(member(root, 'name')), scripts };
}

const CONTEXT =
  /(?:try_?get_?context|tryGetContext|get_?context|getContext|getAllContext|get_all_context)\s*(?:\(\s*(['"`])([^'"`]*)\1)?/gi;

/** The names of settings that the app of the CDK reads; nothing where some of its code tells no name. */
async function contextNames(source: SourceOfFiles): Promise<ReadonlySet<string> | undefined> {
  const names = new Set<string>();
  for (const path of source.paths) {
    if (!/\.(?:[mc]?[jt]s|tsx|py|java|cs|go)$/.test(path) || source.kind(path) !== 'source') continue;
    const read = await source.text(path);
    if (read.kind !== 'text') return undefined;
    for (const match of read.text.matchAll(CONTEXT)) {
      if (match[2] === undefined) return undefined;
      names.add(match[2]);
    }
  }
  return names.size === 0 ? undefined : names;
}
