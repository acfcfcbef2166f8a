import { onceFor } from '../../../once-for.ts';
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
  const contexts = await Promise.all(
    foldersOfBuild(file, stages, source).map(async (folder) => ({
      folder,
      ignore: await ignoredFrom(file, folder, source),
    })),
  );
  return candidates.flatMap((path): readonly CopiedFile[] => {
    const held = contexts.map((context) => heldFrom(path, context, stages));
    const first = held.find((one) => one !== undefined);
    if (first === undefined) return [];
    const onlyIf = held.includes(undefined)
      ? `from which folder ${file} is built`
      : held.find((one) => one?.onlyIf !== undefined)?.onlyIf;
    return [{ path, line: first.line, ...(onlyIf === undefined ? {} : { onlyIf }) }];
  });
}

/**
 * The folders that a build may begin in: the nearest with a `.dockerignore`, which is read where a build begins and nowhere else,
 * those before it, and others that have one.
 */
function foldersOfBuild(file: string, stages: readonly Stage[], source: SourceOfFiles): readonly string[] {
  const all = contextsOf(file, stages, holdsIn(source));
  const tells = (folder: string) => source.has(join(folder, '.dockerignore') ?? '');
  const nearest = all.findIndex(tells);
  return nearest < 0 ? all : all.filter((folder, at) => at <= nearest || tells(folder));
}

const candidatesIn = onceFor((source: SourceOfFiles): readonly string[] =>
  source.paths.filter((path) => MAY_HOLD_SECRETS.test(path) && !TEMPLATE.test(path)),
);

/** The folder that a build begins in, and what it says that no build takes. */
interface Context {
  readonly folder: string;
  readonly ignore: { readonly file: string; readonly text: string | undefined } | undefined;
}

/** The file of a folder that says so; one beside the Dockerfile stands in for it. */
async function ignoredFrom(file: string, folder: string, source: SourceOfFiles): Promise<Context['ignore']> {
  const own = [`${file}.dockerignore`, join(folder, '.dockerignore')].find(
    (path) => path !== undefined && source.has(path),
  );
  if (own === undefined) return undefined;
  const read = await source.text(own);
  return { file: own, text: read.kind === 'text' ? read.text : undefined };
}

/** The line that takes a file along, with what has to hold for it; nothing where none does. */
function heldFrom(
  path: string,
  { folder, ignore }: Context,
  stages: readonly Stage[],
): Omit<CopiedFile, 'path'> | undefined {
  const below =
    folder === '.' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  if (below === undefined) return undefined;
  const left =
    ignore === undefined ? false : ignore.text === undefined ? undefined : isLeftOut(below, ignore.text);
  if (left === true) return undefined;
  const places = placesOf(below, stages);
  const place = places.find(({ onlyIf }) => onlyIf === undefined) ?? places[0];
  if (place === undefined) return undefined;
  const onlyIf = left === undefined ? `whether ${ignore!.file} leaves ${below} out` : place.onlyIf;
  return { line: place.line, ...(onlyIf === undefined ? {} : { onlyIf }) };
}

/** Where a file lies in a stage, with the line that brought it there and what has to hold for that. */
interface Placed extends Omit<CopiedFile, 'path'> {
  readonly place: string;
}

/** Stages that copy from each other again and again would multiply them. */
const MOST_PLACES = 100;

/** Where a file of the build's folder lies in the last stage. */
function placesOf(path: string, stages: readonly Stage[]): readonly Placed[] {
  const all: (readonly Placed[])[] = [];
  for (const { base, copies } of stages) {
    // Only a stage before can be meant: the others have no places yet.
    const inherited = all[stages.findIndex(({ name }) => name !== undefined && name === base)] ?? [];
    const own = copies.flatMap(({ from, sources, target, line }): readonly Placed[] => {
      if (from === undefined)
        return sources.flatMap((one) => placedBy(inContext(one), { target, line }, path, sources.length > 1));
      const before = all[stages.findIndex(({ name }, i) => name === from || String(i) === from)] ?? [];
      return before.flatMap(({ place, onlyIf }) =>
        sources.flatMap((one) => {
          const below = belowOf(place, joinAbsolute('/', one));
          if (below === undefined) return [];
          const there = joinAbsolute(target, below === '.' ? '' : below);
          return [{ place: there, line, ...(onlyIf === undefined ? {} : { onlyIf }) }];
        }),
      );
    });
    const distinct = Map.groupBy([...inherited, ...own], ({ place, onlyIf }) => `${place} ${onlyIf ?? ''}`);
    all.push([...distinct.values()].slice(0, MOST_PLACES).map(([first]) => first!));
  }
  return all.at(-1) ?? [];
}

/** Where `COPY source target` puts a file. */
function placedBy(
  source: string,
  { target, line }: { readonly target: string; readonly line: number },
  path: string,
  isOneOfMany: boolean,
): readonly Placed[] {
  const plain = source.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
  const inTarget = (below: string): readonly Placed[] => [{ place: joinAbsolute(target, below), line }];
  if (plain === '' || plain === '.') return inTarget(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (plain === path) return isOneOfMany || target.endsWith('/') ? inTarget(name) : [{ place: target, line }];
  if (path.startsWith(`${plain}/`)) return inTarget(path.slice(plain.length + 1));
  if (plain.includes('$'))
    return [{ place: joinAbsolute(target, name), line, onlyIf: `what ${source} of line ${line} stands for` }];
  if (!/[*?[]/.test(plain)) return [];
  const steps = plain.split('/');
  const names = path.split('/');
  const isIn = steps.length <= names.length && steps.every((step, i) => wildcard(step)?.(names[i]!) === true);
  return isIn ? inTarget(names.slice(steps.length).join('/') || name) : [];
}
