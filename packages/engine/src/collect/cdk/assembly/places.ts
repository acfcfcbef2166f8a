import { type Location, seenFrom } from '../../../model/origin.ts';
import type { Unknown, Value } from '../../../model/value.ts';
import type { Repository } from '../../files/repository.ts';
import type { MetadataEntry } from './manifest.ts';

/**
 * Where in the source a construct is made, by the stack traces that an assembly records. They name files of the machine
 * that synthesized it: a file of this repository is meant where the end of its path is the same.
 */
export class SourcePlaces {
  readonly #repository: Repository;
  readonly #appFolder: string;
  readonly #files = new Map<string, string | undefined>();

  /** `appFolder` is the folder of the application's `cdk.json`; `.` where none is known. */
  constructor(repository: Repository, appFolder: string) {
    this.#repository = repository;
    this.#appFolder = appFolder;
  }

  of(entries: readonly MetadataEntry[]): Location | undefined {
    for (const frame of framesOf(entries)) {
      const file = this.fileOf(frame.file);
      if (file === undefined) continue;
      const { line, column } = frame;
      return { file, line, column, endLine: line, endColumn: column };
    }
    return undefined;
  }

  /** The file of the repository that a path of another machine means. */
  fileOf(path: string): string | undefined {
    if (this.#files.has(path)) return this.#files.get(path);
    const file = this.#find(path);
    this.#files.set(path, file);
    return file;
  }

  #find(path: string): string | undefined {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    for (let start = 0; start < parts.length; start++) {
      const end = parts.slice(start).join('/');
      const inApp = this.#appFolder === '.' ? end : `${this.#appFolder}/${end}`;
      const found = [inApp, end].find((candidate) => this.#repository.has(candidate));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** A line of a stack trace that stands in somebody's code. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The frames of user code, the innermost first: what a construct was made by. */
export function framesOf(entries: readonly MetadataEntry[]): readonly Frame[] {
  const traces = entries.flatMap((entry) => {
    if (entry.type === 'aws:cdk:creationStack' && Array.isArray(entry.data)) return entry.data;
    return entry.type === 'aws:cdk:logicalId' ? entry.trace : [];
  });
  return traces.flatMap((line) => (typeof line === 'string' ? frameOf(line) : []));
}

function frameOf(text: string): readonly Frame[] {
  if (text.length > 4000 || /node_modules|node:internal|site-packages|jsii/.test(text)) return [];
  // `new Api (/app/lib/api.ts:12:5)`, `file:///app/bin/app.ts:21: (file:///app/bin/app.ts:21:1)`, `lib/api.ts:12 (:)`
  const place = /(?:file:\/\/)?([^\s()]+?\.[cm]?[jt]sx?|[^\s()]+?\.py):(\d+)(?::(\d+))?/.exec(text);
  if (place === null) return [];
  const column = /:(\d+):(\d+)\)?$/.exec(text)?.[2] ?? place[3];
  return [{ file: place[1]!, line: Number(place[2]), column: Number(column ?? 1) }];
}

/**
 * A value as the construct has it that was made at a line of source: that line is where somebody changes it, and the
 * place in the template is the first step of the trail.
 */
export function madeAt(at: Location, value: Value): Value {
  const made = (inner: Value): Value => madeAt(at, inner);
  const open = (inner: Unknown | undefined) => (inner === undefined ? {} : { open: made(inner) as Unknown });
  const origin = seenFrom(at, value.origin);
  switch (value.kind) {
    case 'object': {
      const members = new Map([...value.members].map(([key, member]) => [key, made(member)]));
      return { ...value, origin, members, ...open(value.open) };
    }
    case 'list':
      return { ...value, origin, items: value.items.map(made), ...open(value.open) };
    case 'choice':
      return { ...value, origin, whenTrue: made(value.whenTrue), whenFalse: made(value.whenFalse) };
    case 'composed':
    case 'known':
      return value.structure === undefined
        ? { ...value, origin }
        : { ...value, origin, structure: made(value.structure) };
    default:
      return { ...value, origin };
  }
}
