import { absent, type Value } from '../../../../model/value.ts';
import { originOf } from '../evaluate/run.ts';
import { WRITTEN_BY } from './left-out.generated.ts';
import { type Given, place } from './row.ts';

/**
 * Adds to the members of a resource what it does not have: properties that its class writes only with props that are not
 * given here. Nothing where some of the props are not known, or one of them is none that the class was asked with.
 */
export function addLeftOut(members: Map<string, Value>, of: string, props: Given): void {
  const rows = Object.hasOwn(WRITTEN_BY, of) ? WRITTEN_BY[of] : undefined;
  if (rows === undefined || props.cell.open) return;
  const given = [...props.cell.members]
    .filter(([, value]) => value.kind !== 'undefined')
    .map(([name]) => name);
  if (!given.every((name) => rows.known.includes(name))) return;
  const nothing = absent(originOf(props));
  for (const [path, writers] of Object.entries(rows.writtenBy)) {
    if (path.startsWith('Code.') && !isArchive(of, props)) continue;
    const [first = '', ...rest] = path.split('.');
    if ((members.has(first) && first !== 'Code') || writers.some((name) => given.includes(name))) continue;
    place(members, [first, ...rest], nothing, props);
  }
}

/** Code that is uploaded: neither an image nor written in the template. */
function isArchive(of: string, props: Given): boolean {
  const code = props.cell.members.get('code');
  if (code === undefined || code.kind === 'undefined') return of === 'aws-lambda-nodejs.NodejsFunction';
  return code.kind === 'made' && code.module === 'aws-lambda' && ARCHIVES.has(code.names.join('.'));
}

const ARCHIVES: ReadonlySet<string> = new Set(['Code.fromAsset', 'Code.fromBucket']);
