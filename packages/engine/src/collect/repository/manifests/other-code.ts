import { onceFor } from '../../../once-for.ts';
import { folderOf } from '../../files/paths.ts';
import { codeEnding } from '../file-kind.ts';
import type { SourceOfFiles } from '../reader.ts';
import { type Subject, subjectIn, type Texts, type Trace } from './subjects-of-other-code.ts';
import { testProjectOf, testProjects } from './test-projects.ts';

/** Code in a language that is not read, as far as its files and manifests tell without reading it. */
export interface OtherCode {
  /** The ending of its files: `go`. */
  readonly ending: string;
  readonly language: string;
  /** Those that may be part of the application, sorted. */
  readonly files: readonly string[];
  /** Whether it uses something, by its manifests and the words of its files. */
  traceOf(what: TraceOf): Trace;
}

export type TraceOf = Words | Subject;
type Words = 'models' | 'relational' | 'leases';

interface Language {
  readonly name: string;
  /** The files that say which packages its code needs. */
  readonly manifests: RegExp;
  /** What makes programs of it where something is built to be deployed. */
  readonly builds: RegExp;
}

const OF_THE_JVM = {
  manifests: /(^|\/)(pom\.xml|build\.gradle(\.kts)?|build\.sbt|[\w.-]+\.versions\.toml)$/,
  builds: /\b(mvnw?|gradlew?|sbt)\b/,
};
const OF_DOTNET = {
  manifests: /\.(cs|fs)proj$|(^|\/)(packages\.config|Directory\.(Packages|Build)\.props)$/,
  builds: /\bdotnet\s+(publish|build|lambda)\b/,
};

const LANGUAGES: Readonly<Record<string, Language>> = {
  cs: { name: 'C#', ...OF_DOTNET },
  fs: { name: 'F#', ...OF_DOTNET },
  ex: { name: 'Elixir', manifests: /(^|\/)mix\.exs$/, builds: /\bmix\s/ },
  clj: { name: 'Clojure', manifests: /(^|\/)(deps\.edn|project\.clj)$/, builds: /\b(lein|clj|clojure)\b/ },
  go: {
    name: 'Go',
    manifests: /(^|\/)go\.mod$/,
    builds: /\bgo\s+(build|install)\b|\bko\s+(build|publish)\b/,
  },
  java: { name: 'Java', ...OF_THE_JVM },
  kt: { name: 'Kotlin', ...OF_THE_JVM },
  scala: { name: 'Scala', ...OF_THE_JVM },
  php: { name: 'PHP', manifests: /(^|\/)composer\.json$/, builds: /\bcomposer\s|\bphp\b/ },
  rb: { name: 'Ruby', manifests: /(^|\/)Gemfile$|\.gemspec$/, builds: /\bbundle\b|\bruby\b/ },
  rs: { name: 'Rust', manifests: /(^|\/)Cargo\.toml$/, builds: /\bcargo\s/ },
};

/**
 * Names of packages, hosts and models; of drivers, mappers and statements; of what holds something for a while, and when that ends.
 * Wide on purpose: what is named may be used.
 */
const WORDS: Readonly<Record<Words, readonly RegExp[]>> = {
  models: [
    /openai|anthropic|claude|bedrock|sagemaker|gemini|vertex|genai|generative|ollama|langchain|llama|mistral|cohere|hugging_?face|semantic.?kernel|\bgpt|deepseek|\bgroq|\bllm|_llm|spring.?ai\b|springframework\.ai\b|embedding/i,
    // Of one case: `RubyLLM` is one, `FULFILLMENT` is none.
    /[a-z]LLM(?![a-z])/,
  ],
  relational: [
    // Its class: documents are kept in what people call `dbContext` too.
    /\bDbContext\b/,
    /jdbc|database\/sql|sqlx|sqlc|gorm|\bpgx|postgres|psql|\bpg\b|\bpg_p?connect\b|mysql|maria_?db|mssql|sql_?server|sqlite|sql_?connection|sql_?client|system\.data\b|oracle|npgsql|dapper|entity_?framework|db_?connection|hibernate|\bjpa\b|persistence|jooq|mybatis|r2dbc|exposed|diesel|sea.?orm|active_?record|\bsequel\b|doctrine|eloquent|\bpdo\b|\becto\b|spring.data|aurora|\brds\b|cockroach|hikari|flyway|liquibase|\bdb2\b|\bSELECT\s|\bINSERT\s+INTO\b/i,
  ],
  leases: [
    // `release`, `please`, `block` and `clock` are none.
    /(?<!re|p)lease|(?<![bc])lock|mutex|semaphore|expir|(?:\b|_)ttl|until|time_?out_?at|time_?to_?live|set_?nx|if_?absent|if_?not_?exists|not_exists|if_?none_?match|condition(?:al)?_?(?:expression|check)|visibility|advisory|election|leader|heart_?beat|etcd|zookeeper|curator|consul|redisson|hazelcast/i,
    /[a-z]T(?:TL|tl)/,
  ],
};

/** By its convention a project of tests is called so: `Prices.Tests/Store.cs`. */
const TESTS_OF_DOTNET = /(^|\/)[\w.-]+\.(\w+)?Tests?\/.*\.(cs|fs)$/;

/** Of larger repositories words are not looked for. */
const MOST_FILES = 1_000;

/** The code of a repository in languages that are not read. Looked through once, whichever readers ask. */
export const otherCode = onceFor(async (source: SourceOfFiles): Promise<readonly OtherCode[]> => {
  const projects = await testProjects(source);
  const byEnding = Map.groupBy(
    source.paths.filter((path) => {
      const ending = codeEnding(path);
      const isKnown = ending !== undefined && Object.hasOwn(LANGUAGES, ending);
      return (
        isKnown &&
        source.kind(path) === 'source' &&
        !TESTS_OF_DOTNET.test(path) &&
        testProjectOf(path, projects) === undefined
      );
    }),
    (path) => codeEnding(path)!,
  );
  const found: OtherCode[] = [];
  for (const [ending, all] of byEnding) {
    const language = LANGUAGES[ending]!;
    const files = await partsOfApplication(source, language, all);
    if (files.length === 0) continue;
    const texts = await textsFor(source, language, files);
    const traces = new Map<TraceOf, Trace>();
    found.push({
      ending,
      language: language.name,
      files,
      traceOf: (what) => {
        const before = traces.get(what);
        if (before !== undefined) return before;
        const now = texts === undefined ? OPEN : traceOf(what, ending, texts);
        traces.set(what, now);
        return now;
      },
    });
  }
  return found;
});

const OPEN: Trace = { kind: 'open' };

interface TextsOfCode {
  readonly code: Texts;
  readonly manifests: Texts;
  /** Whether a manifest lies above each file. */
  readonly areDeclared: boolean;
}

/** The code and its manifests; nothing where one cannot be read. */
async function textsFor(
  source: SourceOfFiles,
  { manifests }: Language,
  files: readonly string[],
): Promise<TextsOfCode | undefined> {
  if (files.length > MOST_FILES) return undefined;
  const own = source.paths.filter((path) => manifests.test(path));
  const folders = new Set(own.map(folderOf));
  const texts = new Map<string, string>();
  for (const file of [...own, ...files]) {
    const got = await source.text(file);
    if (got.kind !== 'text' || got.damagedAt !== undefined) return undefined;
    texts.set(file, got.text);
  }
  const of = (paths: readonly string[]) => paths.map((file) => ({ file, text: texts.get(file)! }));
  return {
    code: of(files),
    manifests: of(own),
    areDeclared: files.every((file) => foldersAbove(file).some((folder) => folders.has(folder))),
  };
}

function traceOf(what: TraceOf, ending: string, { code, manifests, areDeclared }: TextsOfCode): Trace {
  if (!isOfWords(what)) return subjectIn(ending, code, manifests, what);
  return areDeclared ? traceIn([...manifests, ...code], WORDS[what]) : OPEN;
}

function isOfWords(what: TraceOf): what is Words {
  return Object.hasOwn(WORDS, what);
}

function traceIn(texts: Texts, words: readonly RegExp[]): Trace {
  for (const { file, text } of texts) {
    const match = words.map((one) => one.exec(text)).find((one) => one !== null);
    if (match !== undefined && match !== null)
      return {
        kind: 'named',
        file,
        line: text.slice(0, match.index).split('\n').length,
        name: match[0].trim(),
      };
  }
  return { kind: 'none' };
}

const BY_HAND = /(^|\/)(tools|scripts)\//;
/** What builds, deploys or starts something. */
const DEPLOYS =
  /(^|\/)([\w.-]*Dockerfile[\w.-]*|[Mm]akefile|[jJ]ustfile|package\.json|Procfile|[\w.-]+\.(tf|hcl|ya?ml|toml|sh|json|mk))$/;
const NO_DEPLOYMENT = /(^|\/)(package-lock\.json|composer\.json|Cargo\.toml|tsconfig[\w.]*\.json)$/;
const BUILDS_IMAGES = /(^|\/)([\w.-]*Dockerfile[\w.-]*|buildspec[\w.-]*\.ya?ml)$/;
/** Infrastructure that is written as code. */
const AS_CODE = /aws-cdk|@pulumi|pulumi_|cdktf|constructs/;

/** Without the tools and scripts of developers that nothing which builds or deploys names. */
async function partsOfApplication(
  source: SourceOfFiles,
  { builds }: Language,
  files: readonly string[],
): Promise<readonly string[]> {
  if (!files.some((file) => BY_HAND.test(file))) return files;
  const texts: { file: string; text: string }[] = [];
  for (const file of source.paths) {
    const kind = source.kind(file);
    const isCode = kind === 'source' && /\.([cm]?[jt]s|py)$/.test(file);
    if (!isCode && (!DEPLOYS.test(file) || NO_DEPLOYMENT.test(file))) continue;
    const got = await source.text(file);
    if (got.kind !== 'text') return files;
    if (isCode && !AS_CODE.test(got.text)) continue;
    texts.push({ file, text: got.text });
  }
  if (texts.some(({ file, text }) => BUILDS_IMAGES.test(file) && builds.test(text))) return files;
  return files.filter((file) => {
    const names = BY_HAND.test(file) ? pathsOf(file) : undefined;
    return names === undefined || texts.some(({ text }) => names.some((name) => text.includes(name)));
  });
}

/** How a tool is written where it is used: `tools/update-prices`, `./update-prices`; one without a folder by its file. */
function pathsOf(file: string): readonly string[] {
  const [, , folder = '', below = ''] = /(^|\/)(tools|scripts)\/(.*)$/.exec(file) ?? [];
  const own = below.split('/')[0]!;
  return [`${folder}/${own}`, `./${own}`];
}

function foldersAbove(file: string): readonly string[] {
  const folders: string[] = [];
  for (let at = folderOf(file); ; at = folderOf(at)) {
    folders.push(at);
    if (at === '.') return folders;
  }
}
