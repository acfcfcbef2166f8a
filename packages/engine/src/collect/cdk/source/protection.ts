import { ALWAYS } from '../../../model/condition.ts';
import { inCode, type Location } from '../../../model/origin.ts';
import type { FactNode } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import type { Environment } from '../../collected.ts';
import { environmentInName } from '../../environment.ts';
import { type SaidOfStack, stacksFact } from '../stacks.ts';
import { plain, structOf } from './constructs/row.ts';
import type { Construct } from './evaluate/construct.ts';
import type { Library } from './evaluate/library.ts';
import type { Program } from './evaluate/program.ts';
import { seenThrough, shownBySynthesis } from './evaluate/run.ts';

interface Around {
  readonly environment: Environment;
  /** The application is not followed to its end. */
  readonly stopped: boolean;
  readonly start: Location;
}

/** What the source says of the termination protection of its stacks: yes only where it is written at the stack itself. */
export function protectionOf(
  program: Program,
  library: Library,
  { environment, stopped, start }: Around,
): FactNode {
  const stacks = stopped ? [] : library.constructs.filter((one) => one.module === '' && one.name === 'Stack');
  const said = stacks
    .filter((stack) => mayBelong(stack, environment))
    .map(
      (stack): SaidOfStack => ({
        name: stack.path,
        terminationProtection: written(stack, library),
        origin: inCode({ ...stack.at, what: stack.path }),
      }),
    );
  const followed =
    stacks.length > 0 &&
    library.unfollowed.length === 0 &&
    library.packages.size === 0 &&
    program.skipped.length === 0;
  const origin = inCode(start);
  const open = shownBySynthesis('unsupported-construct', 'the stacks of the application', origin);
  return stacksFact(said, origin, followed ? undefined : open);
}

/** A stack named after another environment than the one that is assessed is none of it. */
function mayBelong({ path }: Construct, { name }: Environment): boolean {
  const own = path.split('/').flatMap((part) => environmentInName(part) ?? [])[0];
  return name === undefined || own === undefined || own === name.toLowerCase();
}

function written(stack: Construct, library: Library): Value {
  const origin = inCode({ ...stack.at, what: stack.path });
  const open = shownBySynthesis('unsupported-construct', `the stack ${stack.path}`, origin);
  // A pipeline that deploys the stacks of a stage does not set it.
  const certain = stack.exists === ALWAYS && !isInStage(stack) && library.changeOf(stack) === undefined;
  const props = structOf(stack.props);
  const run = props?.cell.members.get('terminationProtection');
  if (!certain || props === undefined || run === undefined) return open;
  const value = plain(seenThrough(run, props.seen));
  if (value.kind !== 'known') return open;
  return value.value === false || value.origin.trail.length === 0 ? value : open;
}

function isInStage({ parent }: Construct): boolean {
  for (let one = parent; one !== undefined; one = one.parent) if (one.name === 'Stage') return true;
  return false;
}
