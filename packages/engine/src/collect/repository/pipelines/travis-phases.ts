import type { Value } from '../../../model/value.ts';
import { itemsOf, member, textOf } from '../structured-text.ts';
import { kindOfAction } from './actions.ts';
import { bareStep, namedStep, runStep } from './other-hosts.ts';
import type { Credential, PipelineFiles, PipelineStep } from './pipeline.ts';
import { withOptions } from './shell-options.ts';

/** What a job of Travis CI has: what stands at the top of the file, and what it says itself. */
export type TravisJob = ReadonlyMap<string, Value>;

/** How a phase treats a command of it that fails. Source: Travis CI, Job Lifecycle. */
interface Phase {
  readonly name: string;
  /** The build stops at once; else the rest of the phase is run all the same. */
  readonly stops?: true;
  /** Its end does not count for the build. */
  readonly mayFail?: true;
  readonly afterFailure?: true;
  readonly always?: true;
}

const BEFORE_DEPLOYMENT: readonly Phase[] = [
  { name: 'before_install', stops: true },
  { name: 'install', stops: true },
  { name: 'before_script', stops: true },
  { name: 'script' },
  { name: 'before_cache', mayFail: true },
  { name: 'after_success', mayFail: true },
  { name: 'after_failure', mayFail: true, afterFailure: true },
];
const AFTER_DEPLOYMENT: readonly Phase[] = [
  { name: 'after_deploy', mayFail: true },
  { name: 'after_script', mayFail: true, always: true },
];

/** One shell runs everything, and stops nowhere by itself. */
const SHELL = { errexit: false, pipefail: false } as const;

interface Given {
  readonly file: string;
  readonly id: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly has: PipelineFiles['has'];
  readonly credentials: Credential[];
}

/** The steps of a job: each command of each phase is one, deployments too. */
export function travisSteps(job: TravisJob, given: Given): readonly PipelineStep[] {
  const steps: PipelineStep[] = [];
  let prepared: ReadonlySet<number> = new Set();
  let stops = false;
  // Steps whose failure ends the shell, as `set -e` was said and not taken back.
  const ending = new Set<number>();
  const run = (phase: Phase): void => {
    const written = job.get(phase.name);
    const own =
      written === undefined ? byLanguage(phase.name, job, given) : commandsOf(written, phase, given);
    const first = steps.length;
    const earlier = [...steps.keys()];
    const always = { regardless: phase.name, minds: prepared };
    for (const [index, step] of own.entries()) {
      const goesOn = {
        regardless: `Travis CI runs all of ${phase.name}, whatever fails in it`,
        minds: new Set([...earlier, ...ending]),
      };
      steps.push({
        ...step,
        ...(phase.always === true ? always : phase.stops === true || index === 0 ? {} : goesOn),
      });
      stops = stopsAfter(step.run?.text ?? '', stops, phase);
      if (stops) ending.add(first + index);
    }
    if (phase.name === 'before_script') prepared = new Set(steps.keys());
  };
  BEFORE_DEPLOYMENT.forEach(run);
  const deploys = itemsOf(job.get('deploy')).filter((one) => !NO_DEPLOYMENT.test(textOf(one) ?? ''));
  if (deploys.length > 0) run({ name: 'before_deploy', stops: true });
  const moved = steps.some(({ run }) => MOVES.test(run?.text ?? ''));
  for (const one of deploys)
    steps.push(...deployment(one, given).map((step) => (moved ? { ...step, folder: undefined } : step)));
  for (const phase of AFTER_DEPLOYMENT) if (deploys.length > 0 || phase.name !== 'after_deploy') run(phase);
  return steps;
}

const SETS = /(^|[\s;&|({])set((?:[ \t]+[-+]?\w+)+)/gm;

/** Whether the shell stops at a failure once a command was run. `set -e` counts where nothing stands around it, `set +e` anywhere. */
function stopsAfter(text: string, before: boolean, phase: Phase): boolean {
  let stops = before;
  for (const [, around, options] of text.matchAll(SETS)) {
    const { errexit } = withOptions({ ...SHELL, errexit: stops }, options!.trim().split(/\s+/));
    const counts = !errexit || (around === '' && phase.afterFailure !== true);
    if (counts) stops = errexit;
  }
  return stops;
}

const MOVES = /(?:^|[\s;&|(])(?:cd|pushd)\s/m;

/** Words that say that nothing is to be run, not even what the language would. */
const NOTHING = /^(?:skip|ignore)$/;
const NO_DEPLOYMENT = /^(?:false|skip|ignore)$/;

function commandsOf(written: Value, phase: Phase, given: Given): readonly PipelineStep[] {
  const lines = itemsOf(written).flatMap((one) => (one.kind === 'list' ? one.items : [one]));
  return lines.flatMap((line): readonly PipelineStep[] => {
    const text = textOf(line);
    if (text === undefined)
      return line.kind === 'unknown' ? [bareStep(line.origin.at, { open: line.decidedBy })] : [];
    if (NOTHING.test(text.trim())) return [];
    return [
      runStep(line, given.file, SHELL, {
        name: phase.name,
        variables: given.variables,
        continues: true,
        ...(phase.mayFail === true ? { mayFail: `Travis CI does not care how ${phase.name} ends` } : {}),
        ...(phase.afterFailure === true ? { afterFailure: true as const } : {}),
      }),
    ];
  });
}

/** What the language of a job brings where a phase is not written. Source: Travis CI, Languages. */
function byLanguage(phase: string, job: TravisJob, given: Given): readonly PipelineStep[] {
  if (phase !== 'install' && phase !== 'script') return [];
  const language = job.get('language') ?? job.get('node_js');
  const name = textOf(job.get('language')) ?? (job.has('node_js') ? 'node_js' : undefined);
  const at = language?.origin.at ?? itemsOf(job.get('deploy'))[0]?.origin.at;
  if (at === undefined) return [];
  const text = name === 'node_js' ? ofNode(phase, given.has) : undefined;
  const more = { name: phase, variables: given.variables, continues: true } as const;
  if (text !== undefined)
    return [{ ...bareStep(at, more), shell: SHELL, run: { text, line: at.line, file: given.file } }];
  // Installing and testing puts nothing anywhere.
  return phase === 'script'
    ? [
        bareStep(at, {
          ...more,
          open: `what Travis CI runs for ${name ?? 'its language'}`,
          deploysNothing: true,
        }),
      ]
    : [];
}

function ofNode(phase: string, has: PipelineFiles['has']): string | undefined {
  const yarn = has('yarn.lock');
  if (phase === 'install') {
    if (!has('package.json')) return undefined;
    return yarn ? 'yarn' : has('package-lock.json') || has('npm-shrinkwrap.json') ? 'npm ci' : 'npm install';
  }
  return has('package.json') ? (yarn ? 'yarn test' : 'npm test') : 'make test';
}

/** `deploy:`, which is passed over where the build is broken, and for pull requests. What runs it is no part of the shell. */
function deployment(value: Value, given: Given): readonly PipelineStep[] {
  const provider = textOf(member(value, 'provider')) ?? textOf(value);
  const at = value.origin.at;
  if (provider === undefined) return [bareStep(at, { open: 'what the deployment does' })];
  const on = member(value, 'on');
  const condition = conditionOf(on);
  const branch = textOf(member(on, 'branch'));
  const more = {
    name: 'deploy',
    variables: new Map([
      ...given.variables,
      ['TRAVIS_PULL_REQUEST', 'false'],
      // Of a tag it is the tag.
      ...(branch === undefined || member(on, 'tags') !== undefined
        ? []
        : [['TRAVIS_BRANCH', branch] as const]),
    ]),
    ...(condition === undefined ? {} : { condition }),
    ...(textOf(member(value, 'allow_failure')) === 'true' ? { mayFail: 'allow_failure: true' } : {}),
  } as const;
  const key = member(value, 'secret_access_key');
  if (key !== undefined)
    given.credentials.push({ kind: 'key', name: 'secret_access_key', job: given.id, at: key.origin.at });
  if (provider !== 'script') {
    const uses = `travis-deploy/${provider}`;
    return kindOfAction(uses) === undefined
      ? [bareStep(at, { ...more, open: `what the provider ${provider} of Travis CI does` })]
      : [namedStep(uses, at, value, more)];
  }
  const script = member(value, 'script');
  return script === undefined || textOf(script) === undefined
    ? [bareStep(at, { ...more, open: `what the deployment at line ${at.line} of ${given.file} runs` })]
    : [runStep(script, given.file, SHELL, more)];
}

/** `on: { branch: main }` in words. */
function conditionOf(on: Value | undefined): string | undefined {
  if (on?.kind !== 'object') return undefined;
  const said = [...on.members].map(
    ([name, value]) =>
      `${name} = ${
        itemsOf(value)
          .map((one) => textOf(one) ?? '…')
          .join(' or ') ||
        (textOf(value) ?? '…')
      }`,
  );
  return said.length === 0 ? undefined : said.join(' and ');
}
