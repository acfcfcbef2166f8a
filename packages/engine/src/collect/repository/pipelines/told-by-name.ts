/** Scripts of packages by names that never mean a deployment, unless they say so too: `deploy:dev`. */
export const NOT_DEPLOYING =
  /^(?:npm|yarn|pnpm|bun)\b.*\b(?:t|test|tests|lint|build|typecheck|format|e2e|unit|coverage|start|dev)\b|^(?:pytest|jest)\b/;

/** Scripts that lie among those of tests. */
export const OF_TESTS = /(?:^|\/)tests?\/(?:[\w.-]+\/)*[\w.-]+$/;

/** What copies files by this name keeps them. */
export const BACKUP = /(^|[\s/._-])back-?ups?([\s/._-]|$)/i;

/** A stand-in of the cloud on one's own machine: nothing is deployed to it. */
export const STAND_IN = /localstack|\b(?:aws|tf|cdk|sam)local\b|\/\/localhost|127\.0\.0\.1/;

/** What starts one beside the commands that come after it. */
export const STARTS_STAND_IN =
  /^(?:sudo )?(?:localstack start\b|(?:docker|podman) run\b.*\blocalstack\/localstack|docker[- ]compose\b.*\bup\b.*\blocalstack\b)|^localstack\/setup-localstack\b/i;

/** A key that AWS would give nobody, as a stand-in takes it. */
export const FALSE_KEY = /^(?:test(?:ing)?|fake|mock|dummy|foo(?:bar)?|local(?:stack)?|none|x+)$/i;

/** What a text fetches is of others. */
export const BRINGS = /\b(curl|wget|unzip|tar|pip install|npm install -g)\b/;
