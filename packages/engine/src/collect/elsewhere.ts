import { inCode } from '../model/origin.ts';
import { known, unknown } from '../model/value.ts';
import type { CollectedRepository, CollectedRoot, Environment, RootCandidate } from './collected.ts';

/**
 * The infrastructure of an application whose repository holds none that is read, or none that would be deployed: a root in
 * which anything could be. What is demanded of infrastructure is unknown there, and says what would decide it.
 */
export function rootElsewhere(listed: readonly RootCandidate[]): RootCandidate {
  const [first] = listed;
  const because =
    first === undefined
      ? 'no Terraform, CloudFormation or CDK is among the files'
      : `no root is assessed by itself (${first.path}: ${first.because})`;
  return { path: '.', kind: 'elsewhere', role: 'root', assessed: true, because };
}

/** What was not seen of it. */
export const ELSEWHERE_PLACE = 'the infrastructure';

/** The root, in which nothing was seen. */
export function infrastructureElsewhere(root: RootCandidate, environment: Environment): CollectedRoot {
  const origin = inCode({ file: '', line: 0, column: 0, endLine: 0, endColumn: 0 });
  return {
    root,
    resources: [],
    notSeen: [
      {
        what: ELSEWHERE_PLACE,
        why: root.because,
        decidedBy: 'assessing a folder that holds the infrastructure too',
        origin,
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
