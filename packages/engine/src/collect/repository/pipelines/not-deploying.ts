import type { CommandKind } from './command-kinds.ts';
import { isOpen } from './shell-text.ts';

/** Whether a command of a tool that deploys brings nothing new: it scales, takes away, or only looks or tries. */
export function changesNothing(name: string, rest: readonly string[]): boolean {
  return onlyScales(name, rest) || onlyRemoves(name, rest) || onlyRefreshes(rest) || onlyTries(rest);
}

/** `--dry-run`, `--dry-run=client`, `--dryrun` of the AWS CLI. What it is given may say otherwise. */
function onlyTries(rest: readonly string[]): boolean {
  return rest.some((word) => /^--dry-?run(?:=(?!(?:none|false|no|0)$).*)?$/i.test(word) && !isOpen(word));
}

/** More or fewer of what runs already, a paused service started again. */
function onlyScales(name: string, rest: readonly string[]): boolean {
  return (
    name === 'aws' &&
    rest.includes('update-service') &&
    rest.some((word) => word.startsWith('--desired-count')) &&
    !rest.some((word) => /^--(task-definition|force-new-deployment)\b/.test(word))
  );
}

/** `terraform apply -refresh-only` reads what is there into its state, and changes none of it. */
function onlyRefreshes(rest: readonly string[]): boolean {
  return rest.some((word) => /^--?refresh-only(?:=true)?$/.test(word));
}

/**
 * `terraform apply -destroy`, and playbooks that are all named for taking away. What an option is given is none:
 * `-e @vars/remove-old.yml`.
 */
function onlyRemoves(name: string, rest: readonly string[]): boolean {
  if (/^(?:terraform|tofu|terragrunt)$/.test(name)) return rest.some((word) => /^--?destroy$/.test(word));
  const playbooks = rest.filter(
    (word, at) => /^[^@-].*\.ya?ml$/.test(word) && !TAKES_A_FILE.test(rest[at - 1] ?? ''),
  );
  // What is given may be one more of them.
  const isGiven = rest.some((word, at) => isOpen(word) && !(rest[at - 1] ?? '').startsWith('-'));
  return (
    name === 'ansible-playbook' &&
    !isGiven &&
    playbooks.length > 0 &&
    playbooks.every((word) => REMOVES.test(word))
  );
}

const TAKES_A_FILE = /^(?:-[ie]|--(?:inventory(?:-file)?|extra-vars|vault-pass(?:word)?-file))$/;
const REMOVES = /(?:^|[/_-])(?:delete|destroy|teardown|tear-down|remove|clean-?up)[\w-]*\.ya?ml$/;

/** What is kept by these names is for whoever looks after it, and for nothing that deploys. */
const FOR_ONESELF = /mirror|backup|archive|cache|logs?\b|coverage|report|results?\b|performance/i;

/** Whether what a command keeps lies where something elsewhere may take and deploy it: in a bucket, as an image. */
export function handsOver(kind: CommandKind, words: readonly string[]): boolean {
  const [program] = words;
  if (kind === 'publish') return /^(?:docker|podman|buildah|skopeo|crane)$/.test(program ?? '');
  const isPut = words.includes('s3') || words.includes('put-object');
  return kind === 'keep' && program === 'aws' && isPut && !FOR_ONESELF.test(words.join(' '));
}

/** What `aws s3 cp` and `sync` do: bring files, keep them, or publish them. */
export function movedBy(rest: readonly string[]): 'deploy' | 'fetch' | 'keep' {
  const paths = rest
    .slice(rest.findIndex((word) => word === 'sync' || word === 'cp') + 1)
    .filter((word) => !word.startsWith('--'));
  const [from, to] = paths;
  if (from !== undefined && /^s3:/.test(from) && !(to !== undefined && /^s3:/.test(to))) return 'fetch';
  // A copy that is kept is no page that somebody reads.
  if (/artifact/i.test(paths.join(' ')) || FOR_ONESELF.test(paths.join(' '))) return 'keep';
  // One file that is copied is kept, not published.
  return rest.includes('sync') || rest.includes('--recursive') ? 'deploy' : 'keep';
}
