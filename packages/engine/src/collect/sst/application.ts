import type { Condition } from '../../model/condition.ts';
import { inCode, type Location, type Origin } from '../../model/origin.ts';
import type { NotSeen, ResourceNode } from '../../model/resource.ts';
import { objectOf, type Value } from '../../model/value.ts';
import type { Execution } from '../cdk/source/evaluate/execution.ts';
import type { SourceOfFiles } from '../repository/reader.ts';
import { ACCOUNT, later } from './values.ts';

/** Where something of an application is made, and whether. */
export interface Place {
  readonly at: Location;
  readonly exists: Condition;
}

/** What follows a program, and where it is. */
export function placeOf(at: Location, by: Execution): Place {
  return { at, exists: by.exists };
}

/** An application of SST: what is made in it while its program is followed. */
export class Application {
  /** Its `sst.config.ts`, or the file that stands for it. */
  readonly file: string;
  readonly folder: string;
  readonly files: SourceOfFiles;
  readonly nodes: ResourceNode[] = [];
  /** The types of what its components make beside that, and is not read. */
  readonly beside = new Set<string>();
  readonly #missed = new Map<string, { readonly only: Only; readonly places: readonly Location[] }>();
  readonly #addresses = new Map<string, number>();

  constructor(file: string, folder: string, files: SourceOfFiles) {
    this.file = file;
    this.folder = folder;
    this.files = files;
  }

  /** An address that nothing else has. */
  address(what: string): string {
    const address = `${this.file} ${what}`;
    const before = this.#addresses.get(address) ?? 0;
    this.#addresses.set(address, before + 1);
    return before === 0 ? address : `${address}~${before + 1}`;
  }

  /** A resource. Where nothing is said of a property SST decides it, but for what is told as absent. */
  add(
    type: string,
    what: string,
    place: Place,
    properties: Readonly<Record<string, Value>>,
    address = this.address(what),
  ): string {
    const origin = inCode(place.at);
    const open = later(`what SST says of ${what}`, origin);
    this.put({ type, address, exists: place.exists, properties: objectOf(properties, origin, open), origin });
    return address;
  }

  has(address: string): boolean {
    return this.nodes.some((node) => node.address === address);
  }

  put(node: ResourceNode): void {
    if (this.nodes.length < MOST_NODES) this.nodes.push(node);
    else this.miss('more than is read of one application', node.origin.at);
  }

  /** A place that may hold more: anything, unless it is told what only, or what not. */
  miss(what: string, at: Location, only: Only = {}): void {
    const { places } = this.#missed.get(what) ?? { places: [] };
    const isKnown = places.some(({ file, line }) => file === at.file && line === at.line);
    this.#missed.set(what, { only, places: isKnown ? places : [...places, at] });
  }

  /** What was not read, by what it is and where. */
  get unseen(): readonly NotSeen[] {
    return [...this.#missed].map(
      ([
        what,
        {
          only,
          places: [first, ...more],
        },
      ]) => ({
        what: `${what} (${first!.file}:${first!.line}${more.length === 0 ? '' : ` and ${more.length} more`})`,
        why: 'it is not read',
        decidedBy: ACCOUNT,
        decidesMore: true,
        origin: inCode(first!),
        ...only,
      }),
    );
  }
}

/** The types that a place may hold, where something is known of them. */
type Only = Pick<NotSeen, 'holds' | 'lacks' | 'configures'>;

/** No application has more resources. */
const MOST_NODES = 5_000;

export function referenceTo(address: string, attribute: string, origin: Origin): Value {
  return { kind: 'reference', to: { address, attribute }, origin };
}
