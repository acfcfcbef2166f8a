import { rowOf } from '../../../knowledge/row-of.ts';
import { isOpen, TOP } from './shell-text.ts';

/** The helpers in the images of GitLab, and the program that each calls with what it is given. */
const HELPERS: Readonly<Record<string, string>> = { 'gitlab-terraform': 'terraform', 'gitlab-tofu': 'tofu' };

/**
 * The command of Terraform that a helper of GitLab runs, in the folder that `TF_ROOT` names; any other command as it is. Source:
 * docs.gitlab.com, "Terraform template recipes" and "OpenTofu CI/CD component": a plan as JSON is a plan that is shown, too.
 */
export function asTerraform(
  words: readonly string[],
  variables: ReadonlyMap<string, string>,
): readonly string[] {
  const [helper = '', command, ...rest] = words;
  const program = rowOf(HELPERS, helper);
  if (program === undefined || command === undefined) return words;
  const root = variables.get('TF_ROOT') ?? variables.get('GITLAB_TOFU_ROOT_DIR') ?? '';
  // A path that says nothing else is one from the top of the repository, wherever the command stands.
  const isFromTop = root !== '' && !/^[/~]/.test(root) && !root.startsWith(TOP) && !isOpen(root[0]!);
  const folder = root === '' ? [] : [`-chdir=${isFromTop ? TOP : ''}${root}`];
  return [program, ...folder, command === 'plan-json' ? 'plan' : command, ...rest];
}
