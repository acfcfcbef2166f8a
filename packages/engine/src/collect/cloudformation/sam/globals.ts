import type { Location } from '../../../model/origin.ts';
import type { Entry, MapNode, Node } from '../parse.ts';
import type { Unseen } from '../template.ts';
import { entry, items, literal, map, members } from './nodes.ts';

/** The section Globals: properties that go into every SAM resource of a type. */
export class Globals {
  readonly #types = new Map<string, Node>();
  readonly unseen: Unseen[] = [];

  constructor(section: Node | undefined) {
    if (section !== undefined && section.kind !== 'map') {
      this.#notSeen('Globals', 'it is no map', 'a readable section Globals', section.at);
    }
    for (const [type, e] of members(section)) {
      const properties = PROPERTIES.get(`AWS::Serverless::${type}`);
      if (properties === undefined) {
        this.#notSeen(`Globals ${type}`, 'SAM takes no globals for it', 'a section that SAM knows', e.at);
      }
      if (e.value.kind !== 'map' || e.value.damaged !== undefined) {
        this.#notSeen(`Globals ${type}`, 'it cannot be read wholly', 'a readable map of properties', e.at);
      }
      this.#types.set(`AWS::Serverless::${type}`, e.value);
    }
  }

  /** The properties of a resource with the globals of its type below them. */
  merged(type: string, body: Node | undefined, at: Location): MapNode {
    const own = entry(body, 'Properties')?.value;
    const local: MapNode = own?.kind === 'map' ? own : unreadMap(own, at);
    const globals = this.#types.get(type);
    if (globals === undefined) return local;
    const ignored = entry(body, 'IgnoreGlobals')?.value;
    const names = items(ignored).map(literal);
    if (names.includes('*')) return local;
    if (globals.kind !== 'map') return { ...local, damaged: 'Globals that cannot be read' };
    const kept = members(globals).filter(([name]) => !names.includes(name));
    return merge({ ...globals, entries: new Map(kept) }, local) as MapNode;
  }

  /** Whether a type has a global of a name. */
  of(type: string, name: string): Node | undefined {
    return entry(this.#types.get(type), name)?.value;
  }

  #notSeen(what: string, why: string, decidedBy: string, at: Location): void {
    this.unseen.push({ what, why, decidedBy, at });
  }
}

function unreadMap(own: Node | undefined, at: Location): MapNode {
  const none = map([], own?.at ?? at);
  return own === undefined || (own.kind === 'scalar' && own.value === null)
    ? none
    : { ...none, damaged: own.kind === 'call' ? `what ${own.name} makes` : 'properties that are no map' };
}

/** Maps are merged by key, lists are joined, anything else is taken from the resource itself. */
function merge(global: Node, local: Node): Node {
  if (global.kind === 'list' && local.kind === 'list') {
    const damaged = global.damaged ?? local.damaged;
    return {
      ...local,
      items: [...global.items, ...local.items],
      ...(damaged === undefined ? {} : { damaged }),
    };
  }
  if (global.kind !== 'map' || local.kind !== 'map') return local;
  const entries = new Map<string, Entry>(global.entries);
  for (const [name, e] of local.entries) {
    const before = entries.get(name);
    entries.set(name, before === undefined ? e : { ...e, value: merge(before.value, e.value) });
  }
  const damaged = global.damaged ?? local.damaged;
  return { ...local, entries, ...(damaged === undefined ? {} : { damaged }) };
}

/** Types that take globals. Source: the SAM specification, section Globals. */
const PROPERTIES: ReadonlyMap<string, true> = new Map(
  [
    'Function',
    'Api',
    'HttpApi',
    'WebSocketApi',
    'SimpleTable',
    'StateMachine',
    'LayerVersion',
    'CapacityProvider',
  ].map((type) => [`AWS::Serverless::${type}`, true]),
);
