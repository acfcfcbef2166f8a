import type { Assessment } from '../assess/assessment.ts';
import type { Sources } from './excerpt.ts';

/** An assessment with what reports quote. */
export interface Run {
  readonly assessment: Assessment;
  readonly sources: Sources;
}

export interface RenderOptions {
  readonly columns: number;
  readonly colour: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
  /** When the report is made: the only time that stands in one. */
  readonly date: Date;
  /** The assessed folder as seen from the top of its repository, with `/`; empty or left out at the top. */
  readonly folder?: string;
  /** The report may not be longer: what is left out for it is said in the report. Not every format can be cut. */
  readonly mostBytes?: number;
}

/**
 * One report format. A file in `formats/` that exports one as its default is a format: the index beside this file, the
 * options and help of the command line, its completion and its documentation are generated from those files.
 */
export interface Format {
  readonly name: string;
  /** Endings of file names that mean this format where none is named: `.md`. The longest that fits wins. */
  readonly extensions: readonly string[];
  /** For whom it is, in one line. */
  readonly description: string;
  /** Another format that goes to the file which this variable of the process names, cut to what is accepted there. */
  readonly beside?: { readonly variable: string; readonly format: string; readonly mostBytes: number };
  /** The report as text. The same for the same run and options. */
  readonly render: (run: Run, options: RenderOptions) => string;
}

/** What is known of a format before it is loaded. */
export type FormatInfo = Omit<Format, 'render'>;
