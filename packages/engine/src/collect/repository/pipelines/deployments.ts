import { rowOf } from '../../../knowledge/row-of.ts';
import { stageToldBy } from './environment-names.ts';
import { changesNothing, movedBy } from './not-deploying.ts';
import type { Ran } from './shell-ran.ts';
import { GIVEN, isOpen, pathFrom, plainly } from './shell-text.ts';
import { OF_TOOLS } from './tool-versions.ts';

/** One thing that says which environment a command deploys. */
export interface Claim {
  /** The environment as it is written: `prod`, `env/prod.tfvars`. */
  readonly name: string;
  /** What says so: `the workspace`, `-var-file`. */
  readonly from: string;
}

/** What a command deploys. */
export interface Deployment {
  readonly tool: string;
  /** The stack, service or bucket that it names. */
  readonly what?: string;
  /** What on the command or around it says the environment, the nearest first. */
  readonly claims: readonly Claim[];
  /** What would tell the environment, where it is said by something open. */
  readonly open?: string;
  /** What is open is nothing but what whoever calls it gives. */
  readonly isGiven?: true;
  /** Whether what is open says the environment is not known. */
  readonly isPerhaps?: true;
  /** What says the environment says several: what is around it decides it no more. */
  readonly disagrees?: true;
  /** The claims are what holds where whoever runs it says nothing else. */
  readonly isDefault?: true;
  readonly region?: string;
  /** Settings that it is given for the app, by name: `environment=prod`. */
  readonly context: readonly string[];
  /** A commit, version or digest that it gives to what it deploys. */
  readonly version?: string;
  /** Whether it deploys infrastructure, rather than code or pages into what is there. */
  readonly infrastructure: boolean;
  /** Where Terraform keeps the state of what it applies. */
  readonly state?: KeptState;
}

/** In a file beside the code, in a backend, or what would tell; `isClosed` where its folder cannot be read. */
export type KeptState = 'beside' | 'backend' | { readonly open: string; readonly isClosed?: true };

/** What commands before have set in a folder: a workspace, a plan. */
export class Settings {
  readonly #workspaces = new Map<string, string>();
  readonly #plans = new Map<string, readonly Claim[]>();
  /** What said the environment of the deployment before: pages go where its outputs say. */
  last: readonly Claim[] = [];
  /** Whether a stand-in of the cloud runs beside the commands that come now. */
  standIn = false;

  /** Takes notice of a command that later ones depend on. */
  heed(words: readonly string[], folder: string | undefined): void {
    const [program, ...rest] = words;
    if (!/^(terraform|tofu|terragrunt)$/.test(program ?? '')) return;
    const at = folderOfTerraform(rest, folder) ?? UNKNOWN;
    const plain = rest.filter((word) => !word.startsWith('-'));
    if (plain[0] === 'workspace' && (plain[1] === 'select' || plain[1] === 'new'))
      this.#workspaces.set(at, plain.at(-1)!);
    if (plain[0] === 'plan') this.#plans.set(at, terraformClaims(rest));
    if (plain[0] === 'init') {
      const backend = rest.find((word) =>
        /^--?backend-config=.*\.(hcl|tfvars|tfbackend|conf|config)$/.test(word),
      );
      const name = backend?.replace(/^.*=/, '');
      // Every environment may keep its state by the same file, if that is named for none.
      if (name !== undefined && (isOpen(name) || stageToldBy(name) !== undefined))
        this.#plans.set(at, [...(this.#plans.get(at) ?? []), { name, from: '-backend-config' }]);
    }
  }

  workspace(folder: string): string | undefined {
    return this.#workspaces.get(folder);
  }

  planned(folder: string): readonly Claim[] {
    return this.#plans.get(folder) ?? [];
  }
}

/** Variables of a shell that name the environment. `NODE_ENV` is a way of building. */
const STAGE_VARIABLE =
  /^(?:(?:APP|CDK|DEPLOY|DEPLOYMENT|TARGET|AWS|PROJECT|SLS|SERVERLESS|TF|SST|CI|STACK|INFRA|CDK_DEPLOY)_)?(?:ENV|ENVIRONMENT|STAGE|ENV_NAME|ENVIRONMENT_NAME|STAGE_NAME)$|^TF_VAR_(?:env|environment|stage|env_name|environment_name|workspace)$|^TF_WORKSPACE$/i;

const COMMIT = new RegExp(
  [
    'GITHUB_SHA|github\\.sha|CI_COMMIT_(?:SHORT_)?SHA|CI_COMMIT_TAG|CIRCLE_SHA1|BITBUCKET_COMMIT',
    'CODEBUILD_RESOLVED_SOURCE_VERSION|Build\\.SourceVersion|GIT_COMMIT|git rev-parse|git describe|github\\.ref_name|GITHUB_REF_NAME',
    'COMMIT_(?:SHA|HASH)|IMAGE_TAG|RELEASE_TAG|@sha256:|BUILD_ID|Build\\.BuildId|GITHUB_RUN_NUMBER|github\\.run_number|CIRCLE_BUILD_NUM',
    `(?<!(?:${OF_TOOLS})_)VERSION(?![A-Z]|_(?:${OF_TOOLS}))`,
  ].join('|'),
);

/** What a deploying command deploys; `fetch` and `keep` where it only brings or stores files. */
export function deploymentOf(
  words: readonly string[],
  ran: Ran,
  settings: Settings,
): Deployment | 'fetch' | 'keep' | 'other' {
  const [program = '', ...rest] = words;
  const name = program.slice(program.lastIndexOf('/') + 1);
  const terraform = /^(terraform|tofu|terragrunt)$/.test(name);
  if (changesNothing(name, rest)) return 'other';
  if (name === 'aws' && rest.includes('s3')) {
    const moved = movedBy(rest);
    if (moved !== 'deploy') return moved;
  }
  const folder = terraform ? folderOfTerraform(rest, ran.folder) : ran.folder;
  const written = terraform
    ? [...terraformClaims(rest), ...workspaceClaim(ran, settings, folder ?? UNKNOWN)]
    : claimsOf(name, rest);
  const planned = terraform && rest.filter((w) => !w.startsWith('-')).length > 1;
  const own = planned
    ? [...written, ...settings.planned(folder ?? UNKNOWN)]
    : terraform
      ? [...written, ...settings.planned(folder ?? UNKNOWN).filter(({ from }) => from === '-backend-config')]
      : written;
  const variables = [...ran.variables].flatMap(([key, value]): readonly Claim[] =>
    STAGE_VARIABLE.test(key) && value !== '' ? [{ name: value, from: key }] : [],
  );
  const given = terraform ? folderGiven(rest, ran) : undefined;
  const beginning = beginningOf(folder ?? ran.openFolder?.path);
  const inFolder =
    beginning !== undefined
      ? [{ name: beginning, from: 'the folder' }]
      : given !== undefined
        ? [{ name: given.path, from: 'the folder' }]
        : folder === undefined || folder === '.' || isOpen(folder)
          ? []
          : [{ name: folder, from: 'the folder' }];
  const around = variables.length > 0 ? variables : inFolder;
  const all = own.length > 0 ? own : around;
  const disagreeing = own.length > 0 ? undefined : disagreement(variables);
  const read = all.filter((claim) => !isOpen(claim.name));
  const open = all.find((claim) => isOpen(claim.name));
  const follows = read.length === 0 && !terraform && open?.from === 'the bucket' && settings.last.length > 0;
  const known = disagreeing !== undefined ? [] : follows ? settings.last : read;
  if (known.length > 0) settings.last = known;
  const region =
    optionOf(rest, ['--region']) ??
    ran.variables.get('AWS_REGION') ??
    ran.variables.get('AWS_DEFAULT_REGION');
  const what = whatOf(name, rest);
  const version = versionIn(ran.written, words);
  return {
    tool: toolOf(name, rest),
    ...(what === undefined || isOpen(what) ? {} : { what: plainly(what) }),
    claims: known.map((claim) => ({ ...claim, name: plainly(claim.name) })),
    ...(disagreeing !== undefined
      ? { open: disagreeing, disagrees: true as const }
      : open === undefined || known.length > 0
        ? {}
        : {
            open: `the value that ${open.from} is given`,
            ...(open.name.includes(GIVEN) && !isOpen(open.name.replaceAll(GIVEN, ''))
              ? { isGiven: true as const }
              : {}),
          }),
    ...(open === inFolder[0] && given?.isStage === false ? { isPerhaps: true as const } : {}),
    ...(region === undefined || isOpen(region) ? {} : { region }),
    context: name === 'cdk' ? contextOf(rest) : [],
    ...(version === undefined ? {} : { version }),
    infrastructure: INFRASTRUCTURE.test(
      `${name} ${rest
        .filter((w) => !w.startsWith('-'))
        .slice(0, 2)
        .join(' ')}`,
    ),
  };
}

/** What would tell the environment where variables name several: `TARGET_ENV=prod APP_ENV=dev`. */
function disagreement(variables: readonly Claim[]): string | undefined {
  const said = variables.filter(({ name }) => !isOpen(name) && stageToldBy(name) !== undefined);
  const other = said.find(({ name }) => stageToldBy(name) !== stageToldBy(said[0]!.name));
  return other === undefined
    ? undefined
    : `which of ${said[0]!.from} and ${other.from} names the environment`;
}

const INFRASTRUCTURE =
  /^(terraform|tofu|terragrunt|cdk|cdktf|sam|pulumi|serverless|sls|sst|amplify|ampx|copilot|chalice|rain|sceptre|ansible-playbook) |^aws cloudformation /;

function toolOf(name: string, rest: readonly string[]): string {
  const plain = rest.filter((word) => !word.startsWith('-'));
  return [name, ...plain.slice(0, name === 'aws' ? 2 : 1)].map(plainly).join(' ');
}

/** Options by which tools are told the environment, and those that name what is deployed. */
const OPTIONS: Readonly<
  Record<string, { readonly stage: readonly string[]; readonly what: readonly string[] }>
> = {
  cdk: { stage: [], what: [] },
  sam: { stage: ['--config-env'], what: ['--stack-name'] },
  aws: {
    stage: ['--environment-name', '--branch-name'],
    what: [
      '--stack-name',
      '--service',
      '--function-name',
      '--application-name',
      '--cluster',
      '--deployment-group-name',
      '--app-id',
    ],
  },
  serverless: { stage: ['--stage', '-s'], what: [] },
  sst: { stage: ['--stage'], what: [] },
  pulumi: { stage: ['--stack', '-s'], what: [] },
  copilot: { stage: ['--env', '-e'], what: ['--name', '-n'] },
  chalice: { stage: ['--stage'], what: [] },
  amplify: { stage: ['--env'], what: [] },
  ampx: { stage: ['--branch'], what: [] },
  helm: { stage: ['--namespace', '-n', '--values', '-f'], what: [] },
  kubectl: { stage: ['--namespace', '-n', '--context', '-f', '-k'], what: [] },
  arc: { stage: [], what: [] },
  wrangler: { stage: ['--env', '-e'], what: [] },
  'ecs-deploy': { stage: [], what: ['-c', '--cluster', '-n', '--service-name'] },
};

function claimsOf(name: string, rest: readonly string[]): readonly Claim[] {
  const { stage, what } = rowOf(OPTIONS, name) ?? { stage: [], what: [] };
  const told = stage.flatMap((option): readonly Claim[] => {
    const value = optionOf(rest, [option]);
    return value === undefined ? [] : [{ name: value, from: option }];
  });
  const more: Claim[] = [];
  if (name === 'cdk') {
    for (const pair of contextOf(rest)) {
      const [key = '', value = ''] = pair.split(/=(.*)/s);
      if (
        /^(env|environment|stage|envName|environmentName|stageName|config|target|deployEnv|deploymentEnvironment|account)$/i.test(
          key.split(':').at(-1)!,
        )
      )
        more.push({ name: value, from: `the context ${key}` });
    }
    for (const stack of stacksOf(rest)) if (stack !== '*') more.push({ name: stack, from: 'the stack' });
  }
  if (name === 'arc' && rest.includes('--production'))
    more.push({ name: 'production', from: '--production' });
  if (name === 'vercel' || name === 'netlify')
    if (rest.includes('--prod')) more.push({ name: 'production', from: '--prod' });
  if (name === 'aws' || name === 'sam') {
    const from = rest.findIndex((word) => word === '--parameter-overrides' || word === '--parameters');
    const parameters =
      from < 0 ? [] : rest.slice(from + 1, nextOption(rest, from + 1)).flatMap((word) => word.split(/\s+/));
    for (const parameter of parameters) {
      const match =
        /^["']?(\w*(?:env|stage|environment)\w*)=["']?([^"']*)["']?$/i.exec(parameter) ??
        /^ParameterKey=(\w*(?:env|stage|environment)\w*),ParameterValue=(.*)$/i.exec(parameter);
      if (match !== null && !/envvars|node_env/i.test(match[1]!))
        more.push({ name: match[2]!, from: `the parameter ${match[1]}` });
    }
  }
  if (/^(eb|zappa)$/.test(name)) {
    const plain = rest.filter((word) => !word.startsWith('-'));
    if (plain[1] !== undefined) more.push({ name: plain[1], from: 'its argument' });
  }
  const named = what.flatMap((option): readonly Claim[] => {
    const value = optionOf(rest, [option]);
    return value === undefined ? [] : [{ name: value, from: option }];
  });
  const bucket = rest.findLast((word) => /^s3:\/\//.test(word));
  // A service of one environment may run in a cluster that is named for another.
  const nearest = named.find((claim) => stageToldBy(claim.name) !== undefined);
  if (told.length === 0 && more.length === 0 && nearest !== undefined) return [nearest];
  const all = [...told, ...more];
  if (all.length > 0) return all;
  return bucket === undefined ? named : [...named, { name: bucket, from: 'the bucket' }];
}

function nextOption(rest: readonly string[], from: number): number {
  const at = rest.findIndex((word, i) => i >= from && word.startsWith('--'));
  return at < 0 ? rest.length : at;
}

function whatOf(name: string, rest: readonly string[]): string | undefined {
  const options = rowOf(OPTIONS, name)?.what ?? [];
  const option = options.flatMap((one) => optionOf(rest, [one]) ?? [])[0];
  if (option !== undefined) return option;
  if (name === 'cdk') return stacksOf(rest).join(' ') || undefined;
  return rest.findLast((word) => /^s3:\/\//.test(word));
}

const CDK_VALUED = new Set([
  '-c',
  '--context',
  '-a',
  '--app',
  '-o',
  '--output',
  '--require-approval',
  '--outputs-file',
  '-O',
  '--profile',
  '--toolkit-stack-name',
  '--role-arn',
  '-r',
  '--parameters',
  '--tags',
  '-t',
  '--progress',
  '--concurrency',
  '--method',
  '--change-set-name',
  '-m',
  '--qualifier',
]);

function stacksOf(rest: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    if (CDK_VALUED.has(word)) i++;
    else if (!word.startsWith('-') && word !== 'deploy') found.push(word);
  }
  return found;
}

function contextOf(rest: readonly string[]): readonly string[] {
  return rest.flatMap((word, i) => {
    if (word === '-c' || word === '--context') return rest[i + 1] === undefined ? [] : [rest[i + 1]!];
    const joined = /^(?:--context=|-c(?==?\w))=?(.+)$/.exec(word);
    return joined === null ? [] : [joined[1]!];
  });
}

function terraformClaims(rest: readonly string[]): readonly Claim[] {
  return rest.flatMap((word, i): readonly Claim[] => {
    const file = /^--?var-file(?:=(.*))?$/.exec(word);
    if (file !== null) return [{ name: file[1] ?? rest[i + 1] ?? '', from: '-var-file' }];
    const variable = /^--?var(?:=(.*))?$/.exec(word);
    const pair = variable === null ? undefined : (variable[1] ?? rest[i + 1] ?? '');
    const named =
      pair === undefined
        ? null
        : /^["']?(env|environment|stage|env_name|environment_name)=(.*?)["']?$/i.exec(pair);
    return named === null ? [] : [{ name: named[2]!, from: `the variable ${named[1]}` }];
  });
}

function workspaceClaim(ran: Ran, settings: Settings, folder: string): readonly Claim[] {
  const name = ran.variables.get('TF_WORKSPACE') ?? settings.workspace(folder);
  return name === undefined ? [] : [{ name, from: 'the workspace' }];
}

/** Folders whose parts are environments, one each. */
const OF_STAGES = /(?:^|\/)(?:env(?:ironment)?s?|stages?|live|deployments?|accounts?|workspaces?)\//i;

/** The folder whose code is applied, where whoever runs it says which; one that is made or found on the way is none. */
function folderGiven(
  rest: readonly string[],
  ran: Ran,
): { readonly path: string; readonly isStage: boolean } | undefined {
  const option = folderOfTerraform(rest, undefined);
  const path = option ?? (ran.folder === undefined ? ran.openFolder?.path : undefined);
  if (path?.includes(GIVEN) !== true) return undefined;
  const written = `${ran.openFolder?.written ?? ''} ${ran.written}`;
  const named = [...written.matchAll(/\$\{?(\w+)/g)].some(([, name]) => STAGE_VARIABLE.test(name!));
  return { path, isStage: named || OF_STAGES.test(path) };
}

/** The known beginning of a folder whose end only the run tells, where it names an environment: `live/dev/…`. */
function beginningOf(path: string | undefined): string | undefined {
  const end = path?.search(/[\uFFFC\uFFFD]|\$\{/) ?? -1;
  const known =
    end < 0 ? undefined : path!.slice(0, path!.lastIndexOf('/', end)).replace(/(?:^|\/)live$/, '');
  return known === undefined || end === 0 || known.includes('..') || stageToldBy(known) === undefined
    ? undefined
    : known;
}

/** Where folders that are not known are kept apart from those that are. */
const UNKNOWN = '?';

/** The folder whose code is applied: open where an option names one that is. */
export function folderOfTerraform(rest: readonly string[], folder: string | undefined): string | undefined {
  const path =
    rest.find((word) => /^--?chdir=/.test(word))?.replace(/^[^=]*=/, '') ??
    optionOf(rest, ['--terragrunt-working-dir', '--working-dir']);
  return path === undefined ? folder : (pathFrom(folder, path) ?? (isOpen(path) ? path : undefined));
}

function optionOf(rest: readonly string[], options: readonly string[]): string | undefined {
  for (const [i, word] of rest.entries()) {
    for (const option of options) {
      if (word === option) return rest[i + 1];
      if (option.startsWith('--') && word.startsWith(`${option}=`)) return word.slice(option.length + 1);
    }
  }
  return undefined;
}

/** The commit or version that a command gives to what it deploys. */
export function versionIn(written: string, words: readonly string[]): string | undefined {
  const direct = COMMIT.exec(written)?.[0];
  if (direct !== undefined) return direct;
  const named = words.join(' ');
  return COMMIT.exec(named)?.[0];
}
