import { posix } from 'node:path';
import type { SourceOfFiles } from '../reader.ts';
import type { Command } from './command.ts';
import type { FollowedJob, FollowedPipeline } from './followed.ts';

const COPIES =
  /\b(s3 (sync|cp|mv)|s3cmd|s3-deploy|gh-pages|firebase deploy|wrangler|netlify|vercel|surge|rsync|rclone|azcopy)\b/;
const TAKES_ASSETS = /\b(cdk|sst|sls|serverless|terraform|tofu|pulumi)\b/;
/** The folders that bundlers write to. */
const OUTPUT = /(^|[\s/"'=])(dist|build|out)\b/;

/** A command of a step that builds a site in a folder. */
export interface BuildAt {
  readonly followed: FollowedPipeline;
  readonly own: FollowedJob;
  /** Of the step in its job. */
  readonly index: number;
  readonly command: Command;
  readonly folder: string;
}

/** Whether what a command builds is published later in its job, or what would tell. */
export async function isPublished(
  { followed: { pipeline, jobs }, own: { job, steps }, index, command, folder }: BuildAt,
  source: SourceOfFiles,
): Promise<boolean | string> {
  const own = steps[index]!.commands;
  const after = [
    ...own.slice(own.indexOf(command) + 1),
    ...steps.slice(index + 1).flatMap(({ step, commands }) => (step.neverRuns === undefined ? commands : [])),
  ];
  const copies = after.filter(({ text }) => COPIES.test(text) && OUTPUT.test(text));
  if (copies.some(({ text }) => !isOfAnother(text, folder))) return true;
  const deploys = after.filter((one) => one.kind === 'deploy' || one.deploys !== undefined);
  if (deploys.some(({ text }) => TAKES_ASSETS.test(text)) && (await isNamed(folder, source))) return true;
  const [deploy] = [...deploys, ...copies];
  if (deploy !== undefined) return `whether ${deploy.text} publishes what is built in ${folder}`;
  const [open] = steps.slice(index).flatMap((one) => one.open.filter((each) => each.deploysNothing !== true));
  if (open !== undefined) return open.decidedBy;
  // Jobs of GitHub begin with nothing of others but what these keep.
  const isHandedOn =
    pipeline.system !== 'github-actions' && jobs.some((one) => one.job.needs.includes(job.id));
  const isTaken = after.some(({ kind }) => kind === 'keep') || isHandedOn;
  return isTaken ? `what becomes of what ${job.id} builds` : false;
}

/** `aws s3 sync admin/dist` where another folder is built. */
function isOfAnother(text: string, folder: string): boolean {
  const of = /([\w.-]+)\/(?:dist|build|out)\b/.exec(text)?.[1];
  return of !== undefined && !/^\.\.?$/.test(of) && of !== posix.basename(folder);
}

/** Whether code of infrastructure names the folder that is built: `../site/dist`. */
async function isNamed(folder: string, source: SourceOfFiles): Promise<boolean> {
  const outputs = await outputsOf(folder, source);
  const written = outputs.map((path) => path.split('/').map(escaped).join('["\'`,\\s/]+'));
  const named = new RegExp(`["'\`/](${written.join('|')})["'\`/]`);
  for (const path of source.paths) {
    if (path.startsWith(`${folder}/`) || !/\.(ts|js|py|tf|ya?ml)$/.test(path) || source.kind(path) === 'test')
      continue;
    const read = await source.text(path);
    if (read.kind === 'text' && PUBLISHES.test(read.text) && named.test(read.text)) return true;
  }
  return false;
}

/** What infrastructure puts files where people fetch them with. */
const PUBLISHES =
  /BucketDeployment|Source\.asset|StaticSite|aws_s3_(bucket_)?object|s3-?sync|syncedFolder|S3BucketFolder|\bsst\./i;

/** The folders that a bundler may write to, by what its settings say or by itself. */
async function outputsOf(folder: string, source: SourceOfFiles): Promise<readonly string[]> {
  for (const ending of ['ts', 'js', 'mts', 'mjs']) {
    const file = posix.join(folder, `vite.config.${ending}`);
    const read = source.has(file) ? await source.text(file) : undefined;
    const said =
      read?.kind === 'text' ? /\boutDir\s*:\s*['"`]([\w./-]+)['"`]/.exec(read.text)?.[1] : undefined;
    if (said !== undefined) return [posix.join(folder, said).replace(/^(\.\.\/)+|\/$/g, '')];
  }
  return ['dist', 'build', 'out'].map((one) => posix.join(folder, one));
}

function escaped(text: string): string {
  return text.replace(/[^\w-]/g, '\\$&');
}
