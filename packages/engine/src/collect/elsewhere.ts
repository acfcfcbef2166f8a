import { inCode } from '../model/origin.ts';
import { known, unknown } from '../model/value.ts';
import type { CollectedRepository, CollectedRoot, Environment, RootCandidate } from './collected.ts';
import { filesOf, type OtherTool } from './other-tools.ts';

/**
 * The infrastructure of an application whose repository holds none that is read, or none that would be deployed: a root in
 * which anything could be. What is demanded of infrastructure is unknown there, and says what would decide it.
 */
export function rootElsewhere(
  listed: readonly RootCandidate[],
  tools: readonly OtherTool[] = [],
): RootCandidate {
  const [first] = listed;
  const [tool] = tools;
  const because =
    first !== undefined
      ? `no root is assessed by itself (${first.path}: ${first.because})`
      : tool === undefined
        ? 'no Terraform, CloudFormation or CDK is among the files'
        : `the infrastructure is that of ${tool.name} (${filesOf(tool)}), and no Terraform, CloudFormation or CDK is among the files`;
  return { path: '.', kind: 'elsewhere', role: 'root', assessed: true, because };
}

/** What was not seen of it. */
export const ELSEWHERE_PLACE = 'the infrastructure';

/** How to get at it: what lies here is not looked for in another folder. */
function decidedBy([first]: readonly RootCandidate[], [tool]: readonly OtherTool[]): string {
  if (first !== undefined) return `assessing ${first.path} with --root`;
  return tool === undefined ? 'assessing a folder that holds the infrastructure too' : tool.decidedBy;
}

/** What the repository has of it all the same. */
export interface Here {
  /** Roots that are not assessed. */
  readonly listed: readonly RootCandidate[];
  /** Tools that deploy from here and are not read, or in part. */
  readonly tools: readonly OtherTool[];
  /** Whether what such a tool deploys is all that there is, and told with the code. */
  readonly isTold: boolean;
}

/** The root, in which nothing was seen. */
export function infrastructureElsewhere(
  root: RootCandidate,
  environment: Environment,
  { listed, tools, isTold }: Here,
): CollectedRoot {
  const origin = inCode({ file: '', line: 0, column: 0, endLine: 0, endColumn: 0 });
  return {
    root,
    resources: [],
    notSeen: [
      {
        what: ELSEWHERE_PLACE,
        why: root.because,
        decidedBy: decidedBy(listed, tools),
        origin,
        ...(isTold ? { toldWithCode: true } : {}),
      },
    ],
    facts: [],
    files: { read: [], partly: [], skipped: [] },
    unmapped: new Map(),
    unmappedArguments: new Map(),
    environment:
      environment.name === undefined
        ? unknown('not-collected', 'the environments that the infrastructure knows', origin)
        : known(environment.name, origin),
    origin,
    notices: [
      `${root.because}: the application is judged by its code, pipelines and documents alone, and what its infrastructure must have is unknown`,
    ],
  };
}

/** Whether what was read of a repository is an application: code, a pipeline, an image. */
export function isApplication({ kinds, resources }: CollectedRepository): boolean {
  return (
    (kinds.get('source') ?? 0) > 0 ||
    resources.some(({ type }) => type === 'Repository::Workflow' || type === 'Repository::ImageFile')
  );
}
