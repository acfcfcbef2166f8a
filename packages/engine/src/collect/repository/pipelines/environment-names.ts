/** The kinds of environment that names speak of. */
export type Stage = 'production' | 'staging' | 'test' | 'development';

const WORDS: Readonly<Record<Exclude<Stage, 'test'>, readonly string[]>> = {
  production: ['production', 'prod', 'prd', 'live'],
  staging: [
    'staging',
    'stage',
    'stg',
    'uat',
    'preprod',
    'preproduction',
    'acceptance',
    'acc',
    'qa',
    'preview',
    'nonprod',
  ],
  development: ['development', 'dev', 'develop', 'devel', 'sandbox', 'sbx'],
};

const STAGE_OF = new Map(
  Object.entries(WORDS).flatMap(([stage, words]) => words.map((word) => [word, stage as Stage] as const)),
);

/** The environment that a name speaks of: `scripts/deploy-prod.sh` says production. Nothing where it names none or several. */
export function stageIn(name: string): Stage | undefined {
  const words = wordsOf(name);
  return stageOfWords(words) ?? (words.some((word) => DEPLOYS.has(word)) ? testIn(words) : undefined);
}

/** The same for what a command is told: a stack, a folder, a file of variables that ends in `test` is of an environment. */
export function stageToldBy(name: string): Stage | undefined {
  const words = wordsOf(name.replace(/(?:\.\w+)?\.(?:tfvars|json|ya?ml|toml|env|hcl)$/, ''));
  return stageOfWords(wordsOf(name)) ?? testIn(words);
}

/** What is named so speaks of several: `higher-dev-envs`. */
const SEVERAL = new Set(['envs', 'environments', 'stages']);

function stageOfWords(words: readonly string[]): Stage | undefined {
  if (words.length > 1 && SEVERAL.has(words.at(-1)!)) return undefined;
  const stages = new Set(words.flatMap((word) => STAGE_OF.get(word) ?? []));
  return stages.size === 1 ? [...stages][0] : undefined;
}

/** What goes somewhere: `deploy-test`, where `unit-test` only tests. */
const DEPLOYS = new Set(['deploy', 'deploys', 'release', 'apply', 'rollout', 'stack', 'env', 'environment']);
/** Beside these the word speaks of tests. */
const OF_TESTS = new Set(
  'and then build lint unit integration e2e end system smoke load acceptance run before after contract security api ui regression'.split(
    ' ',
  ),
);

/** An environment may be called `test`, which most names say of what they do instead: it stands last, after nothing of tests. */
function testIn(words: readonly string[]): Stage | undefined {
  if (words.at(-1) !== 'test' || words.some((word) => STAGE_OF.has(word) || OF_TESTS.has(word)))
    return undefined;
  return 'test';
}

/** Terragrunt keeps all that runs in `live`, one folder an environment: `live/dev/network`. */
const OF_ALL_STAGES =
  /(^|\/)live\/(?=(?:[\w.-]+\/)*?(?:dev|test|qa|uat|stag|prod|prd|sandbox|preprod|nonprod)[\w-]*(?:\/|$))/gi;

/** Whether two names mean the same kind of environment, or are the same. */
export function wordsOf(name: string): readonly string[] {
  const plain = name
    .replace(/pre-?prod(uction)?/gi, ' preprod ')
    .replace(/non-?prod(uction)?/gi, ' nonprod ')
    .replace(OF_ALL_STAGES, '$1')
    .replace(/(^|[\s>&<])\/dev\/(?:null|std(?:in|out|err)|tty|tcp|zero|u?random)\b/g, '$1 ')
    .replace(/\bdev-?(deps|dependencies|ops|requirements|tools|container|server)\b/gi, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  return plain
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '');
}
