import type { Location } from '../../../model/origin.ts';
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
