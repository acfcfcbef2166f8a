import type { Findings } from '../findings.ts';
import type { RepositoryType } from '../types.ts';
import type { Pipeline, PipelineFiles } from './pipeline.ts';

/** Systems whose pipelines are not read, by the files that hold them. */
const SYSTEMS: readonly { readonly name: string; readonly files: RegExp }[] = [
  { name: 'Buildkite', files: /(?:^|\/)\.?buildkite\/(?:[^/]+\/)*[^/]*pipeline[^/]*\.(?:ya?ml|json)$/ },
  { name: 'Drone', files: /^\.drone\.(?:ya?ml|star|jsonnet)$/ },
  { name: 'Woodpecker', files: /^\.woodpecker(?:\.ya?ml|\/.+\.ya?ml)$/ },
  { name: 'Semaphore', files: /^\.semaphore\/.+\.ya?ml$/ },
  { name: 'AppVeyor', files: /^\.?appveyor\.ya?ml$/ },
  { name: 'TeamCity', files: /^\.teamcity\/.+\.(?:kts?|xml)$/ },
  { name: 'Cirrus CI', files: /^\.cirrus\.(?:ya?ml|star)$/ },
  { name: 'Codefresh', files: /^(?:\.codefresh\/.+|codefresh)\.ya?ml$/ },
  { name: 'Cloud Build', files: /(?:^|\/)cloudbuild(?:[.-][\w-]+)?\.(?:ya?ml|json)$/ },
  { name: 'Forgejo or Gitea', files: /^\.(?:forgejo|gitea)\/workflows\/.+\.ya?ml$/ },
];

const HOLDS: readonly RepositoryType[] = [
  'Repository::Workflow',
  'Repository::Job',
  'Repository::Step',
  'Repository::Deployment',
];

export function isOfUnreadSystem(path: string): boolean {
  return SYSTEMS.some(({ files }) => files.test(path));
}

/** Says of each pipeline of such a system that what it runs is not seen. */
export function unreadPipelines(files: PipelineFiles, findings: Findings): readonly Pipeline[] {
  for (const file of files.texts.keys()) {
    const system = SYSTEMS.find((one) => one.files.test(file));
    if (system === undefined) continue;
    findings.unseen({
      what: file,
      why: `pipelines of ${system.name} are not read`,
      decidedBy: `what ${file} runs`,
      holds: HOLDS,
      file,
    });
  }
  return [];
}
