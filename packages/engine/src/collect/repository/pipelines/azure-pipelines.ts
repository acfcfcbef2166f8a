import type { Value } from '../../../model/value.ts';
import type { Findings } from '../findings.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';
import { isAnyway, onlyAfterFailure, whateverBefore } from './azure-conditions.ts';
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
import type { Pipeline, PipelineFiles, PipelineJob, PipelineStep } from './pipeline.ts';
import type { Shell } from './shell-ran.ts';

export function isAzureFile(path: string): boolean {
  return (
    isNamedForIt(path) ||
    /(^|\/)azure[\w-]*pipeline[\w.-]*\.ya?ml$/i.test(path) ||
    /(^|\/)\.?azure(?:[_-]?(?:devops|pipelines?|ci))?\/[^/]+\.ya?ml$/i.test(path)
  );
}

/** Its definitions may lie anywhere, and other things lie in folders that are called so. */
function isNamedForIt(path: string): boolean {
  return (
    /(^|\/)azure-pipelines[\w.-]*\.ya?ml$/.test(path) ||
    /^\.(?:azure-pipelines|azuredevops|pipelines)\/.+\.ya?ml$/.test(path)
  );
}

/** As they are written: what lies in such a folder may be no YAML at all, like the templates of a chart. */
const PARTS = /^(?:extends|stages|jobs|steps)\s*:/m;
/** What only a pipeline has, and no template. */
const OF_A_PIPELINE = ['trigger', 'pr', 'schedules', 'resources'];

/** Stages follow one another, jobs of a stage run beside each other. A script fails by its last command alone. */
export function azurePipelines(files: PipelineFiles, findings: Findings): readonly Pipeline[] {
  return [...files.texts]
    .filter(([file]) => isAzureFile(file))
    .flatMap(([file, text]): readonly Pipeline[] => {
      if (!isNamedForIt(file) && !PARTS.test(text)) return [];
      const document = documentOf(file, text, findings);
      // Templates have parameters and no way to be started by themselves.
      const isStarted = OF_A_PIPELINE.some((part) => member(document, part) !== undefined);
      if (member(document, 'parameters') !== undefined && !isStarted) return [];
      const at = placeIn(file);
      const open = openIn(document, file);
      const jobs = stagesOf(document, file);
      const triggers = [
        ...(textOf(member(document, 'trigger')) === 'none' ? [] : [{ event: 'push', at }]),
        ...(member(document, 'pr') === undefined || textOf(member(document, 'pr')) === 'none'
          ? []
          : [{ event: 'pull_request', at }]),
        ...itemsOf(member(document, 'schedules')).map((one) => ({ event: 'schedule', at: one.origin.at })),
      ];
      return [
        {
          system: 'azure-pipelines',
          file,
          at,
          triggers: triggers.length > 0 ? triggers : [{ event: 'workflow_dispatch', at }],
          jobs:
            open === undefined
              ? jobs
              : jobs.map((job) => ({
                  ...job,
                  steps: [...job.steps, bareStep(job.at, { open })],
                })),
          actions: [],
          credentials: [],
          credentialsOpen: SETTINGS,
          ...(open === undefined ? {} : { open }),
        },
      ];
    });
}

/** What would tell what a template runs: `x.yml@other` is one of another repository. */
function runByTemplate(template = 'that it extends'): string {
  const isElsewhere = /@(?!self$)/.test(template);
  return `what the template ${template} runs${isElsewhere ? ', which is in another repository' : ''}`;
}

function stagesOf(document: Value | undefined, file: string): readonly PipelineJob[] {
  const base = member(document, 'extends');
  if (base !== undefined)
    return [
      {
        id: 'job',
        at: base.origin.at,
        needs: [],
        steps: [bareStep(base.origin.at, { open: runByTemplate(textOf(member(base, 'template'))) })],
      },
    ];
  const variables = variablesIn(member(document, 'variables'));
  const stages = itemsOf(member(document, 'stages'));
  if (stages.length === 0) return jobsOf(document, '', [], variables, file);
  const found: PipelineJob[] = [];
  const byStage = new Map<string, { readonly own: readonly string[]; readonly all: readonly string[] }>();
  for (const [index, stage] of stages.entries()) {
    const name = textOf(member(stage, 'stage')) ?? `stage ${index + 1}`;
    const depends = member(stage, 'dependsOn');
    const names =
      depends === undefined
        ? [...byStage.keys()].slice(-1)
        : itemsOf(depends).flatMap((one) => textOf(one) ?? []);
    const condition = textOf(member(stage, 'condition'));
    // Without a condition it minds all that came before those too.
    const own = new Map(names.map((one) => [one, byStage.get(one)?.own ?? []]));
    const whatever = whateverBefore(condition, own);
    const all = names.flatMap((one) => byStage.get(one)?.all ?? []);
    const needs = whatever.regardless === undefined ? all : [...own.values()].flat();
    const jobs = jobsOf(
      stage,
      name,
      needs,
      new Map([...variables, ...variablesIn(member(stage, 'variables'))]),
      file,
    );
    const within = (job: PipelineJob) => job.needs.filter((need) => !needs.includes(need));
    found.push(...jobs.map((job) => conditional(job, condition, whatever, within(job))));
    const ids = jobs.map(({ id }) => id);
    byStage.set(name, { own: ids, all: [...new Set([...all, ...ids])] });
  }
  return found;
}

function jobsOf(
  of: Value | undefined,
  stage: string,
  needs: readonly string[],
  variables: ReadonlyMap<string, string>,
  file: string,
): readonly PipelineJob[] {
  const listed = itemsOf(member(of, 'jobs'));
  if (listed.length === 0) {
    const steps = member(of, 'steps');
    if (steps === undefined && member(of, 'template') === undefined && of?.kind !== 'object') return [];
    return [
      {
        id: stage === '' ? 'job' : stage,
        at: (steps ?? of)!.origin.at,
        needs,
        steps: stepsOf(steps ?? of, variables, file),
      },
    ];
  }
  return listed.map((job, index): PipelineJob => {
    const name = textOf(member(job, 'job')) ?? textOf(member(job, 'deployment')) ?? `job ${index + 1}`;
    const id = stage === '' ? name : `${stage} / ${name}`;
    const prefix = (one: string) => (stage === '' ? one : `${stage} / ${one}`);
    const environment = member(job, 'environment');
    const named = environment?.kind === 'object' ? member(environment, 'name') : environment;
    const container = textOf(member(job, 'container'));
    const template = textOf(member(job, 'template'));
    const hooks = [...membersOf(member(job, 'strategy'))].flatMap(([, strategy]) =>
      [...membersOf(strategy)].map(([, hook]) => member(hook, 'steps')),
    );
    const steps = [member(job, 'steps'), ...hooks].flatMap((list) =>
      list === undefined
        ? []
        : stepsOf(list, new Map([...variables, ...variablesIn(member(job, 'variables'))]), file),
    );
    const depends = itemsOf(member(job, 'dependsOn')).flatMap((one) => textOf(one) ?? []);
    const condition = textOf(member(job, 'condition'));
    const own: PipelineJob = {
      id,
      at: job.origin.at,
      needs: [...needs, ...depends.map(prefix)],
      ...(textOf(named) === undefined ? {} : { environment: { name: textOf(named)!, at: named!.origin.at } }),
      ...(container === undefined ? {} : { image: { name: container, at: job.origin.at } }),
      ...(textOf(member(job, 'continueOnError')) === 'true'
        ? { mayFail: 'the job may fail (continueOnError)' }
        : {}),
      ...(stage !== '' && listed.length > 1 && condition !== undefined ? { skippedAlone: true } : {}),
      steps: template === undefined ? steps : [bareStep(job.origin.at, { open: runByTemplate(template) })],
    };
    const whatever = whateverBefore(condition, new Map(depends.map((one) => [one, [prefix(one)]])));
    return conditional(own, condition, whatever, needs);
  });
}

/** A job behind a condition of its own or of its stage; what the other of them waits for (`others`) it minds as that says. */
function conditional(
  job: PipelineJob,
  condition: string | undefined,
  { regardless, minds = [], passesOver = [] }: ReturnType<typeof whateverBefore>,
  others: readonly string[],
): PipelineJob {
  if (condition === undefined) return job;
  // Where a job of a stage has one too, both must hold.
  const both = job.condition === undefined ? { condition } : { calledUnder: [condition] };
  if (/^\s*(?:false|eq\(\s*(?:1|true)\s*,\s*(?:2|false)\s*\))\s*$/i.test(condition))
    return { ...job, ...both, neverRuns: `its condition is ${condition}` };
  const mindedThere = job.regardless === undefined ? others : (job.minds ?? []);
  const whatever = {
    minds: [...minds, ...mindedThere.filter((need) => others.includes(need))],
    passesOver: [...passesOver, ...(job.passesOver ?? [])],
  };
  const own = { ...job, ...both, ...(regardless === undefined ? {} : { regardless, ...whatever }) };
  if (!onlyAfterFailure(condition)) return own;
  return { ...own, steps: job.steps.map((step) => ({ ...step, afterFailure: true as const })) };
}

const BASH: Shell = { errexit: false, pipefail: false };

/** Tasks that are told by what they run. */
const TASKS: readonly (readonly [RegExp, (inputs: Value | undefined) => string | undefined])[] = [
  [
    /^npm@/i,
    (inputs) =>
      textOf(member(inputs, 'command')) === 'custom'
        ? `npm ${textOf(member(inputs, 'customCommand')) ?? ''}`
        : `npm ${textOf(member(inputs, 'command')) ?? 'install'}`,
  ],
  [
    /^(bash|cmdline|powershell)@/i,
    (inputs) =>
      textOf(member(inputs, 'script')) ??
      (textOf(member(inputs, 'filePath')) === undefined
        ? undefined
        : `bash ${textOf(member(inputs, 'filePath'))}`),
  ],
  [/^awsshellscript@/i, (inputs) => textOf(member(inputs, 'inlineScript'))],
  [
    /^terraform\w*@/i,
    (inputs) =>
      textOf(member(inputs, 'command')) === undefined
        ? undefined
        : `terraform ${textOf(member(inputs, 'command'))}`,
  ],
  [
    /^docker@/i,
    (inputs) => {
      const command = textOf(member(inputs, 'command'));
      return command === undefined || command === 'buildAndPush'
        ? 'docker build . && docker push image'
        : `docker ${command}`;
    },
  ],
];

function stepsOf(
  list: Value | undefined,
  variables: ReadonlyMap<string, string>,
  file: string,
): readonly PipelineStep[] {
  return itemsOf(list).flatMap((step): readonly PipelineStep[] => {
    const at = step.origin.at;
    const title = textOf(member(step, 'displayName'));
    const condition = textOf(member(step, 'condition'));
    const folder = textOf(member(step, 'workingDirectory'));
    const more: Partial<PipelineStep> = {
      at,
      ...(title === undefined ? {} : { name: title }),
      ...(textOf(member(step, 'continueOnError')) === 'true'
        ? { mayFail: 'the step may fail (continueOnError)' }
        : {}),
      ...(condition === undefined ? {} : { condition }),
      ...(condition !== undefined && /^\s*false\s*$/i.test(condition)
        ? { neverRuns: 'its condition is false' }
        : {}),
      ...(condition !== undefined && onlyAfterFailure(condition) ? { afterFailure: true as const } : {}),
      ...(condition !== undefined && isAnyway(condition) ? { regardless: condition } : {}),
      folder:
        folder === undefined
          ? '.'
          : /\$\(/.test(folder)
            ? /^\$\((?:System\.DefaultWorkingDirectory|Build\.SourcesDirectory)\)\/?/.test(folder)
              ? folder.replace(/^\$\([\w.]+\)\/?/, '') || '.'
              : undefined
            : folder,
      variables: new Map([...variables, ...variablesIn(member(step, 'env'))]),
    };
    for (const key of ['script', 'bash', 'pwsh', 'powershell'] as const) {
      const value = member(step, key);
      if (value !== undefined)
        return [
          runStep(
            value,
            file,
            key === 'pwsh' || key === 'powershell' ? { errexit: true, pipefail: true } : BASH,
            more,
          ),
        ];
    }
    const task = textOf(member(step, 'task'));
    if (task !== undefined) {
      const inputs = member(step, 'inputs');
      const text = TASKS.find(([pattern]) => pattern.test(task))?.[1](inputs);
      const inFolder = textOf(member(inputs, 'workingDir')) ?? textOf(member(inputs, 'workingDirectory'));
      if (text !== undefined)
        return [
          bareStep(at, {
            ...more,
            ...(inFolder === undefined ? {} : { folder: inFolder }),
            run: { text, line: at.line, file },
          }),
        ];
      return [namedStep(`azure-task/${task.replace(/@.*$/, '')}`, at, inputs, more)];
    }
    const template = textOf(member(step, 'template'));
    if (template !== undefined) return [bareStep(at, { ...more, open: runByTemplate(template) })];
    if (member(step, 'checkout') !== undefined) return [namedStep('actions/checkout', at, undefined, more)];
    if (member(step, 'publish') !== undefined)
      return [namedStep('actions/upload-artifact', at, undefined, more)];
    if (member(step, 'download') !== undefined)
      return [namedStep('actions/download-artifact', at, undefined, more)];
    return [];
  });
}
