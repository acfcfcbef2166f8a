import type { Location } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import { placeIn } from '../fact.ts';
import type { Findings } from '../findings.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { isKey } from './github-supplies.ts';
import type { Credential, PipelineStep } from './pipeline.ts';
import type { Shell } from './shell-ran.ts';
import { OPEN } from './shell-text.ts';

/** The document of a YAML file; what is broken is told. */
export function documentOf(file: string, text: string, findings: Findings): Value | undefined {
  const { documents, problem } = readStructured(file, text);
  if (problem !== undefined) findings.broken(file, problem.line, problem.why);
  return documents[0];
}

/** Why the rest of a document is open, where it is. */
export function openIn(document: Value | undefined, file: string): string | undefined {
  return document?.kind === 'object' && document.open !== undefined ? `mending ${file}` : undefined;
}

/** Lines of a script that one shell runs, at the lines of their file. */
export function scriptOf(
  value: Value,
  file: string,
): PipelineStep['run'] & { readonly begins: readonly number[] } {
  const lines = flat(value);
  const first = lines[0]?.origin.at ?? value.origin.at;
  const texts: string[] = [];
  const begins: number[] = [];
  let at = lineOf(lines[0] ?? value);
  const start = at;
  for (const line of lines) {
    const text = textOf(line);
    if (text === undefined) continue;
    for (; at < lineOf(line); at++) texts.push('\n');
    begins.push(at);
    texts.push(text, '\n');
    at += text.split('\n').length;
  }
  return { text: texts.join(''), line: start, file: first.file === '' ? file : first.file, begins };
}

/** Where the text of a value begins: a block begins behind its mark. */
export function lineOf(value: Value): number {
  const { line, endLine } = value.origin.at;
  return endLine > line && textOf(value)?.includes('\n') === true ? line + 1 : line;
}

function flat(value: Value): readonly Value[] {
  return itemsOf(value).flatMap((item) => (item.kind === 'list' ? flat(item) : [item]));
}

/** A step that runs a script. */
export function runStep(
  value: Value,
  file: string,
  shell: Shell,
  more: Partial<PipelineStep> & { readonly variables?: ReadonlyMap<string, string> } = {},
): PipelineStep {
  const { begins: _, ...run } = scriptOf(value, file);
  return { at: value.origin.at, inputs: new Map(), folder: '.', variables: new Map(), ...more, shell, run };
}

/** A step of which nothing is known but its place. */
export function bareStep(at: Location, more: Partial<PipelineStep> = {}): PipelineStep {
  return {
    at,
    inputs: new Map(),
    shell: { errexit: true, pipefail: true },
    folder: '.',
    variables: new Map(),
    ...more,
  };
}

/** A step that is told by a name: an orb's command, a pipe, a task. */
export function namedStep(
  uses: string,
  at: Location,
  inputs: Value | undefined,
  more: Partial<PipelineStep> = {},
): PipelineStep {
  const given = new Map([...membersOf(inputs)].map(([key, value]) => [key, textOf(value) ?? OPEN]));
  return { ...bareStep(at, more), uses, inputs: given };
}

/** The variables of a map or of a list of `name` and `value`. */
export function variablesIn(...values: readonly (Value | undefined)[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const value of values) {
    for (const [name, one] of membersOf(value)) found.set(name, plainOr(textOf(one)));
    for (const one of value?.kind === 'list' ? value.items : []) {
      const name = textOf(member(one, 'name'));
      if (name !== undefined) found.set(name, plainOr(textOf(member(one, 'value'))));
    }
  }
  return found;
}

function plainOr(text: string | undefined): string {
  return text === undefined || /\$|<</.test(text) ? OPEN : text;
}

/** Keys of the account among variables. */
export function keysAmong(
  value: Value | undefined,
  job: string | undefined,
  credentials: Credential[],
): void {
  for (const [name, one] of membersOf(value))
    if (isKey(name, textOf(one) ?? OPEN))
      credentials.push({ kind: 'key', name, ...(job === undefined ? {} : { job }), at: one.origin.at });
}

export const SETTINGS = 'the variables in the settings of the project';

export { placeIn };
