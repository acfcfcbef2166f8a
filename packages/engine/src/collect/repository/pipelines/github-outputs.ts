import type { Value } from '../../../model/value.ts';
import { member, membersOf } from '../structured-text.ts';

/** The outputs that a name may stand for: those of a job are called by another name than those of its steps. */
export type Renamed = ReadonlyMap<string, readonly string[]>;

/** What inputs are given that stand in for outputs, by the name of the input. */
export type Handed = ReadonlyMap<string, readonly string[]>;

const TAKEN = /\boutputs\.([\w-]+)|\binputs\.([\w-]+)/g;

/** The outputs of steps that some values name, through inputs and outputs of jobs. */
export function outputsTaken(
  values: readonly (Value | undefined)[],
  handed: Handed,
  renamed: Renamed,
): readonly string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const other of renamed.get(name) ?? []) add(other);
  };
  for (const text of values.flatMap(textsIn))
    for (const [, output, input] of text.matchAll(TAKEN)) {
      if (output !== undefined) add(output);
      else for (const name of handed.get(input!) ?? []) add(name);
    }
  return [...found];
}

/** By which other names jobs, workflows and actions hand the outputs of their steps on. */
export function renamedIn(documents: Iterable<Value | undefined>): Renamed {
  const found = new Map<string, readonly string[]>();
  const note = (outputs: Value | undefined): void => {
    for (const [name, value] of membersOf(outputs)) {
      const meant = outputsTaken([value], new Map(), new Map());
      found.set(name, [...(found.get(name) ?? []), ...meant]);
    }
  };
  for (const document of documents) {
    note(member(document, 'outputs'));
    note(member(member(member(document, 'on'), 'workflow_call'), 'outputs'));
    for (const [, job] of membersOf(member(document, 'jobs'))) note(member(job, 'outputs'));
  }
  return found;
}

function textsIn(value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  if (value.kind === 'object') return [...value.members.values()].flatMap(textsIn);
  if (value.kind === 'list') return value.items.flatMap(textsIn);
  return value.kind === 'known' && typeof value.value === 'string' ? [value.value] : [];
}
