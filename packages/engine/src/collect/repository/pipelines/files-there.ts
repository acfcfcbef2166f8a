import { folderOf } from '../../files/paths.ts';
import { wildcard } from '../../files/wildcard.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { FileAsked } from './shell-ran.ts';
import { isOpen, pathFrom } from './shell-text.ts';

/**
 * Whether a file that a script asks for (`[ -f setup.sh ]`) is there when it runs: one of the repository that nothing takes away
 * is, and one is not that people write by hand, git would keep, and no text of a pipeline or script makes. All others may be made
 * on the way, and any of them where one of these texts cannot be read.
 */
export async function filesThere(
  source: SourceOfFiles,
  texts: readonly string[],
  unread: ReadonlySet<string>,
): Promise<FileAsked | undefined> {
  if (unread.size > 0) return undefined;
  const rules = await ignoredBy(source);
  const all = texts.join('\n');
  const unpacks = UNPACKS.test(all);
  const folders = new Set(source.paths.map(folderOf));
  const lines = all.split('\n').filter((line) => MAKES.test(line) || TAKES_AWAY.test(line));
  return (path, folder) => {
    const at = isOpen(path) ? undefined : pathFrom(folder, path);
    if (at === undefined) return undefined;
    const name = at.slice(at.lastIndexOf('/') + 1);
    const named = lines.filter((line) => line.includes(name));
    if (source.has(at)) return named.some((line) => TAKES_AWAY.test(line)) ? undefined : true;
    const within = folderOf(at);
    const mayBeMade =
      !WRITTEN_BY_HAND.test(name) ||
      OF_ONE_MACHINE.test(name) ||
      source.leftOut(at) !== undefined ||
      (within === '.' ? unpacks : !folders.has(within)) ||
      named.length > 0 ||
      rules === undefined ||
      rules.some((rule) => mayFit(rule, at));
    return mayBeMade ? undefined : false;
  };
}

const WRITTEN_BY_HAND =
  /^(?:[\w.-]+\.(?:sh|bash)|(?:GNU)?[Mm]akefile|justfile|Dockerfile[\w.-]*|package\.json|pyproject\.toml|setup\.py|tox\.ini|manage\.py|go\.mod|pom\.xml|Gemfile|composer\.json|cdk\.json|serverless\.ya?ml|\.pre-commit-config\.yaml)$/;

/** Settings that people have for themselves, and give to no repository. */
const OF_ONE_MACHINE = /local|private|secret|override|custom|user|\benv\b/i;

const MAKES =
  />|\b(?:touch|tee|cp|mv|ln|install|curl|wget|sed|dd|cat|generate|synth|init|create|export|write|render|envsubst)\b|\s-o\b|--out/i;
const TAKES_AWAY = /\b(?:rm|mv|unlink|sparse-checkout|git\s+(?:rm|mv|clean))\b/;

/** What brings files whose names are not written: they come to the top of the repository, or to a folder of their own. */
const UNPACKS =
  /\bunzip\b|\btar\b|\bgit\s+(?:clone|submodule|apply)\b|\b(?:degit|cookiecutter|copier|projen|yo)\b|\b(?:npm|yarn|pnpm|bun)\s+(?:create|init)\b/;

/** The rules by which git leaves files out; nothing where some of them cannot be read. */
async function ignoredBy(source: SourceOfFiles): Promise<readonly string[] | undefined> {
  const rules: string[] = [];
  for (const path of source.paths) {
    if (!/(?:^|\/)\.gitignore$/.test(path)) continue;
    const read = await source.text(path);
    if (read.kind !== 'text') return undefined;
    rules.push(...read.text.split('\n').map((line) => line.trim()));
  }
  return rules.filter((rule) => rule !== '' && !/^[#!]/.test(rule));
}

/** Whether the last name in a rule fits a part of a path: more than git leaves out, and never less. */
function mayFit(rule: string, path: string): boolean {
  const end = rule.split('/').findLast((part) => !/^\**$/.test(part)) ?? '*';
  const fits = wildcard(end);
  return fits === undefined || path.split('/').some((part) => fits(part));
}
