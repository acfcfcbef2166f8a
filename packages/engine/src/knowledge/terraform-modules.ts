import { PUBLIC_MODULES } from './terraform-modules.data.ts';

/** What a public module of the registry can hold. */
export interface PublicModule {
  /** The newest release that was read. */
  readonly newest: string;
  /** Terraform types by folder, of all releases together; `.` is the module itself. */
  readonly folders: Readonly<Record<string, readonly string[]>>;
}

/**
 * The Terraform types of which a call of a public module can make resources, whichever release it takes; `undefined` for
 * modules that are not known, and where a release may be taken that is newer than those that were read.
 *
 * @param source as a call writes it: `terraform-aws-modules/iam/aws//modules/iam-role`, or an address of git with `?ref=`
 * @param version the constraint beside it: `~> 5.0`
 */
export function typesOfPublicModule(
  source: string,
  version: string | undefined,
): readonly string[] | undefined {
  const called = ofRegistry(source, version) ?? ofGit(source);
  if (called === undefined || !Object.hasOwn(PUBLIC_MODULES, called.address)) return undefined;
  const { newest, folders } = PUBLIC_MODULES[called.address]!;
  if (!Object.hasOwn(folders, called.folder) || !endsBefore(called.version, newest)) return undefined;
  return folders[called.folder];
}

interface Called {
  readonly address: string;
  readonly folder: string;
  readonly version: string;
}

const REGISTRY = /^(?:registry\.terraform\.io\/)?([\w-]+\/[\w-]+\/[\w-]+)(?:\/\/([^?]+))?$/;
const GITHUB =
  /^(?:git::)?(?:https:\/\/|ssh:\/\/git@|git@)?github\.com[/:]([\w-]+)\/terraform-([a-z0-9]+)-([\w-]+?)(?:\.git)?(?:\/\/([^?]+))?\?(?:.*&)?ref=v?(\d+\.\d+\.\d+)(?:&.*)?$/;

function ofRegistry(source: string, version = ''): Called | undefined {
  const [, address, folder = '.'] = REGISTRY.exec(source) ?? [];
  return address === undefined ? undefined : { address, folder: plain(folder), version };
}

function ofGit(source: string): Called | undefined {
  const [, owner, provider, name, folder = '.', version] = GITHUB.exec(source) ?? [];
  if (version === undefined) return undefined;
  return { address: `${owner}/${name}/${provider}`, folder: plain(folder), version };
}

function plain(folder: string): string {
  return folder.replace(/^\.?\/+|\/+$/g, '') || '.';
}

const CONSTRAINT = /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})\s*$/;

/**
 * Whether every release that the constraints allow is one of those up to the newest that was read, or a patch of it. What is
 * released late for an older version is a patch as well: it mends what is there, and brings no new resources.
 */
function endsBefore(constraints: string, newest: string): boolean {
  const [major, minor] = newest.split('.').map(Number) as [number, number];
  const next = [major, minor + 1, 0];
  return constraints.split(',').some((constraint) => {
    const [, operator = '=', text] = CONSTRAINT.exec(constraint) ?? [];
    if (text === undefined) return false;
    const parts = text.split('.').map(Number);
    if (operator === '=' || operator === '<=') return compare(parts, next) < 0;
    if (operator === '<') return compare(parts, next) <= 0;
    if (operator !== '~>' || parts.length === 1) return false;
    return compare([...parts.slice(0, -2), parts.at(-2)! + 1], next) <= 0;
  });
}

function compare(version: readonly number[], other: readonly number[]): number {
  const at = other.findIndex((part, index) => part !== (version[index] ?? 0));
  return at === -1 ? 0 : (version[at] ?? 0) - other[at]!;
}
