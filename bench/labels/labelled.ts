/** What a corpus says of some code: that another tool's rule holds there, or not. */
export interface Labelled {
  readonly corpus: string;
  /** The rule, by the id that our aliases use. */
  readonly rule: string;
  /** The same rule's other id. */
  readonly also?: string;
  /** Where it stands in the corpus, for the reader of a disagreement. */
  readonly name: string;
  readonly code: Code;
  /** The address that the label is about; all of the code where it names none. */
  readonly resource?: string;
  readonly label: Label;
}

export type Label = 'pass' | 'fail';

/** Files by path. The same object is assessed once for all of its labels. */
export interface Code {
  readonly language: 'terraform' | 'cloudformation';
  readonly files: Readonly<Record<string, string>>;
}

/** Reads the labels of one corpus from the folder where its repository lies. Empty where it lies elsewhere. */
export type Corpus = (folder: string) => readonly Labelled[];
