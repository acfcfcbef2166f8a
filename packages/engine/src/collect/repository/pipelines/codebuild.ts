import type { Value } from '../../../model/value.ts';
import type { Findings } from '../findings.ts';
import { itemsOf, member, textOf } from '../structured-text.ts';
import { documentOf, keysAmong, openIn, placeIn, runStep, scriptOf, variablesIn } from './other-hosts.ts';
import type { Credential, Pipeline, PipelineFiles, PipelineStep } from './pipeline.ts';
import type { Shell } from './shell-ran.ts';

/** Instructions of CodeBuild, and those of Amplify Hosting, which are written alike. */
export function isBuildspec(path: string): boolean {
  return (
    /(^|\/)(?:[\w.-]*buildspec[\w.-]*|amplify)\.ya?ml$/.test(path) ||
    /(^|\/)buildspecs?\/[^/]+\.ya?ml$/.test(path)
  );
}

const PHASES = ['install', 'preBuild', 'pre_build', 'build', 'postBuild', 'post_build'] as const;

/** Each file is a pipeline with one job; CodeBuild runs each command by itself, and `post_build` whatever came before. */
export function buildspecs(files: PipelineFiles, findings: Findings): readonly Pipeline[] {
  return [...files.texts]
    .filter(([file]) => isBuildspec(file))
    .flatMap(([file, text]): readonly Pipeline[] => {
      const document = documentOf(file, text, findings);
      const amplify = /(^|\/)amplify\.ya?ml$/.test(file);
      const parts = amplify
        ? [document, ...itemsOf(member(document, 'applications'))]
            .flatMap((part) => [member(part, 'backend'), member(part, 'frontend')])
            .filter((part) => part !== undefined)
        : document === undefined
          ? []
          : [document];
      if (parts.every((part) => member(part, 'phases') === undefined)) return [];
      const credentials: Credential[] = [];
      const env = member(document, 'env');
      keysAmong(member(env, 'variables'), undefined, credentials);
      for (const key of ['parameter-store', 'secrets-manager'])
        keysAmong(member(env, key), undefined, credentials);
      // CodeBuild asks how each command ends, and not each line of it.
      const shell = (commands: Value): Shell =>
        amplify
          ? { errexit: true, pipefail: false }
          : { errexit: false, pipefail: false, begins: scriptOf(commands, file).begins };
      const variables = variablesIn(member(env, 'variables'));
      const at = placeIn(file);
      const steps = parts.flatMap((part) =>
        PHASES.flatMap((phase): readonly PipelineStep[] => {
          const own = member(member(part, 'phases'), phase);
          const commands = member(own, 'commands');
          if (commands === undefined || itemsOf(commands).length === 0) return [];
          const goesOn = textOf(member(own, 'on-failure')) === 'CONTINUE';
          return [
            runStep(commands, file, shell(commands), {
              name: phase,
              variables,
              continues: true,
              ...(goesOn ? { mayFail: 'the phase goes on after a failure (on-failure: CONTINUE)' } : {}),
              ...(/post_?build/i.test(phase) && !amplify
                ? { regardless: 'CodeBuild runs post_build after a build that failed' }
                : {}),
            }),
          ];
        }),
      );
      const published: readonly PipelineStep[] =
        amplify && parts.some((part) => member(part, 'artifacts') !== undefined)
          ? [
              {
                at,
                name: 'publish',
                uses: 'aws-amplify/hosting@host',
                inputs: new Map(),
                shell: { errexit: true, pipefail: true },
                folder: '.',
                variables: new Map(),
              },
            ]
          : [];
      const open = openIn(document, file);
      return [
        {
          system: amplify ? 'amplify' : 'codebuild',
          file,
          at,
          triggers: [{ event: amplify ? 'push' : 'build', at }],
          jobs: [{ id: amplify ? 'app' : 'build', at, needs: [], steps: [...steps, ...published] }],
          actions: [],
          // It has the role of its project.
          credentials: [...credentials, { kind: 'role', name: 'the role of the project', at }],
          ...(open === undefined ? {} : { open }),
        },
      ];
    });
}
