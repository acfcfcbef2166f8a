/** The kinds of environment that names speak of. */
export type Stage = 'production' | 'staging' | 'development';

const WORDS: Readonly<Record<Stage, readonly string[]>> = {
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
  const stages = new Set(wordsOf(name).flatMap((word) => STAGE_OF.get(word) ?? []));
  return stages.size === 1 ? [...stages][0] : undefined;
}

/** Whether two names mean the same kind of environment, or are the same. */
export function wordsOf(name: string): readonly string[] {
  const plain = name
    .replace(/pre-?prod(uction)?/gi, ' preprod ')
    .replace(/non-?prod(uction)?/gi, ' nonprod ')
    .replace(/\bdev-?(deps|dependencies|ops|requirements|tools|container|server)\b/gi, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  return plain
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '');
}
