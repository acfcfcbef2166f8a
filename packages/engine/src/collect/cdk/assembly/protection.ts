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
  const manifests = new Map<string, ManifestLines>();
  const said: SaidOfStack[] = [];
  for (const stack of stacks) {
    const file = stack.folder === '.' ? 'manifest.json' : `${stack.folder}/manifest.json`;
    const lines = manifests.get(file) ?? new ManifestLines(file, await repository.text(file));
    manifests.set(file, lines);
    const origin = inCode(lines.placeOf(stack.id));
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

/** A manifest line by line: what is parsed of it has no places. */
class ManifestLines {
  readonly #file: string;
  readonly #lines: readonly string[];
  readonly #starts = new Map<string, number>();

  constructor(file: string, read: Awaited<ReturnType<Repository['text']>>) {
    this.#file = file;
    this.#lines = read.kind === 'text' ? read.text.split('\n') : [];
    for (const [i, line] of this.#lines.entries()) {
      const [, name] = /^\s*("(?:[^"\\]|\\.)+"): \{$/.exec(line) ?? [];
      if (name !== undefined && !this.#starts.has(name)) this.#starts.set(name, i);
    }
  }

  /** The line that says how a stack is protected, else the one that the stack begins at. */
  placeOf(id: string): Location {
    const start = this.#starts.get(JSON.stringify(id)) ?? 0;
    const depth = indentOf(this.#lines[start] ?? '');
    let own = start;
    for (let i = start + 1; i < this.#lines.length && own === start; i += 1) {
      const line = this.#lines[i]!;
      if (indentOf(line) <= depth) break;
      if (line.includes('"terminationProtection"')) own = i;
    }
    const endColumn = Math.max(1, this.#lines[own]?.length ?? 1);
    return { file: this.#file, line: own + 1, column: 1, endLine: own + 1, endColumn };
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
