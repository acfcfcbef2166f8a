import { allBefore, allFrom, calledModule } from './module-address.ts';
import { PUBLIC_MODULES, TYPES } from './terraform-modules.data.ts';

/** What the releases of a public module can hold, as it is kept. */
export interface PublicModule {
  /** The first version that may hold more than was read. */
  readonly before: string;
  /** By folder, the types of all releases together: their places in the list of types, in base 36; `.` is the module itself. */
  readonly folders: Readonly<Record<string, string | Since>>;
}

/** Of releases before the first one there may be more. */
interface Since {
  readonly from: string;
  readonly types: string;
}

/** The Terraform types of which a call can make resources, or which releases it must keep to so that they are known. */
export type Holdings = { readonly types: readonly string[] } | { readonly known: string };

/**
 * What a call of a public module can hold, whichever release it takes; `undefined` for modules that are not known.
 *
 * @param source as a call writes it: `terraform-aws-modules/iam/aws//modules/iam-role`, or an address of git with `?ref=`
 * @param version the constraint beside it: `~> 5.0`
 */
export function heldByPublicModule(source: string, version: string | undefined): Holdings | undefined {
  const called = calledModule(source, version);
  if (called === undefined || !Object.hasOwn(PUBLIC_MODULES, called.repository)) return undefined;
  const { before, folders } = PUBLIC_MODULES[called.repository]!;
  if (!Object.hasOwn(folders, called.folder)) return undefined;
  const folder = folders[called.folder]!;
  const { from, types } = typeof folder === 'string' ? { from: undefined, types: folder } : folder;
  const isRead = allBefore(called.version, before) && (from === undefined || allFrom(called.version, from));
  if (isRead) return { types: typesOf(types) };
  return { known: from === undefined ? `before ${before}` : `from ${from} and before ${before}` };
}

const NAMES = TYPES.split(' ');

function typesOf(places: string): readonly string[] {
  return places === '' ? [] : places.split(' ').map((place) => NAMES[Number.parseInt(place, 36)]!);
}
