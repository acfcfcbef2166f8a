import { rowOf } from '../../../knowledge/row-of.ts';
import { type KnownAction, kindOfAction } from './actions.ts';
import type { Command, OpenCommand } from './command.ts';
import { isCalledDeployment } from './command-fates.ts';
import type { Scanned } from './command-kinds.ts';
import type { Followed } from './commands.ts';
import { type Claim, type Deployment, type Settings, versionIn } from './deployments.ts';
import { type ImageBuild, imageBuildAt } from './image-builds.ts';
import type { PipelineStep } from './pipeline.ts';
import type { Fate } from './shell-fates.ts';
import { isOpen, plainly } from './shell-text.ts';

/** What a step that is an action of others does, as far as its name and what it is given tell. */
export async function actionCommand(
  step: PipelineStep,
  followed: Followed,
  settings: Settings,
): Promise<{ readonly commands: readonly Command[]; readonly open: readonly OpenCommand[] }> {
  const uses = step.uses!;
  const name = uses.replace(/^docker:\/\//, '').replace(/@.*$/, '');
  const { file, line } = step.at;
  const row: KnownAction | undefined = /^gitlab-template\//.test(uses)
    ? { kind: 'scan', scans: gitlabScans(uses) }
    : kindOfAction(name);
  if (row === undefined)
    return {
      commands: [],
      open: [
        {
          decidedBy: `what the action ${name} does`,
          ofOthers: true,
          ...(isCalledDeployment(name.replace(/^[^/]*\//, '')) || isToldToDeploy(step)
            ? { isCalledDeployment: true as const }
            : {}),
          file,
          line,
        },
      ],
    };
  const mode = row.modes === undefined ? undefined : step.inputs.get(row.modes.input);
  if (mode !== undefined && isOpen(mode))
    return {
      commands: [],
      open: [{ decidedBy: `the value of ${row.modes!.input} that ${name} is given`, file, line }],
    };
  const given = row.given?.(step, (path) => followed.has(path));
  const known: KnownAction =
    row.modes === undefined
      ? { ...row, ...given }
      : { ...row, kind: rowOf(row.modes.kinds, mode ?? '') ?? row.modes.otherwise };
  const inputs = [...step.inputs];
  for (const input of known.runs ?? []) {
    const text = step.inputs.get(input);
    if (text === undefined) continue;
    const tool = known.tool;
    const folders = [known.folder ?? 'working_directory', 'working-directory'];
    const ran = await followed.of({
      text: tool === undefined || text.startsWith(`${tool} `) ? text : `${tool} ${text}`,
      file,
      line,
      shell: { errexit: true, pipefail: true },
      folder: folders.flatMap((name) => step.inputs.get(name) || [])[0] ?? step.folder,
      variables: step.variables,
      settings,
    });
    return ran;
  }
  const said = inputs.map(([key, value]) => `${key}=${value}`).join(' ');
  const words = [name, ...inputs.map(([key, value]) => `${key}=${value}`)];
  const version = versionIn(said, words);
  const pushes = known.kind === 'build' && step.inputs.get('push') === 'true';
  const fate = given?.fate ?? fateOf(known.stops, step);
  const deploys = known.kind === 'deploy' ? deploymentBy(known, step, version) : undefined;
  const made: Command = {
    kind: known.kind,
    ...(known.scans === undefined ? {} : { scans: known.scans }),
    text: uses,
    words,
    file,
    line,
    through: [],
    ...(fate === undefined ? {} : { fate }),
    ...(deploys === undefined ? {} : { deploys }),
    ...(known.handsOver === undefined ? {} : { handsOver: true }),
    ...(version === undefined ? {} : { version }),
    names: [],
  };
  const image = name === 'docker/build-push-action' ? imageOf(step) : undefined;
  const way = { through: [], names: [], running: [] };
  const built = image === undefined ? undefined : await followed.ofImage(image, way, settings);
  return {
    commands: [
      ...(built?.commands ?? []),
      made,
      ...(pushes ? [{ ...made, kind: 'publish' as const, handsOver: true as const }] : []),
    ],
    open: built?.open ?? [],
  };
}

const TELLS_WHAT = /^(?:args?|arguments|command|commands|cmd|run|script|subcommand|operation)$/i;

/** Whether an action is given a command that is called a deployment: `args: deploy --all`. */
function isToldToDeploy({ inputs }: PipelineStep): boolean {
  return [...inputs].some(
    ([input, value]) =>
      TELLS_WHAT.test(input) &&
      value
        .split(/\s+/)
        .filter((word) => !word.startsWith('-'))
        .slice(0, 3)
        .some(isCalledDeployment),
  );
}

/** Without a folder the action builds what is in the repository's own, as it was pushed. */
function imageOf({ inputs }: PipelineStep): ImageBuild | undefined {
  const target = inputs.get('target');
  if (target !== undefined && isOpen(target)) return undefined;
  return imageBuildAt('.', { context: inputs.get('context') ?? '.', file: inputs.get('file'), target });
}

function gitlabScans(uses: string): readonly Scanned[] {
  if (/Dependency/.test(uses)) return ['dependencies'];
  if (/Secret/.test(uses)) return ['secrets'];
  return /Container/.test(uses) ? ['images'] : ['code'];
}

function fateOf(
  stops: { readonly input: string; readonly never: RegExp; readonly otherwise: boolean } | undefined,
  { inputs }: PipelineStep,
): Fate | undefined {
  if (stops === undefined) return undefined;
  const value = inputs.get(stops.input);
  if (value === undefined)
    return stops.otherwise
      ? undefined
      : { swallowed: `it reports, and stops nothing (${stops.input} is not set)` };
  if (isOpen(value)) return { open: `the value of ${stops.input}` };
  return stops.never.test(value)
    ? { swallowed: `it reports, and stops nothing (${stops.input}: ${value})` }
    : undefined;
}

const STAGE_INPUT = /^(?:env|environment|stage|env[-_]name|environment[-_]name|stage[-_]name)$/i;

function deploymentBy(
  known: {
    readonly tool?: string;
    readonly what?: readonly string[];
    readonly stage?: readonly string[];
    readonly infrastructure?: boolean;
  },
  { inputs, variables }: PipelineStep,
  version: string | undefined,
): Deployment {
  const stages = [...inputs].filter(
    ([key, value]) => value !== '' && (known.stage?.includes(key) === true || STAGE_INPUT.test(key)),
  );
  const whats = (known.what ?? []).flatMap((key) =>
    inputs.get(key) === undefined ? [] : [[key, inputs.get(key)!] as const],
  );
  const around = [...variables].filter(([key]) => /^(?:STAGE|ENV|ENVIRONMENT|APP_ENV|DEPLOY_ENV)$/.test(key));
  const said = stages.length > 0 ? stages : whats.length > 0 ? whats : around;
  const claims = said.flatMap(([key, value]): readonly Claim[] =>
    isOpen(value) || /\$\{?\w/.test(value) ? [] : [{ name: value, from: key }],
  );
  const open = said.find(([, value]) => isOpen(value) || /\$\{?\w/.test(value));
  const what = whats.find(([, value]) => !isOpen(value))?.[1];
  return {
    tool: known.tool ?? 'an action',
    ...(what === undefined ? {} : { what: plainly(what) }),
    claims,
    ...(open === undefined || claims.length > 0 ? {} : { open: `the value of ${open[0]}` }),
    context: [],
    ...(version === undefined ? {} : { version }),
    infrastructure: known.infrastructure ?? false,
  };
}
