/** A call of a module that lies in a public repository. */
export interface ModuleCall {
  /** `terraform-aws-modules/terraform-aws-vpc`, in small letters: GitHub and the registry do not tell letters apart. */
  readonly repository: string;
  /** `.` is the module itself. */
  readonly folder: string;
  /** Which releases may be taken: `5.1.0`, `~> 5.1`; empty where that is left open. */
  readonly version: string;
}

/**
 * What a call takes, from the registry or from GitHub; `undefined` for any other place.
 *
 * @param source as a call writes it: `terraform-aws-modules/iam/aws//modules/iam-role`, or an address of git with `?ref=`
 * @param version the constraint beside it: `~> 5.0`
 */
export function calledModule(source: string, version = ''): ModuleCall | undefined {
  return ofRegistry(source, version) ?? ofGitHub(source);
}

const REGISTRY =
  /^(?:registry\.(?:terraform\.io|opentofu\.org)\/)?([\w-]+)\/([\w-]+)\/([\w-]+)(?:\/\/([^?]+))?$/i;
const GITHUB =
  /^(?:git::)?(?:https:\/\/|ssh:\/\/)?(?:git@)?github\.com[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/*(?:\/\/([^?]*))?(?:\?(.*))?$/i;
const RELEASE = /^(?:refs\/)?(?:tags\/)?v?(\d+\.\d+\.\d+)$/;

/** The registry takes a module from the repository that is named after it, and from no other. */
function ofRegistry(source: string, version: string): ModuleCall | undefined {
  const [, owner, name, provider, folder] = REGISTRY.exec(source) ?? [];
  if (owner === undefined) return undefined;
  return {
    repository: `${owner}/terraform-${provider}-${name}`.toLowerCase(),
    folder: plain(folder),
    version,
  };
}

function ofGitHub(source: string): ModuleCall | undefined {
  const [, repository, folder, query] = GITHUB.exec(source) ?? [];
  if (repository === undefined) return undefined;
  const references = new URLSearchParams(query).getAll('ref');
  const release = references.length === 1 ? RELEASE.exec(references[0]!)?.[1] : undefined;
  // Without a release among tags it is a branch or a commit, which moves or is not told apart.
  return { repository: repository.toLowerCase(), folder: plain(folder), version: release ?? '' };
}

function plain(folder = ''): string {
  return folder.replace(/^\.?\/+|\/+$/g, '') || '.';
}

const CONSTRAINT = /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})\s*$/;

/** Whether every release that the constraints allow comes before this one. */
export function allBefore(constraints: string, first: string): boolean {
  const end = first.split('.').map(Number);
  return constraintsIn(constraints).some(({ operator, parts }) => {
    if (operator === '=' || operator === '<=') return compare(parts, end) < 0;
    if (operator === '<') return compare(parts, end) <= 0;
    if (operator !== '~>' || parts.length === 1) return false;
    return compare([...parts.slice(0, -2), parts.at(-2)! + 1], end) <= 0;
  });
}

/** Whether none of the releases that the constraints allow comes before this one. */
export function allFrom(constraints: string, first: string): boolean {
  const start = first.split('.').map(Number);
  return constraintsIn(constraints).some(
    ({ operator, parts }) => /^(?:=|>=|>|~>)$/.test(operator) && compare(parts, start) >= 0,
  );
}

function constraintsIn(constraints: string) {
  return constraints.split(',').flatMap((constraint) => {
    const [, operator = '=', text] = CONSTRAINT.exec(constraint) ?? [];
    return text === undefined ? [] : [{ operator, parts: text.split('.').map(Number) }];
  });
}

/** Which version comes first, as a sort asks; what a version leaves out counts as nought. */
export function compare(version: readonly number[], other: readonly number[]): number {
  const at = [0, 1, 2].find((index) => (version[index] ?? 0) !== (other[index] ?? 0));
  return at === undefined ? 0 : (version[at] ?? 0) - (other[at] ?? 0);
}
