import { parseModule } from '../code/syntax/parse.ts';
import type { Expression } from '../code/syntax/source-module.ts';

/** A migration that names the one before it. */
export interface Revision {
  readonly name: string;
  readonly id: string | undefined;
  readonly before: readonly string[] | undefined;
}

/** What a migration of Alembic says of its place; nothing where the file is none. */
export async function alembicRevision(file: string, text: string): Promise<Revision | undefined> {
  const module = await parseModule(file, text);
  const value = (name: string) =>
    module?.bindings.find(({ target }) => target.kind === 'name' && target.name === name)?.value;
  const id = value('revision');
  const before = value('down_revision');
  if (id === undefined || before === undefined) return undefined;
  return { name: nameOf(file), id: textsIn(id)?.[0], before: textsIn(before) };
}

/** What a migration of Django says of its place in its own application. */
export async function djangoRevision(file: string, text: string): Promise<Revision | undefined> {
  const module = await parseModule(file, text);
  const found = module?.classes.find(({ name }) => name === 'Migration');
  if (found === undefined) return undefined;
  const dependencies = found.fields.find(({ name }) => name === 'dependencies')?.value;
  const before =
    dependencies?.kind === 'list'
      ? dependencies.items.flatMap((one) => (one.kind === 'list' ? (textsIn(one)?.slice(1) ?? []) : []))
      : [];
  return { name: nameOf(file), id: nameOf(file).replace(/\.py$/, ''), before };
}

/**
 * Which revisions have no place before or after each other: of two or more that nothing follows, the next one, by name.
 * Nothing where a place is computed.
 */
export function besides(revisions: readonly Revision[]): ReadonlyMap<string, string> {
  const followed = new Set(revisions.flatMap(({ before }) => before ?? []));
  const ends = revisions.filter(({ id }) => id !== undefined && !followed.has(id)).map(({ name }) => name);
  const found = new Map<string, string>();
  if (ends.length < 2) return found;
  for (const [i, name] of ends.entries()) found.set(name, ends[(i + 1) % ends.length]!);
  return found;
}

function textsIn(value: Expression): readonly string[] | undefined {
  if (value.kind === 'literal')
    return typeof value.value === 'string' ? [value.value] : value.value === null ? [] : undefined;
  if (value.kind !== 'list' || value.open) return undefined;
  const texts = value.items.map(textsIn);
  return texts.includes(undefined) ? undefined : texts.flatMap((t) => t ?? []);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
