import { isCalledDeployment } from './command-fates.ts';
import type { Ran } from './shell-ran.ts';
import { isOpen } from './shell-text.ts';
import { VALUED_BY_RUN } from './wrappers.ts';

/**
 * Whether a command runs a container that is given nothing but the folder of the job: no variables, no socket, no other folder
 * and no rights of the machine. It reaches no account, and deploys nothing, whatever its image does.
 */
export function runsApart(
  { words, written }: Pick<Ran, 'words' | 'written'>,
  { step, script }: { readonly step: string; readonly script: string },
): boolean {
  const at = words[0] === 'sudo' ? 1 : 0;
  if (!/^(?:docker|podman)$/.test(words[at] ?? '') || words[at + 1] !== 'run') return false;
  // What else is written into the folder may be rights.
  if (RIGHTS.test(step) || KEEPS_RIGHTS.test(script)) return false;
  let next = at + 2;
  for (; next < words.length && words[next]!.startsWith('-'); next++) {
    const word = words[next]!;
    const name = word.replace(/=[\s\S]*$/, '');
    if (!PLAIN.test(name)) return false;
    if (name === word && VALUED_BY_RUN.has(name)) next++;
  }
  const image = words[next];
  if (image === undefined || isOpen(image.replace(/[:@].*$/s, ''))) return false;
  // It is called one: then the folder may hold what it needs.
  if (words.slice(next).some(isCalledDeployment)) return false;
  return [...written.matchAll(MOUNTS)].every(([, value]) => OWN_FOLDER.test(value!));
}

/** Options that give a container no more than it has: `-it`, `--rm`, `-v`, `-w`. */
const PLAIN =
  /^(?:-[itd]+|-v|-w|-u|-m|-h|--(?:rm|interactive|tty|init|read-only|volume|workdir|user|name|platform|entrypoint|pull|memory|cpus|shm-size|hostname|label|quiet))$/;

const MOUNTS = /\s(?:-v|--volume)(?:\s+|=)(\S+)/g;

/** The folder that the shell stands in, or one below it. */
const OWN_FOLDER =
  /^["']?(?:\$\(pwd\)|`pwd`|\$\{?PWD\}?|\.|\$\{?GITHUB_WORKSPACE\}?|\$\{?CI_PROJECT_DIR\}?)["']?(?:\/[\w./-]*)?:(?:[\w./-]+|\$\{?\w+\}?)(?::r[ow])?["']?$/;

/** Files and names by which tools are given rights: a script of the repository speaks of secrets for many reasons. */
const KEEPS_RIGHTS =
  /\.env\b|kubeconfig|\.aws\b|\.kube\b|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|aws configure/i;

const RIGHTS = /\.env\b|credential|kubeconfig|\.aws\b|\.kube\b|service-?account|secret|token|password/i;
