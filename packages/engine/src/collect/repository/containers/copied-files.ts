import { join } from '../../files/paths.ts';
import { wildcard } from '../../files/wildcard.ts';
import type { SourceOfFiles } from '../reader.ts';
import { isLeftOut } from './docker-ignore.ts';
import type { Instruction } from './dockerfile.ts';
import {
  belowOf,
  contextsOf,
  holdsIn,
  inContext,
  joinAbsolute,
  type Stage,
  stagesOf,
} from './image-paths.ts';

/** A file of the repository that an image takes along. */
export interface CopiedFile {
  readonly path: string;
  readonly line: number;
  /** What has to hold for it. */
  readonly onlyIf?: string;
}

/** Files whose names say that they hold what nobody else may know, templates of them left out. */
const MAY_HOLD_SECRETS =
  /(^|\/)((\.env(\.[\w-]+)?|[\w-]+\.env)|\.npmrc|\.pypirc|\.netrc|id_(rsa|dsa|ecdsa|ed25519)|[\w.-]+\.(pem|key|p12|pfx)|(credentials?|secrets?)(\.[\w-]+)*\.(json|ya?ml|toml|ini|properties))$/i;
const TEMPLATE = /[._-](example|sample|template|dist|tpl|tmpl)([._-]|$)/i;

/** The files of that kind that the last stage of an image holds. */
export async function copiedFiles(
  file: string,
  instructions: readonly Instruction[],
  source: SourceOfFiles,
): Promise<readonly CopiedFile[]> {
  const candidates = candidatesIn(source);
  if (candidates.length === 0) return [];
  const stages = stagesOf(instructions);
  const found: CopiedFile[] = [];
  const contexts = await Promise.all(
    foldersOfBuild(file, stages, source).map(async (folder) => ({
      folder,
      ignore: await ignoredFrom(file, folder, source),
    })),
  );
  for (const path of candidates) {
    const held = contexts.map(({ folder, ignore }) => heldFrom(path, folder, ignore, stages));
    const line = held.find((one) => typeof one === 'number');
    if (line === undefined) continue;
    const isSure = held.every((one) => typeof one === 'number');
    found.push({ path, line, ...(isSure ? {} : { onlyIf: `from which folder ${file} is built` }) });
  }
  return found;
}

/** The folders that a build may begin in: a `.dockerignore` is read where it does, and nowhere else. */
function foldersOfBuild(file: string, stages: readonly Stage[], source: SourceOfFiles): readonly string[] {
  const all = contextsOf(file, stages, holdsIn(source));
  const told = all.filter((folder) => source.has(join(folder, '.dockerignore') ?? ''));
  return told.length > 0 ? told : all;
}

const known = new WeakMap<SourceOfFiles, readonly string[]>();

function candidatesIn(source: SourceOfFiles): readonly string[] {
  const before = known.get(source);
  if (before !== undefined) return before;
  const found = source.paths.filter((path) => MAY_HOLD_SECRETS.test(path) && !TEMPLATE.test(path));
  known.set(source, found);
  return found;
}

/** What the file of a folder says that no build takes; one beside the Dockerfile stands in for it. */
async function ignoredFrom(file: string, folder: string, source: SourceOfFiles): Promise<string | undefined> {
  const own = [`${file}.dockerignore`, join(folder, '.dockerignore')].find(
    (path) => path !== undefined && source.has(path),
  );
  const read = own === undefined ? undefined : await source.text(own);
  if (read === undefined) return '';
  return read.kind === 'text' ? read.text : undefined;
}

/** The line that takes a file along, or why that cannot be told; nothing where none does. */
function heldFrom(
  path: string,
  folder: string,
  ignore: string | undefined,
  stages: readonly Stage[],
): number | 'open' | undefined {
  const below =
    folder === '.' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  if (below === undefined) return undefined;
  const left = ignore === undefined ? undefined : isLeftOut(below, ignore);
  if (left === true) return undefined;
  const places = placesIn(stages.length - 1, below, stages, 0);
  if (places.length === 0) return undefined;
  return left === undefined ? 'open' : places[0]!.line;
}

/** Where a file of the build's folder lies in a stage, with the lines that brought it there. */
function placesIn(
  at: number,
  path: string,
  stages: readonly Stage[],
  depth: number,
): readonly { readonly place: string; readonly line: number }[] {
  const stage = stages[at];
  if (stage === undefined || depth > 20) return [];
  const base = stages.findIndex(({ name }) => name !== undefined && name === stage.base);
  const inherited = base >= 0 && base < at ? placesIn(base, path, stages, depth + 1) : [];
  const own = stage.copies.flatMap(({ from, sources, target, line }) => {
    if (from === undefined)
      return sources
        .flatMap((one) => placedBy(inContext(one), target, path, sources.length > 1))
        .map((place) => ({ place, line }));
    const before = stages.findIndex(({ name }, i) => name === from || String(i) === from);
    if (before < 0 || before >= at) return [];
    return placesIn(before, path, stages, depth + 1).flatMap(({ place }) =>
      sources.flatMap((one) => {
        const below = belowOf(place, joinAbsolute('/', one));
        return below === undefined ? [] : [{ place: joinAbsolute(target, below === '.' ? '' : below), line }];
      }),
    );
  });
  return [...inherited, ...own];
}

/** Where `COPY source target` puts a file. */
function placedBy(source: string, target: string, path: string, isOneOfMany: boolean): readonly string[] {
  const plain = source.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
  if (plain === '' || plain === '.') return [joinAbsolute(target, path)];
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (plain === path) return [isOneOfMany || target.endsWith('/') ? joinAbsolute(target, name) : target];
  if (path.startsWith(`${plain}/`)) return [joinAbsolute(target, path.slice(plain.length + 1))];
  if (!/[*?[]/.test(plain)) return [];
  const steps = plain.split('/');
  const names = path.split('/');
  const isIn = steps.length <= names.length && steps.every((step, i) => wildcard(step)?.(names[i]!) === true);
  return isIn ? [joinAbsolute(target, names.slice(steps.length).join('/') || name)] : [];
}
