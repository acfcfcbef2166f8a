import { inCode } from '../model/origin.ts';
import { known, unknown } from '../model/value.ts';
import type { CollectedRepository, CollectedRoot, Environment, RootCandidate } from './collected.ts';

/**
 * The infrastructure of an application whose repository holds none that is read: a root in which anything could be.
 * What is demanded of infrastructure is unknown there, and says that the repository that holds it would decide.
 */
export const ELSEWHERE: RootCandidate = {
  path: '.',
  kind: 'elsewhere',
  role: 'root',
  assessed: true,
  because: 'no Terraform, CloudFormation or CDK is among the files',
};

/** What was not seen of it. */
export const ELSEWHERE_PLACE = 'the infrastructure';

/** The root, in which nothing was seen. */
export function infrastructureElsewhere(environment: Environment): CollectedRoot {
  const origin = inCode({ file: '', line: 0, column: 0, endLine: 0, endColumn: 0 });
  return {
    root: ELSEWHERE,
    resources: [],
    notSeen: [
      {
        what: ELSEWHERE_PLACE,
        why: ELSEWHERE.because,
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
      `${ELSEWHERE.because}: the application is judged by its code, pipelines and documents alone, and what its infrastructure must have is unknown`,
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
