import type { Repository } from '../files/repository.ts';
import { kindOfPath } from './file-kind.ts';

/** Folders that are called examples or demos and that something publishes all the same: what is in them is a page of people. */
export async function publishedFolders(repository: Repository): Promise<readonly string[]> {
  const candidates = new Set(repository.paths.flatMap((path) => folderOfPage(path) ?? []));
  if (candidates.size === 0) return [];
  const published = new Set<string>();
  for (const path of repository.paths) {
    if (!CALLS_COMMANDS.test(path)) continue;
    const read = await repository.text(path);
    if (read.kind !== 'text' || read.text.length > LONGEST) continue;
    for (const [, from] of read.text.matchAll(COPIES)) {
      const folder = written(from!);
      if (candidates.has(folder)) published.add(folder);
    }
  }
  return [...published].sort();
}

/** `demo` of `demo/index.html`. */
function folderOfPage(path: string): string | undefined {
  if (!path.endsWith('.html') || kindOfPath(path) !== 'example') return undefined;
  return /^.*?(?:^|\/)(?:examples?|samples?|demos?)(?=\/)/i.exec(path)?.[0];
}

/** Where commands are written: shells, makefiles, pipelines, manifests. */
const CALLS_COMMANDS =
  /\.(sh|bash)$|(^|\/)(Makefile|GNUmakefile|justfile|package\.json|Jenkinsfile|buildspec[\w.-]*\.ya?ml|\.gitlab-ci\.yml|\.travis\.yml|bitbucket-pipelines\.yml|azure-pipelines\.yml)$|^\.(github|circleci)\/.*\.ya?ml$/;
const LONGEST = 200_000;

/** `aws s3 sync "$(dirname "$0")/../demo" s3://…`: what is copied is the first word behind it. */
const COPIES = /\bs3 (?:sync|cp) +("?\$\(dirname [^)]*\)[^\s"]*"?|"[^"\n]*"|'[^'\n]*'|[^\s"']+)/g;

/** A path as it is from the repository, where what comes before it is the folder of a script. */
function written(argument: string): string {
  return argument
    .replace(/["']/g, '')
    .replace(/^\$\(dirname [^)]*\)\//, '')
    .replace(/^(\.{1,2}\/)+/, '')
    .replace(/\/+$/, '');
}
