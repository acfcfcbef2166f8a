import { inCode } from '../../../model/origin.ts';
import { nameSays } from '../../../model/secrets/names.ts';
import { isPlaceholder } from '../../../model/secrets/placeholders.ts';
import { unknown } from '../../../model/value.ts';
import { fact, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
import { readEach } from '../findings.ts';
import type { Reader } from '../reader.ts';
import { type CopiedFile, copiedFiles } from './copied-files.ts';
import { assignments, type Instruction, readDockerfile } from './dockerfile.ts';

const TYPES = ['Repository::ImageFile'] as const;
const NAME = /(^|\/)((Docker|Container)file(\.[\w.-]+)?|[\w.-]+\.(docker|container)file)$/i;
const FOR_DEVELOPMENT =
  /(^|\/)(\.devcontainer|dev|development|tests?|e2e|local|ci)\/|(^|[./_-])(dev|development|local|test|tests|ci|debug|playwright|cypress|e2e)([._-][^/]*)?$|\/local-[^/]*\/[^/]*$/i;

/** Dockerfiles. Files of Compose say how developers start things, and are not read. */
export const containers: Reader = {
  name: 'containers',
  types: TYPES,
  wants: (path, kind) => (kind === 'other' || kind === 'test') && isImageFile(path),
  read: (files, source) =>
    readEach(files, source, TYPES, async (file, text, findings) => {
      const instructions = readDockerfile(text);
      if (instructions !== undefined)
        findings.add(imageFile(file, instructions, await copiedFiles(file, instructions, source)));
      else findings.broken(file, 1, 'it has no FROM');
    }),
};

/** Whether a file says how an image is built, by its path. */
export function isImageFile(path: string): boolean {
  return NAME.test(path) && !/\.(dockerignore|md)$/.test(path);
}

/** Whether the image of a file is for development or tests alone, by its path. */
export function isForDevelopment(path: string): boolean {
  return FOR_DEVELOPMENT.test(path);
}

function imageFile(
  file: string,
  instructions: readonly Instruction[],
  copied: readonly CopiedFile[],
): RepositoryFact {
  const froms = instructions.filter(({ name }) => name === 'FROM');
  const last = froms.at(-1)!;
  const ofLast = instructionsOfLast(instructions);
  const outside = instructions.slice(0, instructions.indexOf(froms[0]!));
  const values = new Map(
    outside
      .filter(({ name }) => name === 'ARG')
      .flatMap(({ rest }) => assignments(rest))
      .map(({ name, value }) => [name, value] as const),
  );
  const user = ofLast.findLast(({ name }) => name === 'USER');
  const health = ofLast.findLast(({ name }) => name === 'HEALTHCHECK');
  const at = (one: Instruction) => placeIn(file, one.line);
  return fact({
    type: 'Repository::ImageFile',
    address: file,
    at: placeIn(file, last.line),
    properties: {
      path: file,
      ...(isForDevelopment(file) ? { isForDevelopment: true } : {}),
      stages: froms.length,
      bases: basesOf(file, froms, values),
      ...(user === undefined ? {} : { user: written(user.rest, at(user)) }),
      ...(health === undefined || health.rest === 'NONE'
        ? {}
        : { healthCheck: written(health.rest, at(health)) }),
      ...(copied.length === 0 ? {} : { copies: copied.map((one) => copyOf(file, one)) }),
      secrets: ofLast.flatMap((one) => secretsOf(one).map((secret) => written(secret, at(one)))),
    },
  });
}

function copyOf(file: string, { path, line, onlyIf }: CopiedFile): Plain {
  const place = placeIn(file, line);
  const isIn = onlyIf === undefined ? true : unknown('not-collected', onlyIf, inCode(place));
  return written({ path, isIn }, place);
}

/** What makes the last stage: its own instructions behind those of the stages of this file that it begins with. */
export function instructionsOfLast(instructions: readonly Instruction[]): readonly Instruction[] {
  const froms = instructions.filter(({ name }) => name === 'FROM');
  const stages = froms.map((from, i) => {
    const start = instructions.indexOf(from) + 1;
    const next = froms[i + 1];
    return { ...stageOf(from), own: instructions.slice(start, next && instructions.indexOf(next)) };
  });
  let at = stages.length - 1;
  let made = stages[at]!.own;
  // A stage can begin with an earlier one only.
  for (;;) {
    const { image } = stages[at]!;
    const before = stages.slice(0, at).findLastIndex(({ name }) => name === image.toLowerCase());
    if (before < 0) return made;
    made = [...stages[before]!.own, ...made];
    at = before;
  }
}

/** The image that a stage begins with, and the name that it has. */
function stageOf({ rest }: Instruction): { readonly image: string; readonly name: string | undefined } {
  const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
  return { image: words[0] ?? '', name: /^as$/i.test(words[1] ?? '') ? words[2]?.toLowerCase() : undefined };
}

function basesOf(
  file: string,
  froms: readonly Instruction[],
  values: ReadonlyMap<string, string | undefined>,
): readonly Plain[] {
  const own = new Set<string>(['scratch']);
  const found: Plain[] = [];
  for (const [i, from] of froms.entries()) {
    const { image, name } = stageOf(from);
    const isOwn = own.has(image.toLowerCase());
    if (name !== undefined) own.add(name);
    if (isOwn) continue;
    const place = placeIn(file, from.line);
    const put = withValues(image, values);
    const isLast = i === froms.length - 1 ? { isLast: true } : {};
    if (put === undefined) {
      const what = unknown('input-without-value', `the argument of the build in ${image}`, inCode(place));
      found.push(written({ image: what, tag: what, digest: what, ...isLast }, place));
      continue;
    }
    const digest = /@(sha256:[0-9a-f]+)$/i.exec(put)?.[1];
    const tag = /:([\w][\w.-]*)$/.exec(put.replace(/@.*$/, ''))?.[1];
    found.push(
      written(
        {
          image: put,
          ...(tag === undefined ? {} : { tag }),
          ...(digest === undefined ? {} : { digest }),
          ...isLast,
        },
        place,
      ),
    );
  }
  return found;
}

/** Registries take no longer names. */
const LONGEST_IMAGE = 1_000;

/** `node:${VERSION}` with the value that the file gives; nothing where only the build has one. */
function withValues(image: string, values: ReadonlyMap<string, string | undefined>): string | undefined {
  if (image.length > LONGEST_IMAGE) return undefined;
  let isKnown = true;
  const put = image.replace(/\$\{(\w+)(?::?-([^}]{0,200}))?\}|\$(\w+)/g, (_, braced, otherwise, bare) => {
    const value = values.get(braced ?? bare) ?? otherwise;
    if (value === undefined || value.includes('$')) isKnown = false;
    return value ?? '';
  });
  return isKnown ? put : undefined;
}

/** What is under the name of a secret and stays in the image. */
function secretsOf({ name, rest }: Instruction): readonly { readonly name: string; readonly how: string }[] {
  if (name !== 'ARG' && name !== 'ENV') return [];
  return assignments(rest).flatMap(({ name: variable, value }) => {
    const says = nameSays(variable);
    // A key may be many things.
    if (says !== 'password' && says !== 'secret') return [];
    if (name === 'ARG')
      return value === undefined || value === '' ? [{ name: variable, how: 'argument' }] : [];
    if (value === undefined || value === '' || isPlaceholder(value)) return [];
    // From an argument it is told there.
    return /^\$\{?\w+\}?$/.test(value) ? [] : [{ name: variable, how: 'environment' }];
  });
}
