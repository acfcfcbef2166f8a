import { posix } from 'node:path';
import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { fact, openList, placeIn, type RepositoryFact } from '../fact.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { Command } from './command.ts';
import {
  type FollowedJob,
  type FollowedPipeline,
  type FollowedStep,
  jobAddress,
  neverRunsOf,
} from './followed.ts';
import { type BuildAt, isPublished } from './published-sites.ts';

/** The builds of sites that a pipeline runs, with the variables that are set for them and what becomes of them. */
export async function siteBuildSteps(
  followed: FollowedPipeline,
  source: SourceOfFiles,
): Promise<readonly RepositoryFact[]> {
  const builds = followed.jobs.flatMap((own) =>
    own.steps.flatMap((step, index) =>
      neverRunsOf(followed.pipeline, own.job, step) === undefined
        ? step.commands.flatMap((command): BuildAt[] => {
            const { folder } = command.site ?? {};
            return folder === undefined
              ? []
              : [{ followed, own, index, command, folder: folder === '' ? '.' : folder }];
          })
        : [],
    ),
  );
  return Promise.all(builds.map((build) => buildFact(build, source)));
}

async function buildFact(build: BuildAt, source: SourceOfFiles): Promise<RepositoryFact> {
  const { followed, own, command, folder } = build;
  const at = placeIn(command.file, command.line);
  const { names, open } = await setFor(build, source);
  const publishes = await isPublished(build, source);
  const dark = (why: string) => unknown('not-collected', why, inCode(at));
  return fact({
    type: 'Repository::SiteBuildStep',
    address: `${jobAddress(followed.pipeline, own.job.id)}: ${folder}`,
    at,
    properties: {
      path: folder,
      sets: open === undefined ? names : openList(names, dark(open)),
      publishes: typeof publishes === 'string' ? dark(publishes) : publishes || undefined,
    },
  });
}

interface Names {
  readonly names: readonly string[];
  /** What may set more. */
  readonly open?: string | undefined;
}

async function setFor(
  { followed, own, index, command, folder }: BuildAt,
  source: SourceOfFiles,
): Promise<Names> {
  const last = own.steps[index]!;
  const before = [
    ...own.steps.slice(0, index),
    { ...last, commands: last.commands.slice(0, last.commands.indexOf(command)) },
  ];
  const all: readonly Names[] = [
    { names: command.site!.sets, open: command.site!.open },
    await setByFiles(folder, source),
    await setByShell(before, command.file, source),
    ...before.flatMap((one) => one.commands.map((each) => setByCommand(each, folder))),
  ];
  return {
    names: [...new Set(all.flatMap(({ names }) => names))],
    open: all.flatMap(({ open }) => open ?? [])[0] ?? openBefore(followed, own, before),
  };
}

const ASSIGNED =
  /(?:^|[\s"'`\\n])((?:VITE|NEXT_PUBLIC|REACT_APP|VUE_APP|GATSBY|PUBLIC)_\w+)=(?=["']?[^\s"'])/g;

function assignedIn(text: string): readonly string[] {
  return [...text.matchAll(ASSIGNED)].map(([, name]) => name!);
}

/** What the files say that bundlers read beside a site; one that is there for people to copy says nothing. */
async function setByFiles(folder: string, source: SourceOfFiles): Promise<Names> {
  const names: string[] = [];
  const start = folder === '.' ? '' : `${folder}/`;
  for (const file of source.paths) {
    const name = file.startsWith(start) ? file.slice(start.length) : '';
    const isSettings = SETTINGS.test(name);
    if (OF_ANOTHER_MODE.test(name)) return { names, open: `whether the build is told to take ${file}` };
    if (!isSettings && !ENV_FILE.test(name)) continue;
    const read = await source.text(file);
    if (read.kind !== 'text' || (isSettings && DEFINES.test(read.text)))
      return { names, open: `what ${file} sets` };
    if (!isSettings) names.push(...[...read.text.matchAll(LINE)].map(([, one]) => one!));
  }
  return { names };
}

/** A line that is no comment. */
const LINE =
  /^\s*(?:export\s+)?((?:VITE|NEXT_PUBLIC|REACT_APP|VUE_APP|GATSBY|PUBLIC)_\w+)=(?=["']?[^\s"'])/gm;
/** What bundlers take without being told to; they build for production. */
const ENV_FILE = /^\.env(?:\.production)?(?:\.local)?$/;
const OF_ANOTHER_MODE =
  /^\.env\.(?!example|sample|template|dist|test|dev|tpl|production(?:\.local)?$|local$)[\w.-]+$/;
const SETTINGS = /^(?:(?:vite|next|astro|vue|craco|webpack|gatsby)[.-]config|config-overrides)\.[cm]?[jt]s$/;
const DEFINES =
  /\bdefine\b(?!Config)|envDir|envPrefix|\benv\s*:|dotenv|DefinePlugin|EnvironmentPlugin|process\.env\b/;
const WRITES_ENV = /(?:^|[\s/"'=])\.env(?:\.[\w.-]+)?(?:[\s"']|$)|GITHUB_ENV/;

/** Code may write anything. */
const IS_CODE = /^(?:node|tsx|ts-node|python3?|deno|bun|ruby|php|perl)\s+(?!--?(?:version|check|v)\b)/;

/** What a shell sets as a whole was not read: `export $(cat settings)`, `source .env.live`. */
const SETS_WHOLE =
  /\bexport\s+["']?[$`]|(?:^|[\s;&|])(?:\.|source)\s+\S|\bset\s+-(?:a\b|o\s+allexport)|\beval\s/m;

/** Where a shell may set what is not written there: in the steps themselves, or in the scripts that they run. */
async function setByShell(
  before: readonly FollowedStep[],
  own: string,
  source: SourceOfFiles,
): Promise<Names> {
  const scripts = new Set([own, ...before.flatMap(({ commands }) => commands.map(({ file }) => file))]);
  for (const { step } of before)
    if (SETS_WHOLE.test(step.run?.text ?? ''))
      return { names: [], open: `what ${step.name ?? `the step at line ${step.at.line}`} sets` };
  for (const file of scripts) {
    const read = /\.(sh|bash)$|(^|\/)[\w-]+$/.test(file) ? await source.text(file) : undefined;
    if (read?.kind === 'text' && SETS_WHOLE.test(read.text)) return { names: [], open: `what ${file} sets` };
  }
  return { names: [] };
}

/** What a command writes where a bundler looks, or where the steps after it find it set. */
function setByCommand({ kind, text, words, output }: Command, folder: string): Names {
  const whole = [text, ...words, output ?? ''].join(' ');
  const isCode = kind === 'other' && IS_CODE.test(words.join(' '));
  if (!isCode && !WRITES_ENV.test(whole)) return { names: [] };
  const names = isWrittenElsewhere(whole, folder) ? [] : assignedIn(whole);
  return names.length > 0 ? { names } : { names, open: `what ${text.slice(0, 60)} sets` };
}

/** `> admin/.env` for a site in another folder; one without a folder is told by where the command runs. */
function isWrittenElsewhere(text: string, folder: string): boolean {
  const into = /([\w.-]+)\/\.env/.exec(text)?.[1];
  return into !== undefined && !/^\.\.?$/.test(into) && into !== posix.basename(folder);
}

/** What may set more before a site is built: the host itself, its machine, actions of others, what was not followed. */
function openBefore(
  { pipeline }: FollowedPipeline,
  { job }: FollowedJob,
  before: readonly FollowedStep[],
): string | undefined {
  if (pipeline.system !== 'github-actions') return `the variables that ${pipeline.system} is set up with`;
  if (job.image !== undefined || !/^(ubuntu|macos|windows)-[\w.-]+$/.test(job.runsOn ?? ''))
    return `what is set on the machine of ${job.id}`;
  for (const { step, open } of before) {
    if (step.uses !== undefined && !SETS_NOTHING.test(step.uses)) return `what ${step.uses} sets`;
    const [first] = open;
    if (first !== undefined) return first.decidedBy;
  }
  return undefined;
}

/** Actions that bring code, tools and credentials of a cloud, and no variables of a site. */
const SETS_NOTHING =
  /^(actions\/(checkout|setup-\w+|cache|upload-artifact)|aws-actions\/(configure-aws-credentials|amazon-ecr-login)|pnpm\/action-setup|oven-sh\/setup-bun|hashicorp\/setup-terraform)@/;
