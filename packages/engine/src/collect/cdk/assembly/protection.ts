import { inCode, type Location, type Origin } from '../../../model/origin.ts';
import type { FactNode } from '../../../model/resource.ts';
import { known, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Repository } from '../../files/repository.ts';
import { type SaidOfStack, stacksFact } from '../stacks.ts';
import type { AssembledStack } from './manifest.ts';

interface Around {
  /** The assembly's own manifest. */
  readonly at: Location;
  /** Why the assembly may say something else than what is deployed from here. */
  readonly doubt: Unknown | undefined;
  /** Whether a pipeline of the application deploys the stacks of its stages. */
  readonly byPipeline: boolean;
}

/** What the manifests of an assembly say of the termination protection of its stacks. */
export async function protectionOf(
  repository: Repository,
  stacks: readonly AssembledStack[],
  { at, doubt, byPipeline }: Around,
): Promise<FactNode> {
  const said: SaidOfStack[] = [];
  for (const stack of stacks) {
    const origin = inCode(await placeOf(repository, stack));
    said.push({
      name: stack.name,
      terminationProtection:
        byPipeline && stack.stages.length > 0 ? ofPipeline(stack, origin) : own(stack, origin),
      origin,
    });
  }
  return stacksFact(said, inCode(at), doubt);
}

/** Not written means no: Cloud Assembly Schema, AwsCloudFormationStackProperties.terminationProtection. `cdk deploy` sets it to that. */
function own({ terminationProtection }: AssembledStack, origin: Origin): Value {
  return known(terminationProtection ?? false, origin);
}

/** CloudFormation actions of a pipeline do not know the setting (aws-cdk issue 17871): what is written is not what is deployed. */
function ofPipeline({ name }: AssembledStack, origin: Origin): Value {
  const decidedBy = `the stack ${name} in the account: the pipeline that deploys it does not set termination protection`;
  return unknown('not-collected', decidedBy, origin);
}

/** The line of the manifest that says it, else the one that the stack begins at. */
async function placeOf(repository: Repository, { folder, id }: AssembledStack): Promise<Location> {
  const file = folder === '.' ? 'manifest.json' : `${folder}/manifest.json`;
  const read = await repository.text(file);
  const lines = read.kind === 'text' ? read.text.split('\n') : [];
  const start = lines.findIndex((line) => line.trim().startsWith(`${JSON.stringify(id)}:`));
  const depth = indentOf(lines[start] ?? '');
  const end = lines.findIndex((line, i) => i > start && indentOf(line) <= depth);
  const own = lines.slice(start, end).findIndex((line) => line.includes('"terminationProtection"'));
  const line = start < 0 ? 1 : start + Math.max(0, own) + 1;
  return { file, line, column: 1, endLine: line, endColumn: Math.max(1, lines[line - 1]?.length ?? 1) };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
