import { onceFor } from '../../../../once-for.ts';
import { folderOf, join } from '../../../files/paths.ts';
import { importsOfGo, importsOfJava, isPlainImport } from '../../manifests/subjects-of-other-code.ts';
import type { SourceOfFiles } from '../../reader.ts';
import { bareCode } from './bare-code.ts';

/**
 * Whether nothing that a file of tests uses can ask for a route: neither it, nor the files of its package, nor those of the
 * application that they import have to do with requests. Told of Go and Java, whose imports name all that a file uses.
 */
export async function asksForNoRoute(source: SourceOfFiles, file: string, ending: string): Promise<boolean> {
  const language = Object.hasOwn(LANGUAGES, ending) ? LANGUAGES[ending] : undefined;
  return language !== undefined && (await asksForNone(source, folderOf(file), ending, language));
}

/** The same of all tests of a folder. */
const asksForNone = onceFor(
  async (source: SourceOfFiles, own: string, ending: string, language: Language): Promise<boolean> => {
    const files = await filesOf(source, ending);
    const beside = language.beside(files, own);
    const seen = new Set<string>();
    const waiting = [...beside];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (seen.has(folder)) continue;
      seen.add(folder);
      const all = files.folders.get(folder);
      // What is imported is not here: a program may write it.
      if (all === undefined) return false;
      for (const path of all) {
        if (path.endsWith('_test.go') && !beside.includes(folder)) continue;
        const used = await usedBy(source, path, ending, language, files);
        if (used === undefined || (isTest(path) && used.others.some((name) => !isPlain(ending, name))))
          return false;
        waiting.push(...used.folders);
      }
    }
    return true;
  },
);

/** What tests are written with. Sources: pkg.go.dev, docs.junit.org, testng.org, site.mockito.org. */
const OF_TESTS =
  /^(github\.com\/stretchr\/testify\/(assert|require|mock|suite)|github\.com\/(golang\/mock|google\/go-cmp|DATA-DOG\/go-sqlmock)|go\.uber\.org\/mock|github\.com\/onsi\/(ginkgo|gomega))(\/|$)|^(org\.(junit|testng|mockito|assertj|hamcrest|easymock)|junit\.framework)\./;
/** What is imported that has to do with requests. Wide on purpose. */
const OF_REQUESTS =
  /http|\bUrl|URL|\bevents\b|\brest|restassured|\bweb|servlet|mockmvc|grpc|\brpc\b|graphql|resty|\bgin\b|\becho\b|fiber|\bchi\b|\bmux\b|retrofit|feign|jersey|jaxrs|\bnet\b|client\.(?:get|post)|websocket|socket|springframework|selenium/i;

function isPlain(ending: string, name: string): boolean {
  return OF_TESTS.test(name) || isPlainImport(ending, name);
}

function isTest(path: string): boolean {
  return /_test\.go$|(^|\/)src\/test\//.test(path) || /(Tests?|IT)\.java$/.test(path);
}

interface Used {
  /** Folders of the application. */
  readonly folders: readonly string[];
  readonly others: readonly string[];
}

/** What a file imports; nothing where it has to do with requests, or cannot be read. */
const usedBy = onceFor(
  async (
    source: SourceOfFiles,
    path: string,
    ending: string,
    { own }: Language,
    files: FilesOfLanguage,
  ): Promise<Used | undefined> => {
    const got = await source.text(path);
    const bare = got.kind === 'text' ? bareCode(got.text, ending) : undefined;
    if (got.kind !== 'text' || bare === undefined) return undefined;
    const imports = ending === 'go' ? importsOfGo(got.text) : [...importsOfJava(bare), ...inFull(bare)];
    const led = imports.map((name) => own(name, files));
    const others = imports.filter((_, at) => led[at]!.length === 0);
    return OF_REQUESTS.test(others.join('\n')) ? undefined : { folders: led.flat(), others };
  },
);

/** Names of the language that are written in full where they are used. */
function inFull(bare: string): readonly string[] {
  return [...bare.matchAll(/\bjavax?\.[a-z][\w.]*/g)].map(([name]) => name);
}

interface Language {
  /** The folders of the files that need no import. */
  beside(files: FilesOfLanguage, folder: string): readonly string[];
  /** The folders of the application that an import leads to. */
  own(name: string, files: FilesOfLanguage): readonly string[];
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  go: {
    beside: (_, folder) => [folder],
    own: (name, { modules }) =>
      modules.flatMap((one) => {
        if (name !== one.name && !name.startsWith(`${one.name}/`)) return [];
        return join(one.folder, name.slice(one.name.length + 1)) ?? [];
      }),
  },
  java: {
    beside(files, folder) {
      const name = /(?:^|\/)src\/\w+\/java\/(.+)$/.exec(folder)?.[1];
      return name === undefined ? [folder] : endingWith(files, name.split('/'));
    },
    own(name, files) {
      const parts = name.split('.');
      if (parts.at(-1) === '') return endingWith(files, parts.slice(0, -1));
      // A class, or a member of one.
      return [1, 2].flatMap((last) => endingWith(files, parts.slice(0, -last), `${parts.at(-last)!}.java`));
    },
  },
};

/** Folders of a package, by the end of their paths; only those with a certain file where one is given. */
function endingWith(
  { folders }: FilesOfLanguage,
  parts: readonly string[],
  file?: string,
): readonly string[] {
  const end = parts.join('/');
  return [...folders].flatMap(([folder, files]) => {
    const isSame = end !== '' && (folder === end || folder.endsWith(`/${end}`));
    return isSame && (file === undefined || files.some((one) => one.endsWith(`/${file}`))) ? [folder] : [];
  });
}

interface FilesOfLanguage {
  readonly folders: ReadonlyMap<string, readonly string[]>;
  /** Modules of Go, by the names that imports begin with. */
  readonly modules: readonly { readonly name: string; readonly folder: string }[];
}

const filesOf = onceFor(async (source: SourceOfFiles, ending: string): Promise<FilesOfLanguage> => {
  const modules: { name: string; folder: string }[] = [];
  for (const path of source.paths) {
    if (ending !== 'go' || !/(^|\/)go\.mod$/.test(path)) continue;
    const got = await source.text(path);
    const name = got.kind === 'text' ? /^module\s+"?([\w./~-]+)/m.exec(got.text)?.[1] : undefined;
    if (name !== undefined) modules.push({ name, folder: folderOf(path) });
  }
  const files = source.paths.filter((path) => path.endsWith(`.${ending}`));
  return { folders: Map.groupBy(files, folderOf), modules };
});
