import { rowOf } from '../../../knowledge/row-of.ts';
import type { Value } from '../../../model/value.ts';
import type { Findings } from '../findings.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';
import {
  bareStep,
  documentOf,
  namedStep,
  openIn,
  placeIn,
  runStep,
  SETTINGS,
  variablesIn,
} from './other-hosts.ts';
import type { Action, Credential, Pipeline, PipelineFiles, PipelineJob, PipelineStep } from './pipeline.ts';

const FILE = 'bitbucket-pipelines.yml';

export function isBitbucketFile(path: string): boolean {
  return path === FILE;
}

/** How each kind of pipeline is started. */
const STARTS: Readonly<Record<string, string>> = {
  default: 'push',
  branches: 'push',
  tags: 'push',
  'pull-requests': 'pull_request',
  custom: 'workflow_dispatch',
};

/** Each pipeline of the file is one of its own: its steps come one after another. */
export function bitbucketPipelines(files: PipelineFiles, findings: Findings): readonly Pipeline[] {
  const text = files.texts.get(FILE);
  if (text === undefined) return [];
  const document = documentOf(FILE, text, findings);
  const open = openIn(document, FILE);
  const actions: Action[] = [];
  const credentials: Credential[] = [];
  const found: Pipeline[] = [];
  for (const [kind, value] of membersOf(member(document, 'pipelines'))) {
    const event = rowOf(STARTS, kind) ?? 'push';
    const named: readonly (readonly [string, Value])[] =
      kind === 'default' ? [['default', value]] : [...membersOf(value)];
    for (const [name, list] of named) {
      const jobs = jobsOf(
        list,
        document,
        kind === 'default' ? 'default' : `${kind} ${name}`,
        actions,
        credentials,
      );
      const triggers = [{ event, at: list.origin.at, ...(kind === 'branches' ? { branches: [name] } : {}) }];
      found.push({
        system: 'bitbucket',
        file: FILE,
        at: list.origin.at,
        triggers,
        jobs:
          open === undefined
            ? jobs
            : jobs.map((job) => ({
                ...job,
                steps: [...job.steps, bareStep(job.at, { open })],
              })),
        actions: [],
        credentials: [],
      });
    }
  }
  const at = placeIn(FILE);
  // One file is one fact, with the jobs of all its pipelines.
  return [
    {
      system: 'bitbucket',
      file: FILE,
      at,
      triggers: found.flatMap(({ triggers }) => triggers),
      jobs: found.flatMap(({ jobs, triggers }) => jobs.map((job) => ({ ...job, triggers }))),
      actions,
      credentials,
      ...(credentials.length > 0 ? {} : { credentialsOpen: SETTINGS }),
      ...(open === undefined ? {} : { open }),
    },
  ];
}

function jobsOf(
  list: Value,
  document: Value | undefined,
  of: string,
  actions: Action[],
  credentials: Credential[],
): readonly PipelineJob[] {
  const found: PipelineJob[] = [];
  let before: readonly string[] = [];
  for (const item of itemsOf(list)) {
    const stage = member(item, 'stage');
    const parallel = member(item, 'parallel');
    const together = parallel?.kind === 'object' ? member(parallel, 'steps') : parallel;
    const entries =
      stage !== undefined
        ? itemsOf(member(stage, 'steps'))
        : together !== undefined
          ? itemsOf(together)
          : [item];
    const names: string[] = [];
    let previous = before;
    for (const entry of entries) {
      const step = member(entry, 'step');
      if (step === undefined) continue;
      const title = textOf(member(step, 'name')) ?? `step ${found.length + 1}`;
      const id = `${of} / ${title}`;
      const deployment = textOf(member(step, 'deployment')) ?? textOf(member(stage, 'deployment'));
      const image = member(step, 'image') ?? member(document, 'image');
      const imageName = image?.kind === 'object' ? member(image, 'name') : image;
      const defined = member(member(document, 'definitions'), 'services');
      const services = itemsOf(member(step, 'services')).flatMap((one) => {
        const name = textOf(one);
        if (name === undefined) return [];
        const own = member(member(defined, name), 'image');
        return [textOf(own) ?? textOf(member(own, 'name')) ?? name];
      });
      const manual =
        textOf(member(step, 'trigger')) === 'manual' || textOf(member(stage, 'trigger')) === 'manual';
      if (textOf(member(step, 'oidc')) === 'true')
        credentials.push({ kind: 'role', name: 'oidc', job: id, at: member(step, 'oidc')!.origin.at });
      found.push({
        id,
        at: step.origin.at,
        needs: previous,
        ...(deployment === undefined ? {} : { environment: { name: deployment, at: step.origin.at } }),
        ...(textOf(imageName) === undefined
          ? {}
          : { image: { name: textOf(imageName)!, at: imageName!.origin.at } }),
        ...(services.length === 0 ? {} : { services }),
        ...(manual ? { manual: 'trigger: manual' } : {}),
        ...conditionOf(step),
        ...(textOf(member(member(step, 'on-fail'), 'strategy')) === 'ignore'
          ? { mayFail: 'on-fail: ignore' }
          : {}),
        steps: stepsOf(step, actions),
      });
      names.push(id);
      if (stage !== undefined) previous = [...previous, id];
    }
    before = [...before, ...names];
  }
  return found;
}

/** `condition: { changesets: … }`: the files that must have changed for a step to run. */
function conditionOf(step: Value): { readonly condition?: string } {
  const paths = member(member(member(step, 'condition'), 'changesets'), 'includePaths');
  if (member(step, 'condition') === undefined) return {};
  const said = itemsOf(paths).map((path) => textOf(path) ?? '…');
  return { condition: `${said.join(' or ') || 'something'} has changed` };
}

/** Pieces of a script between pipes: the shell goes on from one to the next. */
function stepsOf(step: Value, actions: Action[]): readonly PipelineStep[] {
  const found: PipelineStep[] = [];
  for (const [key, after] of [
    ['script', false],
    ['after-script', true],
  ] as const) {
    for (const line of itemsOf(member(step, key))) {
      const pipe = member(line, 'pipe');
      const name = textOf(pipe);
      if (pipe !== undefined && name !== undefined) {
        const [source = name, ref = ''] = name.split(':');
        actions.push({
          name: source,
          ref,
          pinned: false,
          by: /^atlassian\//.test(source) ? 'host' : 'others',
          at: pipe.origin.at,
        });
        found.push(
          namedStep(source, pipe.origin.at, member(line, 'variables'), {
            variables: variablesIn(member(line, 'variables')),
          }),
        );
      } else {
        found.push(
          runStep(
            line,
            FILE,
            { errexit: true, pipefail: false },
            {
              continues: true,
              ...(after ? { mayFail: 'Bitbucket does not care how after-script ends' } : {}),
            },
          ),
        );
      }
    }
  }
  return found;
}
